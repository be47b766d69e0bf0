"""Whatever is done can be taken back row for row, and done again, and search agrees throughout."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, Table, delete, event, func, select, update

from pcf_desktop.records import (
    Answer,
    Base,
    Consent,
    Feedback,
    Keyword,
    Link,
    Option,
    Priority,
    Question,
    Response,
    Survey,
    Term,
)
from pcf_desktop.workspace import Session, Workspace, history, search_index
from pcf_desktop.workspace.history import LIMIT
from pcf_desktop.workspace.workspace import NEVER_TAKEN_BACK

Rows = dict[str, list[tuple[object, ...]]]
TABLES: list[Table] = [t for t in Base.metadata.sorted_tables if t not in NEVER_TAKEN_BACK]
AWKWARD = st.sampled_from(
    [
        "it's",
        '"quoted"',
        "two\nlines",
        "nul\x00inside",
        "👩‍👧 café",
        "'; DROP TABLE feedback; --",
        "",
    ]
)
TEXTS = st.one_of(AWKWARD, st.text(st.characters(exclude_categories=["Cs"]), max_size=60))


def everything(workspace: Workspace) -> Rows:
    """Return every row of every table that undo answers for."""
    with workspace.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in TABLES
        }


def search_agrees(workspace: Workspace) -> bool:
    """Say whether the index holds what the tables hold, by FTS5's own check."""
    with workspace.change("Check the index") as session:
        for table in search_index.INDEXED:
            session.connection().exec_driver_sql(
                f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )
    return True


def add_priority(session: Session, words: str, number: int) -> None:
    kind = session.scalars(select(Term.id).limit(1)).one()
    priority = Priority(
        kind_id=kind, position=number, title=words or "-", bodies=[words], is_embargoed=False
    )
    session.add(priority)
    session.flush()
    session.add(Keyword(priority_id=priority.id, words=words))


def add_feedback(session: Session, words: str, number: int) -> None:
    feedback = Feedback(words=words, said_from=date(2021, 9, 1 + number % 28))
    session.add(feedback)
    session.flush()
    session.add(Consent(feedback_id=feedback.id, part="quote_words", given=bool(number % 2)))
    priority = session.scalars(select(Priority.id).order_by(Priority.id.desc())).first()
    if priority is not None:
        session.add(
            Link(feedback_id=feedback.id, priority_id=priority, stance="worse", passage=words)
        )


def add_survey(session: Session, words: str, number: int) -> None:
    survey = Survey(title=words)
    session.add(survey)
    session.flush()
    question = Question(survey_id=survey.id, key="1", position=1, words=words, kind="single")
    session.add(question)
    session.flush()
    option = Option(question_id=question.id, position=1, words=words)
    session.add(option)
    session.flush()
    for place in range(number % 5):
        response = Response(
            survey_id=survey.id,
            known_as=f"id:{place}",
            digest="0",
            started_at=datetime(2021, 9, 1, tzinfo=UTC),
            is_complete=True,
        )
        session.add(response)
        session.flush()
        session.add(
            Answer(
                response_id=response.id,
                question_id=question.id,
                option_id=option.id,
                number=0.1 + 0.2,
                words=words,
            )
        )
        session.add(Feedback(words=words, response_id=response.id, question_id=question.id))


def change_words(session: Session, words: str, number: int) -> None:
    session.execute(update(Feedback).where(Feedback.id % 3 == number % 3).values(words=words))
    session.execute(update(Answer).values(words=words if number % 2 else None))


def swap_unique_words(session: Session, words: str, number: int) -> None:
    """Move two unique values past each other, which only an exact replay survives."""
    found = session.scalars(select(Keyword).order_by(Keyword.id).limit(2)).all()
    if len(found) == 2:
        first, second = (each.words for each in found)
        found[1].priority_id = found[0].priority_id
        found[0].words = "between"
        session.flush()
        found[1].words = first
        session.flush()
        found[0].words = f"{first}{second}{words}!"  # longer than the other, so never the same


def remove_survey(session: Session, words: str, number: int) -> None:
    session.execute(delete(Survey).where(Survey.id % 2 == number % 2))


def remove_priorities(session: Session, words: str, number: int) -> None:
    session.execute(delete(Priority).where(Priority.id % 2 == number % 2))


def remove_feedback(session: Session, words: str, number: int) -> None:
    session.execute(delete(Feedback).where(Feedback.id % 4 == number % 4))


ACTIONS: list[Callable[[Session, str, int], None]] = [
    add_priority,
    add_feedback,
    add_survey,
    change_words,
    swap_unique_words,
    remove_survey,
    remove_priorities,
    remove_feedback,
]
STEPS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(ACTIONS), TEXTS, st.integers(0, 99)), min_size=1, max_size=4
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25)
@given(steps=STEPS)
def test_undo_restores_every_row_and_redo_brings_it_back(
    workspace: Workspace, steps: list[list[tuple[Callable[[Session, str, int], None], str, int]]]
) -> None:
    workspace.forget_history()
    before = everything(workspace)
    for step in steps:
        with workspace.change("Do something") as session:
            for action, words, number in step:
                action(session, words, number)
                session.flush()
    after = everything(workspace)
    done = count_until_none(workspace.undo)
    assert done <= len(steps)
    assert everything(workspace) == before
    assert search_agrees(workspace)
    assert count_until_none(workspace.redo) == done
    assert everything(workspace) == after
    assert search_agrees(workspace)


def count_until_none(step: Callable[[], str | None]) -> int:
    times = 0
    while step() is not None:
        times += 1
    return times


def log(workspace: Workspace, words: str) -> None:
    with workspace.change(f"Log {words}") as session:
        session.add(Feedback(words=words))


def texts(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(session.scalars(select(Feedback.words).order_by(Feedback.id)))


def test_each_step_is_taken_back_by_itself_and_by_its_name(workspace: Workspace) -> None:
    for words in ("one", "two", "three"):
        log(workspace, words)
    assert workspace.undo_label == "Log three"
    assert workspace.undo() == "Log three"
    assert texts(workspace) == ["one", "two"]
    assert workspace.redo_label == "Log three"
    assert workspace.undo() == "Log two"
    assert workspace.redo() == "Log two"
    assert texts(workspace) == ["one", "two"]


def test_a_new_change_drops_what_was_undone(workspace: Workspace) -> None:
    log(workspace, "one")
    workspace.undo()
    log(workspace, "other")
    assert workspace.redo_label is None
    assert workspace.redo() is None
    assert texts(workspace) == ["other"]


def test_only_so_many_steps_are_kept_and_their_notes_do_not_pile_up(workspace: Workspace) -> None:
    for number in range(LIMIT + 5):
        log(workspace, str(number))
    undone = 0
    while workspace.undo() is not None:
        undone += 1
    assert undone == LIMIT
    assert texts(workspace) == [str(number) for number in range(5)]


def notes(connection: Connection) -> int:
    found = connection.exec_driver_sql("SELECT count(*) FROM temp.note").scalar_one()
    return int(found)


def test_a_forgotten_history_leaves_no_copy_of_a_row(workspace: Workspace) -> None:
    log(workspace, "to be forgotten")
    with workspace.change("Remove") as session:
        session.execute(delete(Feedback))
    workspace.forget_history()
    assert workspace.undo_label is None
    with workspace.change("Look") as session:
        connection = session.connection()
        assert notes(connection) == 0
        kept = connection.exec_driver_sql("SELECT count(*) FROM temp.was_feedback").scalar_one()
    assert kept == 0


def log_and_break_off(workspace: Workspace) -> None:
    with workspace.change("Break off") as session:
        session.add(Feedback(words="never"))
        session.flush()
        raise KeyError


def test_what_is_rolled_back_leaves_no_step(workspace: Workspace) -> None:
    workspace.forget_history()
    with pytest.raises(KeyError):
        log_and_break_off(workspace)
    assert workspace.undo_label is None
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Feedback)) == 0


def bring_survey(session: Session, answers: int) -> None:
    survey = Survey(title="Big")
    session.add(survey)
    session.flush()
    question = Question(survey_id=survey.id, key="1", position=1, words="Why?", kind="text")
    session.add(question)
    session.flush()
    for place in range(answers):
        response = Response(
            survey_id=survey.id,
            known_as=f"id:{place}",
            digest="0",
            started_at=datetime(2021, 9, 1, tzinfo=UTC),
            is_complete=True,
        )
        session.add(response)
        session.flush()
        session.add(Answer(response_id=response.id, question_id=question.id, words="late"))
        session.add(Feedback(words="late", response_id=response.id, question_id=question.id))
        session.flush()


def test_a_parent_that_took_its_children_comes_back_in_few_statements(
    workspace: Workspace,
) -> None:
    with workspace.change("Import") as session:
        bring_survey(session, 40)
    before = everything(workspace)
    with workspace.change("Take back") as session:
        session.execute(delete(Survey))
    ran: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_given: object) -> None:
        ran.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        workspace.undo()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert sum(each.startswith('INSERT INTO main."') for each in ran) == 5  # one a table
    assert everything(workspace) == before
    assert search_agrees(workspace)


def test_an_undo_tells_how_far_it_is(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "BITE", 10)
    before = everything(workspace)
    with workspace.change("Import") as session:
        bring_survey(session, 40)
    after = everything(workspace)
    told: list[tuple[int, int]] = []
    for again, state in ((workspace.undo, before), (workspace.redo, after)):
        told.clear()
        again(lambda done, total: told.append((done, total)))
        (total,) = {total for _, total in told}
        shares = [done for done, _ in told]
        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0, total)
        assert len(set(shares)) > 10
        assert everything(workspace) == state
