"""Described figures are numbers, and marks as texts."""

from pathlib import Path

from pcf_desktop.importers.statistics.description import describe
from pcf_desktop.importers.statistics.reading import read_statistics


def test_described_figures_hold_numbers_and_marks(by_need: Path) -> None:
    rows = describe(read_statistics(by_need, "Shropshire", "2023/24"))["rows"]
    assert isinstance(rows, list)
    assert rows[2] == {
        "row": 5,
        "sen_status": "EHC plans",
        "sen_primary_need": "Multi-sensory impairment",
        "pupils": "c",
        "percent": "c",
    }
