"""Bringing survey exports in: again, grown, changed, stopped half-way, taken back."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import Cancelled, silent
from pcf_desktop.records import (
    Answer,
    Base,
    Consent,
    Feedback,
    ImportBatch,
    Link,
    Option,
    Priority,
    Question,
    Response,
    Survey,
)
from pcf_desktop.services import (
    consents,
    feedback,
    links,
    reference,
    samples,
    survey_import,
    surveys,
)
from pcf_desktop.services.survey_import import Report, Source
from pcf_desktop.workspace import Session, Workspace

TITLE = "Autumn survey"
SOURCE = Source("answers.csv", "0" * 64)
HEADINGS = [
    "ID",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "How old is your child?",
    "What helps you? (tick all)",
    "How well do services work together? (1 to 5)",
    "What most needs to change?",
    "What is working well?",
    "May we quote your words?",
]
ROWS = [
    ["1", "03/09/2021 10:00:00", "03/09/2021 10:09:00", "anonymous", "", "0 to 4",
     "School;Friends;", "4", "The waiting list, it is far too long.", "A lovely nursery.", "Yes"],
    ["2", "04/09/2021 10:00:00", "04/09/2021 10:09:00", "anonymous", "", "5 to 10",
     "School;", "2", "Nobody rings back and we are always told to wait.", "", "No"],
    ["3", "25/09/2021 10:00:00", "25/09/2021 10:09:00", "anonymous", "", "5 to 10",
     "Friends;", "5", "", "Our teacher listens to what he wants.", "Yes"],
    ["4", "26/09/2021 10:00:00", "26/09/2021 10:09:00", "anonymous", "", "0 to 4",
     "School;Friends;", "1", "Taxi, every single week the taxi is late.", "", "Yes"],
]  # fmt: skip
AGE, HELPS, SCALE, CHANGE, WELL, QUOTE = 5, 6, 7, 8, 9, 10
KINDS = (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE, Kind.TEXT, Kind.TEXT, Kind.CONSENT)


def export(path: Path, rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Sheet:
    """Write a Microsoft Forms export as Excel saves it, and read it back."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    first = read(path)
    asked = [q.key for q in first.questions if q.kind not in {Kind.IDENTITY, Kind.SYSTEM}]
    return read(path, Choices(kinds=dict(zip(asked, KINDS, strict=False))))


def changed(place: int, column: int, value: str) -> list[list[str]]:
    rows = [list(row) for row in ROWS]
    rows[place][column] = value
    return rows


def bring(workspace: Workspace, sheet: Sheet, title: str = TITLE) -> Report:
    """Import, having asked first what it would do: the two must agree."""
    with workspace.read() as session:
        foretold = survey_import.count(session, sheet, title)
    with workspace.change("import a survey") as session:
        report = survey_import.import_survey(session, sheet, title, SOURCE, silent)
    assert counts(foretold) == counts(report)
    assert foretold.changes == report.changes
    assert report.read == sum(counts(report)[:5])
    return report


def counts(report: Report) -> tuple[int, ...]:
    return (
        report.imported,
        report.already_here,
        report.changed,
        report.skipped,
        report.rejected,
        report.comments,
    )


def everything(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that can be taken back."""
    with workspace.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in Base.metadata.sorted_tables
            if table.name not in {"audit_entry", "series"}
        }


def comment(session: Session, known_as: str, question: str = HEADINGS[CHANGE]) -> Feedback:
    return session.scalars(
        select(Feedback)
        .join(Response, Response.id == Feedback.response_id)
        .join(Question, Question.id == Feedback.question_id)
        .where(Response.known_as == known_as, Question.words == question)
    ).one()


def ticked(session: Session, known_as: str, question: str) -> list[str]:
    return list(
        session.scalars(
            select(Option.words)
            .join(Answer, Answer.option_id == Option.id)
            .join(Response, Response.id == Answer.response_id)
            .join(Question, Question.id == Answer.question_id)
            .where(Response.known_as == known_as, Question.words == question)
            .order_by(Answer.id)
        )
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


def test_a_second_import_of_the_same_file_changes_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    bring(workspace, sheet)
    before = everything(workspace)
    report = bring(workspace, sheet)
    assert counts(report) == (0, 4, 0, 0, 0, 0)
    after = everything(workspace)
    assert len(after.pop("import_batch")) == len(before.pop("import_batch")) + 1
    assert after == before


def test_new_rows_of_a_later_export_are_the_only_ones_added(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = bring(workspace, export(tmp_path / "a.csv", ROWS[:1]))
    second = bring(workspace, export(tmp_path / "b.csv", ROWS))
    assert counts(first) == (1, 0, 0, 0, 0, 2)
    assert counts(second) == (3, 1, 0, 0, 0, 3)
    with workspace.read() as session:
        assert session.scalar(select(func.count(Survey.id))) == 1


@pytest.mark.parametrize(
    ("column", "value", "now"),
    [
        (AGE, "5 to 10", ["5 to 10"]),
        (AGE, "11 to 15", ["11 to 15"]),
        (HELPS, "Friends;", ["Friends"]),
        (SCALE, "1", ["1"]),
        (AGE, "", []),
    ],
)
def test_a_changed_answer_is_changed_and_named(
    workspace: Workspace, tmp_path: Path, column: int, value: str, now: list[str]
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    before = everything(workspace)
    report = bring(workspace, export(tmp_path / "b.csv", changed(0, column, value)))
    assert counts(report) == (0, 3, 1, 0, 0, 0)
    assert report.changes == ((2, (HEADINGS[column],)),)
    with workspace.read() as session:
        assert ticked(session, "id:1", HEADINGS[column]) == now
    after = everything(workspace)
    assert after["feedback"] == before["feedback"]
    assert after["consent"] == before["consent"]


def test_a_changed_comment_keeps_its_links_and_drops_passages_no_longer_in_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    with workspace.change("link") as session:
        kind = reference.words(session, "priority_kind")[0].id
        titles = enumerate(("Waiting", "Calls"))
        session.add_all(
            Priority(title=title, position=at, kind_id=kind, bodies=[], is_embargoed=False)
            for at, title in titles
        )
        session.flush()
        waiting, calls = session.scalars(select(Priority.id).order_by(Priority.id))
        key = comment(session, "id:1").id
        links.link(session, key, waiting, "worse", "The waiting list")
        links.link(session, key, calls, "worse", "far too long")
        links.mark_sorted(session, [key])
    words = "The waiting list. It is shorter now."
    report = bring(workspace, export(tmp_path / "b.csv", changed(0, CHANGE, words)))
    assert report.changes == ((2, (HEADINGS[CHANGE],)),)
    with workspace.read() as session:
        one = comment(session, "id:1")
        assert (one.id, one.words, one.sorted_at) == (key, words, None)
        found = session.execute(
            select(Link.priority_id, Link.stance, Link.passage).order_by(Link.priority_id)
        ).all()
        assert [tuple(each) for each in found] == [
            (waiting, "worse", "The waiting list"),
            (calls, "worse", None),
        ]
        assert feedback.ids(session, feedback.Filter(words="shorter")) == [key]
        assert feedback.ids(session, feedback.Filter(words="far too long")) == []


def test_a_comment_taken_out_of_an_answer_goes_to_the_bin_and_can_come_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    emptied = export(tmp_path / "b.csv", changed(0, CHANGE, ""))
    assert counts(bring(workspace, emptied)) == (0, 3, 1, 0, 0, 0)
    with workspace.read() as session:
        assert comment(session, "id:1").binned_at is not None
    assert counts(bring(workspace, emptied)) == (0, 4, 0, 0, 0, 0)
    again = bring(workspace, export(tmp_path / "c.csv", changed(0, CHANGE, "Something else now.")))
    assert again.changed == 1
    with workspace.read() as session:
        assert comment(session, "id:1").words == "Something else now."
        assert comment(session, "id:1").binned_at is None


def test_a_comment_that_was_added_later_is_counted(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    report = bring(workspace, export(tmp_path / "b.csv", changed(1, WELL, "The new nurse.")))
    assert counts(report) == (0, 3, 1, 0, 0, 1)


def test_a_name_taken_out_by_a_volunteer_stays_out_when_another_answer_changes(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    with workspace.change("mend") as session:
        feedback.change_words(session, comment(session, "id:1").id, "The list is too long.")
    bring(workspace, export(tmp_path / "b.csv", changed(0, AGE, "5 to 10")))
    with workspace.read() as session:
        assert comment(session, "id:1").words == "The list is too long."


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


def test_withdrawn_consent_survives_every_later_import(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    with workspace.change("withdraw") as session:
        one = comment(session, "id:1")
        assert one.response_id is not None
        consents.withdraw(session, date(2022, 1, 5), response_id=one.response_id)
        key = one.id
    for name, answer in (("b.csv", "No"), ("c.csv", "Yes")):
        bring(workspace, export(tmp_path / name, changed(0, QUOTE, answer)))
        with workspace.read() as session:
            assert consents.allowed(session, [key], consents.QUOTE) == set()
            assert consents.allowed(session, [key], consents.USE) == set()
            gone = select(func.count(Consent.id)).where(Consent.withdrawn_on.is_not(None))
            assert session.scalar(gone) == len(consents.PARTS)


def test_a_column_left_out_the_second_time_keeps_its_answers(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    bring(workspace, sheet)
    before = everything(workspace)
    age = next(q.key for q in sheet.questions if q.text == HEADINGS[AGE])
    kinds = {question.key: question.kind for question in sheet.questions}
    fewer = read(tmp_path / "a.csv", Choices(kinds=kinds, keep={age: False}))
    assert counts(bring(workspace, fewer)) == (0, 4, 0, 0, 0, 0)
    assert everything(workspace)["answer"] == before["answer"]


def test_a_column_kept_only_the_second_time_is_filled_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    whole = export(tmp_path / "a.csv", ROWS)
    kinds = {question.key: question.kind for question in whole.questions}
    left_out = {q.key: False for q in whole.questions if q.text in {HEADINGS[AGE], HEADINGS[WELL]}}
    bring(workspace, read(tmp_path / "a.csv", Choices(kinds=kinds, keep=left_out)))
    report = bring(workspace, whole)
    assert (report.changed, report.comments) == (4, 2)
    with workspace.read() as session:
        assert ticked(session, "id:4", HEADINGS[AGE]) == ["0 to 4"]


def test_an_export_without_response_ids_is_known_again_by_its_content(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "any.csv"
    headings = ["Completed", "How old is your child?", "What most needs to change for you?"]
    rows = [["03/09/2021 10:09", "0 to 4", "More time to talk"]] * 2 + [
        ["13/09/2021 10:09", "5 to 10", "A school that knows him well"]
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    assert bring(workspace, read(path)).imported == 3
    assert counts(bring(workspace, read(path)))[:3] == (0, 3, 0)


def test_blank_and_broken_rows_are_counted_so_that_every_row_is_accounted_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [ROWS[0], [""] * len(HEADINGS), [*ROWS[1], "one too many"], ROWS[2]]
    report = bring(workspace, export(tmp_path / "a.csv", rows))
    assert (report.read, counts(report)[:5]) == (4, (2, 0, 0, 1, 1))


def test_the_shipped_survey_comes_in_twice_as_once(workspace: Workspace) -> None:
    sheet = read(samples.survey_file())
    first = bring(workspace, sheet, samples.SURVEY_TITLE)
    assert first.imported == sheet.rows
    assert first.comments > 100
    assert counts(bring(workspace, sheet, samples.SURVEY_TITLE))[:3] == (0, sheet.rows, 0)


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
    monkeypatch.setattr(survey_import, "BATCH", 1)
    sheet = export(tmp_path / "a.csv", ROWS)
    before = everything(workspace)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled), workspace.change("import") as session:
        survey_import.import_survey(session, sheet, TITLE, SOURCE, stop)
    assert everything(workspace) == before
    assert workspace.undo_label == "Make the forum" or workspace.undo_label is None


def test_counting_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = everything(workspace)
    with workspace.read() as session:
        report = survey_import.count(session, export(tmp_path / "a.csv", ROWS), TITLE)
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
        survey_import.count(session, sheet, title)
    assert refused.value.happened == happened


def test_an_export_of_which_nothing_is_kept_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    nothing = read(tmp_path / "a.csv", Choices(keep={q.key: False for q in sheet.questions}))
    with workspace.read() as session, pytest.raises(UserError) as refused:
        survey_import.count(session, nothing, TITLE)
    assert refused.value.happened == "No question of this file is kept."


def test_the_likely_survey_is_the_one_that_holds_these_answers_not_last_years(
    workspace: Workspace, tmp_path: Path
) -> None:
    last_year = [[*row[:5], "11 to 15", "Friends;", "3", *row[8:]] for row in ROWS]
    bring(workspace, export(tmp_path / "a.csv", last_year), "Survey 2020")
    this_year = export(tmp_path / "b.csv", ROWS)
    with workspace.read() as session:
        assert survey_import.likely(session, this_year) is None
    bring(workspace, export(tmp_path / "c.csv", ROWS[:2]), "Survey 2021")
    with workspace.read() as session:
        assert survey_import.likely(session, this_year) == "Survey 2021"


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


CELLS = st.lists(
    st.tuples(
        st.sampled_from(["0 to 4", "5 to 10", ""]),
        st.sampled_from(["School;", "Friends;", "School;Friends;", ""]),
        st.sampled_from(["1", "3", "5"]),
        st.sampled_from(["", "It takes far too long.", "=1+1 they said"]),
        st.sampled_from(["Yes", "No", ""]),
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.slow
@settings(max_examples=15)
@given(first=CELLS, second=CELLS)
def test_any_second_export_leaves_what_it_says_and_undo_restores_the_first(
    workspace: Workspace,
    tmp_path: Path,
    first: list[tuple[str, ...]],
    second: list[tuple[str, ...]],
) -> None:
    def sheet(name: str, answers: list[tuple[str, ...]]) -> Sheet:
        rows = [
            [str(at), *ROWS[0][1:5], age, helps, scale, change, "", quote]
            for at, (age, helps, scale, change, quote) in enumerate(answers, start=1)
        ]
        return export(tmp_path / name, [*rows, ["99", *ROWS[0][1:]]])

    bring(workspace, sheet("a.csv", first))
    before = everything(workspace)
    bring(workspace, sheet("b.csv", second))
    with workspace.read() as session:
        for at, (age, helps, scale, change, _) in enumerate(second, start=1):
            assert ticked(session, f"id:{at}", HEADINGS[AGE]) == ([age] if age else [])
            assert ticked(session, f"id:{at}", HEADINGS[HELPS]) == helps.split(";")[:-1]
            assert ticked(session, f"id:{at}", HEADINGS[SCALE]) == [scale]
            written = session.scalars(
                select(Feedback.words)
                .join(Response, Response.id == Feedback.response_id)
                .join(Question, Question.id == Feedback.question_id)
                .where(
                    Response.known_as == f"id:{at}",
                    Question.words == HEADINGS[CHANGE],
                    Feedback.binned_at.is_(None),
                )
            ).all()
            assert written == ([change] if change else [])
    workspace.undo()
    assert everything(workspace) == before
    with workspace.read() as session:
        (batch,) = session.scalars(select(ImportBatch.id))
    with workspace.change("take back") as session:
        surveys.take_back(session, batch)
    assert not any(everything(workspace)[name] for name in ("response", "answer", "feedback"))
