"""Whether answers are here already, under which title, and since when."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pcf_desktop.services.surveys import elsewhere
from pcf_desktop.services.surveys.elsewhere import Elsewhere
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import ROWS, SOURCE, bring, export

LAST_YEAR = [[*row[:5], "11 to 15", "Friends;", "3", *row[8:]] for row in ROWS]


@pytest.mark.parametrize(
    ("rows", "sha256", "families"),
    [
        (ROWS, "1" * 64, 4),
        (ROWS[:2], "1" * 64, 2),
        ([*ROWS[:1], *([str(10 + at), *row[1:]] for at, row in enumerate(ROWS[1:]))], "1" * 64, 0),
        ([*ROWS[:1], *([str(10 + at), *row[1:]] for at, row in enumerate(ROWS[1:]))],
         SOURCE.sha256, 1),
        (LAST_YEAR, "1" * 64, 0),
    ],
)  # fmt: skip
def test_most_of_the_answers_or_the_very_file_are_told(
    workspace: Workspace, tmp_path: Path, rows: list[list[str]], sha256: str, families: int
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS), "Autumn 2025")
    sheet = export(tmp_path / "b.csv", rows)
    today = datetime.now(UTC).astimezone().date()
    with workspace.read() as session:
        found = elsewhere.find(session, sheet, "Winter", sha256)
        assert found == (Elsewhere("Autumn 2025", today, families) if families else None)
        assert elsewhere.find(session, sheet, " Autumn 2025 ", sha256) is None


def test_it_says_when_they_came_in_and_who_would_be_counted_twice() -> None:
    day = datetime(2026, 5, 3, tzinfo=UTC).date()
    assert Elsewhere("Autumn 2025", day, 8).words == (
        "These answers came in on 3 May 2026 as “Autumn 2025”; 8 families would be counted twice."
    )
    assert "1 family would be counted twice" in Elsewhere("Autumn", day, 1).words
