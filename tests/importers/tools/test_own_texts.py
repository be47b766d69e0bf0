"""A column of *Other, please specify* is known by the question that it names, or by its place."""

import pytest

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.tools.own_texts import with_own_texts
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole

ASKED = "How did it come?"
ROWS: list[list[Cell]] = [
    ["Phone", None],
    ["Letter", None],
    ["Other", "By pigeon"],
    ["Letter", None],
]
BODY = ROWS * 3


def joined(label: str) -> tuple[ColumnHeading, ...]:
    given = [ColumnHeading(text, ColumnRole.QUESTION) for text in (ASKED, label)]
    return with_own_texts(given, BODY)


@pytest.mark.parametrize(
    "label",
    [
        f"{ASKED} - Other (please specify)",
        f"{ASKED} [Other]",
        f"Other - Write In:{ASKED}",
        "Other",
        "1.a. If you selected Other, please specify:",
    ],
)
def test_it_is_the_text_beside_its_question(label: str) -> None:
    asked, text = joined(label)
    assert (text.text, text.other) == (ASKED, True)
    assert asked.group == text.group is not None


@pytest.mark.parametrize("label", ["Other comments", "Any other help you had?", "Mother"])
def test_a_question_of_its_own_stays_one(label: str) -> None:
    _, text = joined(label)
    assert (text.text, text.other) == (label, False)
