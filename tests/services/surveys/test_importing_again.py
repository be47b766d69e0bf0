"""Bringing a later export of a survey in: nothing twice, new rows added, changes told."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from pcf_desktop.importers.sheet import Choices, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import (
    Answer,
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
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.forum import reference
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import taken_back
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import (
    AGE,
    CHANGE,
    HEADINGS,
    HELPS,
    QUOTE,
    ROWS,
    SCALE,
    WELL,
    bring,
    changed,
    comment,
    counts,
    everything,
    export,
    ticked,
)

WORKBOOKS = Path(__file__).parents[2] / "files" / "surveys"


@pytest.mark.parametrize("path", sorted(WORKBOOKS.glob("*.xls")), ids=lambda path: path.stem)
def test_an_export_of_every_tool_comes_in_once_and_is_known_again(
    workspace: Workspace, path: Path
) -> None:
    sheet = read(path)
    assert sheet.tool == path.stem
    assert counts(bring(workspace, sheet))[:3] == (sheet.rows, 0, 0)
    before = everything(workspace)
    assert counts(bring(workspace, read(path)))[:3] == (0, sheet.rows, 0)
    workspace.undo()
    assert everything(workspace) == before
    workspace.undo()
    assert not any(everything(workspace)[name] for name in ("response", "answer", "feedback"))


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


def test_the_shipped_survey_comes_in_twice_as_once(workspace: Workspace) -> None:
    sheet = read(samples.survey_file())
    first = bring(workspace, sheet, samples.SURVEY_TITLE)
    assert first.imported == sheet.rows
    assert first.comments > 100
    assert counts(bring(workspace, sheet, samples.SURVEY_TITLE))[:3] == (0, sheet.rows, 0)


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
        taken_back.take_back(session, batch)
    assert not any(everything(workspace)[name] for name in ("response", "answer", "feedback"))


def test_a_text_of_one_s_own_that_becomes_an_option_later_makes_nobody_new(
    workspace: Workspace, tmp_path: Path
) -> None:
    who = ["Parent", "Foster carer"] * 8 + ["Step-dad"]
    told = ["It took a year", "Nobody rang", "The school was kind", "We wait"] * 4 + ["We gave up"]
    rows = [
        [f"2025/03/{at:02} 9:{at:02}:00 AM GMT", each, words]
        for at, (each, words) in enumerate(zip(who, told, strict=True), start=1)
    ]
    path = tmp_path / "google.csv"
    for added in ([], [["2025/03/30 9:30:00 AM GMT", "Step-dad", "We asked again"]]):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [["Timestamp", "Who are you?", "What happened?"], *rows, *added]
            )
        report = bring(workspace, read(path))
        assert counts(report)[:3] == ((1, 17, 0) if added else (17, 0, 0))
    with workspace.read() as session:
        chosen = session.scalars(
            select(Option.words)
            .join(Answer, Answer.option_id == Option.id)
            .where(Option.words == "Step-dad")
        ).all()
        assert len(chosen) == 2
