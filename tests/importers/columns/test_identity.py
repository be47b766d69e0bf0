"""Who somebody is: by the heading, and by what stands in the column."""

import csv
from pathlib import Path

import pytest

from pcf_desktop.importers.columns.identity import find_identity, named_as_identity

COLUMNS = Path(__file__).parents[2] / "files" / "surveys" / "identity_columns.csv"
"""Made-up columns of surveys for parents in a dozen languages: half ask who somebody is."""


def _columns(what: str) -> list[tuple[str, list[str]]]:
    with COLUMNS.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [(row[1], [cell for cell in row[2:] if cell.strip()]) for row in rows if row[0] == what]


def test_95_in_100_columns_that_say_who_somebody_is_are_found() -> None:
    columns = _columns("identity")
    missed = [heading for heading, values in columns if find_identity(heading, values) is None]
    assert len(columns) >= 300
    assert len(missed) <= 0.05 * len(columns), missed


def test_of_what_only_looks_like_it_no_more_than_1_in_250_is_taken() -> None:
    columns = _columns("question")
    wrong = [heading for heading, values in columns if find_identity(heading, values) is not None]
    assert len(columns) >= 290
    assert len(wrong) <= len(columns) / 250, wrong


@pytest.mark.parametrize(
    "heading",
    [
        "1. Name",
        "Q2: Surname",
        "3) Vorname",
        "What\u2019s your e-mail address? (optional)",
        "Name of your child\u2019s social worker",
        "School contact name",
        "Name of child and school",
        "Names of person at school who is the contact",
        "Name and address of parent/carer",
        "parent_firstName",
        "RecipientLastName",
        "Nom de l\u2019enfant",
        "Imi\u0119 dziecka",
        "Enw\u2019r plentyn",
        "Bachay ka naam",
        "\u59d3\u540d",
    ],
)
def test_a_heading_alone_asks_who_somebody_is(heading: str) -> None:
    assert named_as_identity(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Name of school",
        "Name of your child\u2019s school",
        "Name and address of school",
        "Social worker team name",
        "Name of GP surgery",
        "Nom de l\u2019\u00e9cole de l\u2019enfant",
        "Enw\u2019r ysgol",
        "School ka naam",
        "What would you name as the biggest problem?",
        "How did you hear the name of the forum?",
        "Contact with the EHC team",
        "Did anybody phone you back?",
        "Do you know the name of your coordinator?",
        "Please do not write your name",
    ],
)
def test_a_heading_alone_asks_something_else(heading: str) -> None:
    assert not named_as_identity(heading)


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Your name", ["Yes", "No", "Yes"]),
        ("Phone", ["1", "0", "0"]),
        ("Email", ["Email", "Email"]),
        ("Completed by", ["Parent", "Foster carer", "Parent"]),
        ("Postcode", ["SY1", "TF9", "SY11"]),
        ("Contact by phone", ["Good", "Poor", "Good", "Good", "Poor", "Poor"]),
        ("Birth", ["2014", "2012", "2009"]),
        ("x", ["1", "5", "3"]),
        ("Which school?", ["Thomas Adams", "Mary Webb", "William Brookes"]),
    ],
)
def test_the_answers_show_that_something_else_was_asked(heading: str, values: list[str]) -> None:
    assert find_identity(heading, values) is None


def test_a_column_without_answers_is_told_by_its_heading() -> None:
    assert find_identity("Name", ["anonymous", "anonymous"]) is not None
    assert find_identity("Name of school", []) is None


def test_what_only_the_answers_gave_away_is_said() -> None:
    found = find_identity("Q7", ["ann@example.org", "bo@example.org"])
    assert found is not None
    assert found.warning is not None
    assert "“Q7” holds mail addresses" in found.warning
