"""Each column says in one sentence why it is taken for what it is."""

import csv
from pathlib import Path

import pytest

from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.importers.surveys import read

BUS = "The bus is late every single day"
COLUMNS: dict[str, tuple[list[str], str]] = {
    "ID": ([str(n) for n in range(1, 13)], "The survey tool writes this itself."),
    "Your name": (
        [f"Ann {n}" for n in range(12)],
        "Looks like names: 12 of 12 are short and all different.",
    ),
    "How do we reach you?": ([f"a{n}@example.org" for n in range(12)], "It holds mail addresses."),
    "How old is your child?": (["Under 5", "5 to 10"] * 6, "12 of 12 are one of 2."),
    "Which help do you use?": (
        ["Portage;CAMHS", "CAMHS;Portage", "Portage"] * 4,
        "Several of 2 answers in a cell, with semicolons between.",
    ),
    "Staff know my child": (
        ["Never", "Always", "Often"] * 4,
        "Steps from Always to Never.",
    ),
    "How many weeks did you wait?": ([str(7 * n) for n in range(12)], "All answers are numbers."),
    "When did you ask?": ([f"{n}/01/2025" for n in range(13, 25)], "All answers are dates."),
    "What most needs to change?": (
        [f"We have waited {n} months for a plan and nobody rings" for n in range(12)],
        "12 of 12 are different.",
    ),
    "Tell us about transport": (
        [BUS, BUS.upper(), f"{BUS}."] * 4,
        "Many wrote the same, in nearly the same words.",
    ),
    "May we quote your words?": (["Yes", "No"] * 6, "It asks for leave to use, quote or share."),
    "Anything to add on school?": ([""] * 12, "Nobody has answered it yet."),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "answers.csv"
    with made.open("w", encoding="utf-8", newline="") as file:
        rows = zip(*(values for values, _ in COLUMNS.values()), strict=True)
        csv.writer(file).writerows([COLUMNS, *rows])
    return made


def test_each_sort_of_column_says_why(path: Path) -> None:
    asked = {question.text: question for question in read(path).questions}
    assert {words: asked[words].reason for words in COLUMNS} == {
        words: reason for words, (_, reason) in COLUMNS.items()
    }
    assert [words for words, each in asked.items() if each.doubtful] == [
        "How do we reach you?",
        "Tell us about transport",
    ]


def test_what_a_person_chose_and_what_was_so_before_is_said(path: Path) -> None:
    key = "how old is your child?"
    kinds = {key: Kind.TEXT, "tell us about transport": Kind.TEXT}
    sheet = read(path, Choices(kinds=kinds, guessed=("tell us about transport",)))
    reasons = {question.key: question.reason for question in sheet.questions}
    assert reasons[key] == "You chose this."
    assert reasons["tell us about transport"] == "So it was at an earlier import of this survey."
