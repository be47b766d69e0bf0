"""Who somebody is: by the heading, and by what stands in the column."""

import pytest

from pcf_desktop.importers.columns.identity import (
    holds_identity,
    mentions_identity,
    named_as_identity,
)


@pytest.mark.parametrize(
    "heading",
    [
        "Email",
        "E-mail address",
        "Name",
        "What is your name?",
        "Your full name (optional)",
        "Child\u2019s name",
        "Parent/carer name",
        "Telephone number",
        "Mobile",
        "IP Address",
        "Date of birth",
        "Home address",
        "NHS number:",
        "What's your email address?",
        "First Name",
        "Contact details",
    ],
)
def test_headings_that_ask_who_somebody_is(heading: str) -> None:
    assert named_as_identity(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Name of school",
        "What would you name as the biggest problem?",
        "How do you prefer to hear from us: email or phone?",
        "Where does your child go to school?",
        "Did anybody phone you back?",
        "Contact with the EHC team",
    ],
)
def test_headings_that_do_not(heading: str) -> None:
    assert not named_as_identity(heading)


def test_headings_can_mention_it_among_other_words() -> None:
    assert mentions_identity("If you would like a reply, leave your email address here")
    assert not mentions_identity("What would help?")


@pytest.mark.parametrize(
    ("values", "what"),
    [
        (["ann@example.org", "bo.lee@example.co.uk", "rather not"], "mail addresses"),
        (["SY1 2AB", "tf13ab", "SY23 4ZQ"], "postcodes"),
        (["07700 900123", "+44 7700 900 456", "(01743) 000001"], "phone numbers"),
        (["7700900123", "1743000001"], "phone numbers"),
        (["10.0.0.1", "192.168.1.20"], "internet addresses"),
        (["943 476 5919", "943 476 5870"], "NHS numbers"),
        (["SY1", "SY2", "TF9"], None),
        (["Yes", "No"], None),
        (["2025", "2024"], None),
        (["100", "114000000001"], None),
        (["It was fine", "Ring ann@example.org about it"], None),
        ([], None),
    ],
)
def test_content_gives_it_away(values: list[str], what: str | None) -> None:
    assert holds_identity(values) == what
