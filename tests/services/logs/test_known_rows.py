"""A row is known again by all it says, by its number, its words, or its day."""

from pcf_desktop.services.logs import known_rows, planning
from pcf_desktop.workspace import Workspace
from tests.services.logs.conftest import Read, bring

HEADINGS = ("Entry no", "Date", "Code", "Comments")
ROWS = [
    ["1", "13/4/2025", "A1", "The waiting list is far too long for us."],
    ["2", "14/4/2025", "A2", "No change."],
    ["3", "14/4/2025", "A3", "No change."],
]


def test_a_number_finds_a_mended_row_and_no_other(workspace: Workspace, read: Read) -> None:
    bring(workspace, read(ROWS, HEADINGS))
    mended = [[*row] for row in ROWS]
    mended[0][3] = "The waiting list is much too long for us."
    other = ["2", "1/5/2025", "B7", "A wholly different log began at one again, about transport."]
    with workspace.read() as session:
        kept = known_rows.kept(session)
        assert [len(each.came_as) for each in kept] == [64] * 3
        plan = planning.plan(session, read([*mended[:1], other, mended[2]], HEADINGS), {})
        found = known_rows.pairs(session, plan.rows)
        assert {number: each.id for number, each in found.items()} == {2: kept[0].id, 4: kept[2].id}


def test_the_same_words_of_two_families_stay_two(workspace: Workspace, read: Read) -> None:
    bring(workspace, read([row[1:] for row in ROWS], HEADINGS[1:]))
    turned = [row[1:] for row in reversed(ROWS)]
    report = bring(workspace, read([["14/4/2025", "A9", "No change."], *turned], HEADINGS[1:]))
    assert (report.imported, report.already_here, report.changed) == (1, 3, 0)
