"""What a volunteer edited stays edited, whatever a newer export says; the rest follows its file."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import (
    AGE,
    CHANGE,
    HEADINGS,
    ROWS,
    WELL,
    bring,
    comment,
    everything,
    export,
)

NAMED, EDITED, LATER = "Miss Quetzal never rings back.", "[name] never rings back.", "She rang."


def answered(change: str, well: str, age: str = "0 to 4") -> list[list[str]]:
    """Return an export of one family, and of three that never change."""
    row = list(ROWS[0])
    row[AGE], row[CHANGE], row[WELL] = age, change, well
    return [row, *(list(each) for each in ROWS[1:])]


def edit(workspace: Workspace, words: str, question: str = HEADINGS[CHANGE]) -> None:
    with workspace.change("edit") as session:
        feedback.change_words(session, comment(session, "id:1", question).id, words)


def words(workspace: Workspace, question: str = HEADINGS[CHANGE]) -> str:
    with workspace.read() as session:
        return comment(session, "id:1", question).words


@pytest.mark.parametrize(
    ("edited", "now", "here", "report"),
    [
        (None, NAMED, NAMED, ((WELL,), 0)),
        (None, LATER, LATER, ((CHANGE, WELL), 0)),
        (EDITED, NAMED, EDITED, ((WELL,), 0)),
        (EDITED, LATER, EDITED, ((WELL,), 1)),
        (EDITED, EDITED, EDITED, ((WELL,), 0)),
    ],
    ids=["as it came", "changed in the file", "edited here", "both", "both alike"],
)
def test_a_comment_follows_its_own_file_and_only_until_it_is_edited(
    workspace: Workspace,
    tmp_path: Path,
    edited: str | None,
    now: str,
    here: str,
    report: tuple[Sequence[int], int],
) -> None:
    bring(workspace, export(tmp_path / "a.csv", answered(NAMED, "The nurse.")))
    if edited:
        edit(workspace, edited)
    told = bring(workspace, export(tmp_path / "b.csv", answered(now, "The new nurse.")))
    assert words(workspace) == here
    assert words(workspace, HEADINGS[WELL]) == "The new nurse."
    asked, left = report
    assert told.changes == ((2, tuple(HEADINGS[place] for place in asked)),)
    assert (told.changed, told.edited) == (1, left)


def test_a_response_with_nothing_to_change_but_what_was_edited_is_already_here(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", answered(NAMED, "")))
    edit(workspace, EDITED)
    later = export(tmp_path / "b.csv", answered(LATER, ""))
    report = bring(workspace, later)
    assert (report.already_here, report.changed, report.edited) == (4, 0, 1)
    assert words(workspace) == EDITED
    before = everything(workspace)
    again = bring(workspace, later)
    assert (again.already_here, again.changed, again.edited) == (4, 0, 0)
    after = everything(workspace)
    assert after.pop("import_batch") != before.pop("import_batch")
    assert after == before


def test_what_was_edited_stays_through_every_later_export(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", answered(NAMED, "")))
    edit(workspace, EDITED)
    for place, now in enumerate((LATER, NAMED, LATER, NAMED)):
        report = bring(workspace, export(tmp_path / f"{place}.csv", answered(now, "")))
        assert (words(workspace), report.edited) == (EDITED, 1)


def test_an_edited_comment_that_its_family_took_away_goes_to_the_bin_as_it_is(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", answered(NAMED, "")))
    edit(workspace, EDITED)
    report = bring(workspace, export(tmp_path / "b.csv", answered("", "")))
    assert (report.changed, report.edited) == (1, 0)
    with workspace.read() as session:
        binned = comment(session, "id:1")
        assert (binned.words, binned.binned_at is None) == (EDITED, False)
    report = bring(workspace, export(tmp_path / "c.csv", answered(NAMED, "")))
    assert (words(workspace), report.edited) == (EDITED, 1)


def test_a_comment_taken_out_of_the_bin_stays_out_while_its_file_says_the_same(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", answered(NAMED, "The nurse.")))
    bring(workspace, export(tmp_path / "b.csv", answered("", "The nurse.")))
    with workspace.change("take out of the bin") as session:
        feedback.bin_it(session, [comment(session, "id:1").id], binned=False)
    bring(workspace, export(tmp_path / "c.csv", answered("", "The new nurse.")))
    with workspace.read() as session:
        assert comment(session, "id:1").binned_at is None


def test_a_comment_of_which_nobody_knows_what_its_file_said_is_never_overwritten(
    workspace: Workspace, tmp_path: Path
) -> None:
    """As one that came in before this was kept."""
    bring(workspace, export(tmp_path / "a.csv", answered(NAMED, "The nurse.")))
    edit(workspace, EDITED)
    with workspace.change("as it was before") as session:
        session.execute(update(Feedback).values(came_as=None))
    report = bring(workspace, export(tmp_path / "b.csv", answered(NAMED, "The new nurse.")))
    assert (words(workspace), report.edited) == (EDITED, 2)


SAID = st.sampled_from([NAMED, LATER, "It is the same.", ""])


@pytest.mark.slow
@settings(max_examples=15)
@given(exports=st.lists(st.tuples(SAID, SAID), min_size=2, max_size=4), moment=st.integers(0, 2))
def test_no_run_of_exports_brings_a_name_back_or_holds_an_unedited_comment(
    workspace: Workspace, tmp_path: Path, exports: list[tuple[str, str]], moment: int
) -> None:
    """The first question is edited after one of them, the second never."""
    steps, said = 0, False
    for place, (change, well) in enumerate(exports):
        bring(workspace, export(tmp_path / "a.csv", answered(change or NAMED, well)))
        steps += 1
        said = said or bool(well)
        if place == moment:
            edit(workspace, EDITED)
            steps += 1
        expected = EDITED if place >= moment else change or NAMED
        assert words(workspace) == expected
        if said:
            with workspace.read() as session:
                second = comment(session, "id:1", HEADINGS[WELL])
                assert (second.words if second.binned_at is None else "") == well
    for _ in range(steps):
        workspace.undo()
    assert not any(everything(workspace)[name] for name in ("response", "answer", "feedback"))
