"""One writer, many readers: a change is one transaction, and nobody but the change commits it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import InvalidRequestError

from pcf_desktop.records import AuditEntry, Draft, Feedback, Series
from pcf_desktop.workspace import Changes, Session, Workspace
from pcf_desktop.workspace.faults import CannotWrite
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.workspace import FEW
from tests.conftest import DEVICE, OpenFile


def log(workspace: Workspace, words: str) -> None:
    with workspace.change("Log feedback") as session:
        session.add(Feedback(words=words))


def texts(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(session.scalars(select(Feedback.words).order_by(Feedback.id)))


def entries(workspace: Workspace) -> list[AuditEntry]:
    with workspace.read() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.id)))


def commit(session: Session) -> None:
    session.add(Feedback(words="too soon"))
    session.commit()


def commit_in_a_change(workspace: Workspace) -> None:
    with workspace.change("Commit too soon") as session:
        commit(session)


def test_a_service_that_commits_is_refused_and_nothing_is_kept(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="a service never does"):
        commit_in_a_change(workspace)
    assert texts(workspace) == []
    log(workspace, "after it")
    assert texts(workspace) == ["after it"]


def change_in_a_change(workspace: Workspace) -> None:
    with workspace.change("Outer") as session:
        session.add(Feedback(words="outer"))
        log(workspace, "inner")


def test_a_change_inside_a_change_is_refused_and_nothing_is_kept(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequestError, match="already initialized"):
        change_in_a_change(workspace)
    assert texts(workspace) == []
    log(workspace, "after it")
    assert workspace.undo_label == "Log feedback"


def test_readers_see_only_what_is_committed_and_keep_seeing_it(workspace: Workspace) -> None:
    log(workspace, "one")
    with workspace.read() as early:
        count = select(func.count()).select_from(Feedback)
        assert early.scalar(count) == 1
        with workspace.change("Log two") as session:
            session.add(Feedback(words="two"))
            session.flush()
            assert texts(workspace) == ["one"]
        assert early.scalar(count) == 1
        assert texts(workspace) == ["one", "two"]


def write_while_reading(workspace: Workspace) -> None:
    with workspace.read() as session:
        session.add(Feedback(words="never"))
        session.flush()


def test_nobody_writes_while_reading(workspace: Workspace) -> None:
    with pytest.raises(CannotWrite):
        write_while_reading(workspace)
    assert texts(workspace) == []


def test_changes_from_many_threads_come_one_after_the_other(workspace: Workspace) -> None:
    workspace.forget_history()
    told: list[Changes] = []
    workspace.on_change = told.append
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: log(workspace, str(n)), range(40)))
    assert sorted(map(int, texts(workspace))) == list(range(40))
    assert len(told) == 40
    order = texts(workspace)
    while order:
        assert workspace.undo() == "Log feedback"
        order.pop()
        assert texts(workspace) == order  # each undo takes back the change committed last
    assert workspace.undo() is None
    assert workspace.health().is_sound


def test_a_second_change_waits_for_the_first(workspace: Workspace) -> None:
    inside, go_on = Event(), Event()

    def slow() -> None:
        with workspace.change("Slow") as session:
            inside.set()
            assert go_on.wait(10)
            session.add(Feedback(words="slow"))

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(slow)
        assert inside.wait(10)
        second = pool.submit(log, workspace, "quick")
        assert texts(workspace) == []
        assert not second.done()
        go_on.set()
        first.result(10)
        second.result(10)
    assert texts(workspace) == ["slow", "quick"]


def test_a_change_tells_which_tables_it_touched_once_and_after_the_commit(
    workspace: Workspace,
) -> None:
    told: list[tuple[Changes, list[str]]] = []
    workspace.on_change = lambda changes: told.append((changes, texts(workspace)))
    log(workspace, "one")
    workspace.undo()
    workspace.redo()
    assert [tables for tables, _ in told] == [frozenset({"feedback"})] * 3
    assert [found for _, found in told] == [["one"], [], ["one"]]


def test_a_change_that_changes_nothing_leaves_no_step_no_entry_and_no_word(
    workspace: Workspace,
) -> None:
    told: list[Changes] = []
    workspace.on_change = told.append
    workspace.forget_history()
    before = len(entries(workspace))
    with workspace.change("Look only") as session:
        session.scalars(select(Feedback)).all()
    assert (workspace.undo_label, told, len(entries(workspace))) == (None, [], before)


def test_a_draft_is_kept_without_a_step_and_leaves_what_can_be_redone(workspace: Workspace) -> None:
    log(workspace, "one")
    workspace.undo()
    before = len(entries(workspace))
    with workspace.change("Keep a draft") as session:
        session.add(Draft(form="log", fields="{}"))
    assert workspace.redo_label == "Log feedback"
    assert len(entries(workspace)) == before
    with workspace.read() as session:
        assert session.scalar(select(Draft.fields)) == "{}"


def test_a_number_once_given_is_not_given_back_by_an_undo(workspace: Workspace) -> None:
    with workspace.change("Take a number") as session:
        session.add(Series(name="made", last=7))
        session.add(Feedback(words="with it"))
    workspace.undo()
    assert texts(workspace) == []
    with workspace.read() as session:
        assert session.scalar(select(Series.last).where(Series.name == "made")) == 7


def test_a_large_change_is_counted_whole_and_names_only_a_few(workspace: Workspace) -> None:
    with workspace.change("Log many") as session:
        session.add_all(Feedback(words=str(n)) for n in range(FEW + 5))
    noted = entries(workspace)[-1].changes["feedback"]["added"]
    assert noted["rows"] == FEW + 5
    assert len(noted["uids"]) == FEW


def test_undo_and_redo_are_noted_too(workspace: Workspace) -> None:
    log(workspace, "one")
    workspace.undo()
    workspace.redo()
    assert [entry.action for entry in entries(workspace)][-3:] == [
        "Log feedback",
        "Undo: Log feedback",
        "Redo: Log feedback",
    ]


def test_a_save_is_remembered_with_what_it_counts(workspace: Workspace) -> None:
    heads: list[Head] = []
    workspace._remember = heads.append
    log(workspace, "one")
    log(workspace, "two")
    assert [head.counts for head in heads] == [{"feedback": 1}, {"feedback": 2}]
    assert heads[-1] == workspace.head()


def test_closing_folds_the_log_into_the_file(
    workspace: Workspace, tmp_path: Path, open_file: OpenFile
) -> None:
    log(workspace, "kept")
    log_file = tmp_path / "forum.db-wal"
    assert log_file.stat().st_size > 0
    assert workspace.checkpoint()
    assert log_file.stat().st_size == 0
    log(workspace, "kept too")
    workspace.close()
    assert [path.name for path in tmp_path.glob("forum.db*")] == ["forum.db"]
    assert texts(open_file(tmp_path / "forum.db")) == ["kept", "kept too"]


def test_a_checkpoint_waits_for_no_reader(workspace: Workspace) -> None:
    log(workspace, "one")
    with workspace.read() as session:
        session.scalars(select(Feedback)).all()
        log(workspace, "two")
        assert not workspace.checkpoint()
    assert workspace.checkpoint()


def test_a_file_has_the_device_and_one_moment_on_all_rows_of_a_change(workspace: Workspace) -> None:
    with workspace.change("Log two") as session:
        session.add(Feedback(words="one"))
        session.flush()
        session.add(Feedback(words="two"))
    with workspace.read() as session:
        rows = session.execute(
            select(Feedback.made_at, Feedback.made_on, Feedback.changed_at)
        ).all()
    assert {row.made_on for row in rows} == {DEVICE}
    assert len({row.made_at for row in rows} | {row.changed_at for row in rows}) == 1
