"""Bringing a survey export in: what comes, stopped half-way, taken back."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Choices
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import Cancelled
from pcf_desktop.records import (
    ImportBatch,
    Question,
    Response,
)
from pcf_desktop.services.counting import consents
from pcf_desktop.services.forum import reference
from pcf_desktop.services.surveys import elsewhere, importing, row_sorting
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import (
    CHANGE,
    HEADINGS,
    HELPS,
    QUOTE,
    ROWS,
    SCALE,
    SOURCE,
    TITLE,
    bring,
    changed,
    comment,
    counts,
    everything,
    export,
    ticked,
)


def test_answers_stay_answers_and_free_words_become_comments(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = bring(workspace, export(tmp_path / "a.csv", ROWS))
    assert counts(report) == (4, 0, 0, 0, 0, 5)
    with workspace.read() as session:
        assert ticked(session, "id:1", HEADINGS[HELPS]) == ["School", "Friends"]
        assert ticked(session, "id:1", HEADINGS[SCALE]) == ["4"]
        one = comment(session, "id:1")
        assert one.words == ROWS[0][CHANGE]
        assert (one.said_from, one.said_precision) == (date(2021, 9, 3), "day")
        assert one.channel_id == reference.term_id(session, "channel", "own_survey")
        assert one.batch_id == report.batch_id
        came = session.scalars(select(Response).where(Response.known_as == "id:1")).one()
        assert came.completed_at is not None
        local = came.completed_at.astimezone()
        assert (local.day, local.hour, local.minute) == (3, 10, 9)


def test_names_and_addresses_are_not_brought_in(workspace: Workspace, tmp_path: Path) -> None:
    rows = [[*row[:3], "jo@example.org", "Jo Bloggs", *row[5:]] for row in ROWS]
    bring(workspace, export(tmp_path / "a.csv", rows))
    with workspace.read() as session:
        asked = set(session.scalars(select(Question.words)))
    assert asked == set(HEADINGS[5:])
    kept = repr(everything(workspace))
    assert "Bloggs" not in kept
    assert "jo@example.org" not in kept


def test_consent_to_quote_covers_the_comments_and_follows_the_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    with workspace.read() as session:
        yes, no = comment(session, "id:1").id, comment(session, "id:2").id
        assert consents.allowed(session, [yes, no], consents.QUOTE) == {yes}
        assert consents.allowed(session, [yes, no], consents.USE) == {yes}
    bring(workspace, export(tmp_path / "b.csv", changed(0, QUOTE, "No")))
    with workspace.read() as session:
        assert consents.allowed(session, [yes], consents.QUOTE) == set()
    bring(workspace, export(tmp_path / "c.csv", changed(0, QUOTE, "")))
    with workspace.read() as session:
        assert consents.allowed(session, [yes], consents.QUOTE) == set()
    bring(workspace, export(tmp_path / "d.csv", ROWS))
    with workspace.read() as session:
        assert consents.allowed(session, [yes], consents.QUOTE) == {yes}


def test_blank_and_broken_rows_are_counted_so_that_every_row_is_accounted_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [ROWS[0], [""] * len(HEADINGS), [*ROWS[1], "one too many"], ROWS[2]]
    report = bring(workspace, export(tmp_path / "a.csv", rows))
    assert (report.read, counts(report)[:5]) == (4, (2, 0, 0, 1, 1))


def test_an_import_is_one_step_that_undo_and_redo_restore_row_for_row(
    workspace: Workspace, tmp_path: Path
) -> None:
    empty = everything(workspace)
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    first = everything(workspace)
    bring(workspace, export(tmp_path / "b.csv", [*changed(0, QUOTE, "No"), [*["9"], *ROWS[1][1:]]]))
    second = everything(workspace)
    workspace.undo()
    assert everything(workspace) == first
    workspace.undo()
    assert everything(workspace) == empty
    workspace.redo()
    workspace.redo()
    assert everything(workspace) == second


def test_a_cancelled_import_leaves_nothing(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_sorting, "BATCH", 1)
    sheet = export(tmp_path / "a.csv", ROWS)
    before = everything(workspace)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled), workspace.change("import") as session:
        importing.import_survey(session, sheet, TITLE, SOURCE, stop)
    assert everything(workspace) == before
    assert workspace.undo_label == "Make the forum" or workspace.undo_label is None


def test_counting_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = everything(workspace)
    with workspace.read() as session:
        report = importing.count(session, export(tmp_path / "a.csv", ROWS), TITLE)
        assert not session.new
    assert (report.survey_id, report.batch_id, report.imported) == (None, None, 4)
    assert everything(workspace) == before


@pytest.mark.parametrize(
    ("title", "happened"),
    [("   ", "The survey has no title yet."), ("x" * 301, "The survey's title is too long.")],
)
def test_a_survey_needs_a_title_of_reasonable_length(
    workspace: Workspace, tmp_path: Path, title: str, happened: str
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    with workspace.read() as session, pytest.raises(UserError) as refused:
        importing.count(session, sheet, title)
    assert refused.value.happened == happened


def test_an_export_of_which_nothing_is_kept_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    nothing = read(tmp_path / "a.csv", Choices(keep={q.key: False for q in sheet.questions}))
    with workspace.read() as session, pytest.raises(UserError) as refused:
        importing.count(session, nothing, TITLE)
    assert refused.value.happened == "No question of this file is kept."


def test_the_likely_survey_is_the_one_that_holds_these_answers_not_last_years(
    workspace: Workspace, tmp_path: Path
) -> None:
    last_year = [[*row[:5], "11 to 15", "Friends;", "3", *row[8:]] for row in ROWS]
    bring(workspace, export(tmp_path / "a.csv", last_year), "Survey 2020")
    this_year = export(tmp_path / "b.csv", ROWS)
    with workspace.read() as session:
        assert elsewhere.likely(session, this_year) is None
    bring(workspace, export(tmp_path / "c.csv", ROWS[:2]), "Survey 2021")
    with workspace.read() as session:
        assert elsewhere.likely(session, this_year) == "Survey 2021"


def test_the_batch_keeps_where_the_answers_came_from_and_how_they_were_read(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    report = bring(workspace, sheet)
    with workspace.read() as session:
        batch = session.get_one(ImportBatch, report.batch_id)
        assert (batch.file_name, batch.sha256, batch.tool) == (*vars(SOURCE).values(), sheet.tool)
        assert batch.imported == 4
        assert Choices.from_data(batch.choices).kinds == sheet.profile().kinds


def test_an_import_is_here_until_it_is_undone(workspace: Workspace, tmp_path: Path) -> None:
    batch = bring(workspace, export(tmp_path / "a.csv", ROWS)).batch_id
    assert batch is not None
    here = []
    for then in (lambda: None, workspace.undo, workspace.redo):
        then()
        with workspace.read() as session:
            here.append(importing.is_here(session, batch))
    assert here == [True, False, True]
