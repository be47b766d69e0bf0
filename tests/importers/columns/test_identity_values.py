"""Cells that say who somebody is by their form, and those that only look alike."""

import pytest

from pcf_desktop.importers.columns.identity_values import are_names, holds_identity, is_name
from pcf_desktop.importers.columns.identity_words import WordRole


@pytest.mark.parametrize(
    ("values", "what"),
    [
        (["ann@example.org", "bo.lee@example.co.uk", "rather not"], "mail addresses"),
        (["SY1 2AB", "tf13ab", "SY23 4ZQ"], "postcodes"),
        (["SY1 2AB Shrewsbury", "Oswestry, sy11 4ef"], "postcodes"),
        (["12 High Street, Wem", "Flat 3, 40 Oak Road"], "addresses"),
        (["12 rue des Lilas", "Hauptstra\u00dfe 5", "ul. D\u0142uga 7"], "addresses"),
        (["07700 900123", "+44 7700 900 456", "(01632) 960001"], "phone numbers"),
        (["+48 500 100 200", "0033 1 23 45 67 89"], "phone numbers"),
        (["7700900123", "1632960001"], "phone numbers"),
        (["192.0.2.1", "2001:db8::17"], "internet addresses"),
        (["999 123 4562", "9991234570"], None),
        (["943 476 5919", "943 476 5870"], "NHS numbers"),
        (["F000123456789", "A000987654321"], "pupil numbers"),
        (["A000123456789", "B000987654321"], None),
        (["QQ 12 34 56 C"], None),
        (["AB 12 34 56 C"], "National Insurance numbers"),
        (["52.70031 -2.70011 0 4", "52.712, -2.703"], "places on a map"),
        (["52.700312", "52.710377"], "places on a map"),
        (["A.P.", "B.J."], "initials"),
        (["https://www.facebook.com/pat.made.up"], "names on a network"),
        (["SY1", "SY2", "TF9"], None),
        (["Yes", "No"], None),
        (["2025", "2024"], None),
        (["3.333333", "0.666667"], None),
        (["100", "114000000001"], None),
        (["It was fine", "Ring ann@example.org about it"], None),
        (["We moved to SY1 2AB. Then it all began again."], None),
        ([], None),
    ],
)
def test_the_form_of_answers_gives_them_away(values: list[str], what: str | None) -> None:
    assert holds_identity(values) == what


def test_fewer_are_enough_where_the_heading_speaks_of_them() -> None:
    values = ["SY1 2AB", "TF1 3AB", *["TF9"] * 9]
    assert holds_identity(values) is None
    assert holds_identity(values, frozenset({WordRole.POSTCODE})) == "postcodes"


@pytest.mark.parametrize(
    "text",
    ["Pat Archer", "pat archer", "Archer, Pat", "Mrs Archer", "Pat Archer (mum)", "PAT ARCHER"],
)
def test_a_name_is_known_however_it_is_written(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Park",
        "Grace Road",
        "Oak Primary",
        "Pat said so",
        "Speech therapy",
        "Dr",
        "",
        "Art 2",
    ],
)
def test_a_place_or_a_remark_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_names_that_no_list_knows_are_told_by_those_beside_them() -> None:
    names = ["Pat Archer", "Zygfryda Wolska", "Qabil Oakes", "Hekime Durdu"]
    assert are_names(names, asked=True)
    assert not are_names(["Local Offer", "Coffee Morning", "Pat Archer", "Early Help"], asked=True)
