"""A share done is the same however a plan writes it."""

import pytest

from pcf_desktop.importers.files.cells import Cell, as_text
from pcf_desktop.importers.plans.percentages import as_percentage


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (0.4, "40%"),
        (0.333333, "33.33%"),
        (1, "100%"),
        (40, "40%"),
        (0, "0%"),
        ("40", "40%"),
        ("0.4", "40%"),
        ("1", "1%"),
        ("40%", "40%"),
        ("about half", "about half"),
    ],
)
def test_a_share_is_a_percentage_and_words_stay_as_they_stand(cell: Cell, said: str) -> None:
    assert as_percentage(cell, as_text(cell)) == said
