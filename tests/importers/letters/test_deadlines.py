import pytest

from pcf_desktop.importers.letters.dates import dates
from pcf_desktop.importers.letters.deadlines import deadlines


@pytest.mark.parametrize(
    ("text", "about", "due", "amount", "unit"),
    [
        (
            "They have 70 working days to write a Written Statement of Action.",
            "written statement of action",
            None,
            70,
            "working days",
        ),
        (
            "A priority action plan is due within 35 working days.",
            "priority action plan",
            None,
            35,
            "working days",
        ),
        (
            "The WSoA must be submitted by 7 December 2021.",
            "written statement of action",
            "2021-12-07",
            None,
            None,
        ),
        ("Evidence is needed two weeks in advance.", "evidence", None, 2, "weeks"),
        ("A re-visit usually follows within 12-18 months.", "re-visit", None, 18, "months"),
    ],
)
def test_a_limit_is_read(
    text: str, about: str, due: str | None, amount: int | None, unit: str | None
) -> None:
    (limit,) = deadlines(text, dates(text))
    assert (limit.about, limit.due, limit.amount, limit.unit) == (about, due, amount, unit)
    assert limit.words == text


@pytest.mark.parametrize(
    "text",
    ["Children wait within 18 months for a review.", "The plan was published by 3 May 2020."],
)
def test_waits_and_the_past_are_no_limits(text: str) -> None:
    assert deadlines(text, dates(text)) == ()
