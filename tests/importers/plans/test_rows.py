"""Each row of a table is an action, part of one, or named as not read."""

from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.rows import TableReading
from pcf_desktop.importers.plans.table import PrintedTable


def read(*rows: list[str | None], above: tuple[str, ...] = ()) -> TableReading:
    return TableReading(PrintedTable("T", rows, above=above)).read()


HEADER: list[str | None] = ["Ref", "Action", "Lead", "Milestones"]


def test_a_row_without_ref_and_action_goes_on_with_the_one_above() -> None:
    reading = read(HEADER, ["1", "Meet", "Ann", "First"], [None, None, "Ben", "Second"])
    (action,) = reading.actions
    assert action.fields[PlanColumn.MILESTONES] == "First\nSecond"
    assert action.fields[PlanColumn.LEAD] == "Ann\nBen"


def test_a_row_that_belongs_to_nothing_is_named() -> None:
    reading = read(HEADER, [None, None, "Ben", "Second"], ["1", "Meet", "Ann", None])
    assert reading.unread_rows == [2]
    assert len(reading.actions) == 1


def test_a_new_priority_ends_the_outcome_before_it() -> None:
    reading = read(
        ["Priority", "Outcome", "Action", "Lead"],
        ["Health", "Short waits", "Recruit", "Ann"],
        ["Schools", None, "Train", "Ben"],
    )
    assert PlanColumn.OUTCOME not in reading.actions[1].fields


def test_a_heading_above_the_table_holds_for_its_actions() -> None:
    reading = read(HEADER, ["1", "Meet", "Ann", None], above=("Priority 4: Data", "Some words."))
    assert reading.actions[0].fields[PlanColumn.PRIORITY] == "Priority 4: Data"


def test_a_finer_ref_in_the_action_wins_over_a_coarse_column() -> None:
    reading = read(HEADER, ["1", "1.2 Meet", "Ann", None], ["1.3", "1.3 Ask", "Ben", None])
    assert [(action.ref, action.words) for action in reading.actions] == [
        ("1.2", "Meet"),
        ("1.3", "Ask"),
    ]


def test_words_in_the_ref_column_are_kept_as_words() -> None:
    (action,) = read(HEADER, ["see page 3", "Meet", "Ann", None]).actions
    assert action.ref is None
    assert action.fields[PlanColumn.REF] == "see page 3"
