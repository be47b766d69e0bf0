"""Every row of a file is new, known or changed, and each is given once."""

from pathlib import Path

from pcf_desktop.progress import silent
from pcf_desktop.services.surveys import targets
from pcf_desktop.services.surveys.row_sorting import Doubt, RowSorting
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import AGE, ROWS, TITLE, bring, changed, export


def test_rows_are_sorted_and_each_is_given_once(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS[:3]))
    rows = [*changed(0, AGE, "5 to 10"), ["9", *ROWS[1][1:]]]
    sheet = export(tmp_path / "b.csv", rows)
    with workspace.read() as session:
        sorting = RowSorting(session, sheet, targets.find(session, sheet, TITLE), Doubt.OPEN)
        batches = list(sorting.batches(silent))
    assert [name for each in batches for name, _ in each.new] == ["id:4", "id:9"]
    assert sum(each.same for each in batches) == 2
    assert [change.row.number for each in batches for change in each.changes] == [2]
    assert (sorting.unsure, sorting.lacking) == ((), 0)
