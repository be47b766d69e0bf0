"""The worker: changes in turn, reads beside them, nothing told too late, nothing left behind."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Cancelled, Progress
from pcf_desktop.services.families import families
from pcf_desktop.ui.worker import Job, Worker
from pcf_desktop.workspace import Session, Workspace


@pytest.fixture
def worker(sample: Workspace) -> Iterator[Worker]:
    made = Worker(sample)
    yield made
    made.close()


def add_family(session: Session, _progress: Progress) -> str:
    return families.new(session).code


def outcomes(job: Job) -> list[str]:
    """Note which of a job's signals are emitted, in order, and whether in the GUI thread."""
    seen: list[str] = []

    def note(name: str) -> None:
        seen.append(name if QThread.isMainThread() else f"{name} elsewhere")

    job.done.connect(lambda _result: note("done"))
    job.cancelled.connect(lambda: note("cancelled"))
    job.refused.connect(lambda _error: note("refused"))
    job.failed.connect(lambda _error: note("failed"))
    job.progressed.connect(lambda _done, _total: note("progressed"))
    job.ended.connect(lambda: note("ended"))
    return seen


def test_a_change_tells_its_tables_and_its_result(worker: Worker, qtbot: QtBot) -> None:
    told: list[frozenset[str]] = []
    worker.changed.connect(told.append)
    with qtbot.waitSignal(worker.change("Add a family", add_family).done) as done:
        pass
    assert "family" in told[0]
    assert done.args[0].startswith("F-")
    assert worker.workspace.undo_label == "Add a family"


def test_undo_and_redo_run_in_turn(worker: Worker, qtbot: QtBot) -> None:
    worker.change("Add a family", add_family)
    worker.undo()
    worker.redo()
    with qtbot.waitSignals([worker.undone, worker.redone], order="strict"):
        pass
    assert (worker.workspace.undo_label, worker.workspace.redo_label) == ("Add a family", None)


def test_an_undo_tells_how_far_it_is_and_goes_on_to_its_end(worker: Worker, qtbot: QtBot) -> None:
    worker.change("Add a family", add_family)
    job = worker.undo()
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    job.cancel()  # as when the window closes
    with qtbot.waitSignal(job.done) as done:
        pass
    assert done.args == ["Add a family"]
    assert told
    assert told[-1][0] == told[-1][1]
    assert worker.workspace.redo_label == "Add a family"


def test_what_the_person_can_mend_is_refused_and_not_a_fault(worker: Worker, qtbot: QtBot) -> None:
    def refuse(_session: Session, _progress: Progress) -> None:
        raise UserError("That name is taken.", todo="Choose another.")

    job = worker.change("Add", refuse)
    seen = outcomes(job)
    with qtbot.waitSignal(worker.refused):
        pass
    assert seen == ["refused", "ended"]


def test_a_fault_is_told_and_rolled_back(worker: Worker, qtbot: QtBot) -> None:
    def fail(session: Session, progress: Progress) -> None:
        add_family(session, progress)
        raise RuntimeError

    job = worker.change("Add", fail)
    seen = outcomes(job)
    with qtbot.waitSignal(worker.failed):
        pass
    assert seen == ["failed", "ended"]
    assert worker.workspace.undo_label is None


def test_cancelled_work_leaves_nothing(worker: Worker, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(session: Session, progress: Progress) -> None:
        add_family(session, progress)
        progress(1, 2)
        begun.set()
        go_on.wait(5)
        progress(2, 2)

    job = worker.change("Add", slow, stops=True)
    seen = outcomes(job)
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    go_on.set()
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == ["progressed", "cancelled", "ended"]
    assert worker.workspace.undo_label is None


def test_only_the_latest_search_is_told(worker: Worker, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_session: Session) -> str:
        begun.set()
        go_on.wait(5)
        return "t"

    jobs = [worker.latest("search", slow)]
    qtbot.waitUntil(begun.is_set)
    jobs += [worker.latest("search", said(words)) for words in ("tr", "tra")]
    other = worker.latest("counts", lambda _session: 12)
    seen = [outcomes(job) for job in (*jobs, other)]
    go_on.set()
    with qtbot.waitSignal(other.ended):
        pass
    assert seen == [["cancelled", "ended"]] * 2 + [["done", "ended"]] * 2


def test_reads_go_on_while_a_change_runs(worker: Worker, qtbot: QtBot) -> None:
    go_on = threading.Event()
    change = worker.change("Wait", lambda _s, _p: go_on.wait(5))
    with qtbot.waitSignal(worker.read(lambda session: families.codes(session)).done):
        pass
    go_on.set()
    with qtbot.waitSignal(change.ended):
        pass


def pages(progress: Progress) -> str:
    progress(1, 1)
    return "pages"


def said(words: str) -> Callable[[Session], str]:
    return lambda _session: words


def test_files_are_made_beside_the_changes(worker: Worker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worker.run(pages).done) as done:
        pass
    assert done.args == ["pages"]


def test_work_of_unknown_length_does_not_flood_the_window(worker: Worker, qtbot: QtBot) -> None:
    """A reader does not know how many rows there are; it reports after each few."""

    def count(progress: Progress) -> None:
        for done in range(20_000):
            progress(done, 0)

    job = worker.run(count)
    seen = outcomes(job)
    with qtbot.waitSignal(job.ended):
        pass
    assert 1 <= seen.count("progressed") < 200


def test_a_job_can_be_cancelled_long_after_its_end(worker: Worker, qtbot: QtBot) -> None:
    job = worker.read(lambda _session: 1)
    assert worker.busy
    with qtbot.waitSignal(job.ended):
        pass
    qtbot.waitUntil(lambda: not worker.children())
    job.cancel()
    assert job.unwanted
    assert not worker.busy


def test_closing_waits_and_tells_nothing_afterwards(sample: Workspace, qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    worker, ended = Worker(sample), []
    begun = threading.Event()

    def until_cancelled(_session: Session, progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress(1, 2)
        except Cancelled:
            ended.append("rolled back")
            raise

    job = worker.change("Never ends", until_cancelled, stops=True)
    seen = outcomes(job)
    qtbot.waitUntil(begun.is_set)
    worker.close()
    qtbot.wait(10)
    assert ended == ["rolled back"]
    assert "cancelled" not in seen
    assert worker.lost == {}
    assert set(threading.enumerate()) <= before


def held_up(worker: Worker) -> threading.Event:
    """Keep the worker at a change until the event is set."""
    go_on = threading.Event()
    worker.change("Wait", lambda _s, _p: go_on.wait(5))
    return go_on


def test_a_save_that_waits_as_the_window_closes_is_done_though_it_tells_how_far_it_is(
    sample: Workspace,
) -> None:
    worker = Worker(sample)
    go_on = held_up(worker)

    def save(session: Session, progress: Progress) -> None:
        for done in range(3):
            progress(done, 3)
            families.new(session)

    worker.change("Add three", save)
    threading.Timer(0.05, go_on.set).start()
    worker.close()
    assert sample.undo_label == "Add three"
    assert worker.lost == {}


def test_what_fails_as_the_window_closes_is_known_and_logged_without_its_message(
    sample: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_session: Session, _progress: Progress) -> None:
        raise UserError("The disk is full of Oxbellow.")

    def fail(_session: Session, _progress: Progress) -> None:
        raise RuntimeError("Quetzalbrook")

    worker = Worker(sample)
    go_on = held_up(worker)
    worker.change("Log feedback", refuse)
    worker.change("Link", fail, label="Link to Thrumpenny")
    go_on.set()
    worker.close()
    assert {action: type(error) for action, error in worker.lost.items()} == {
        "Log feedback": UserError,
        "Link": RuntimeError,
    }
    assert "not done at the end: Log feedback (UserError)" in caplog.text
    assert "not done at the end: Link (RuntimeError)" in caplog.text
    assert [
        word for word in ("Oxbellow", "Quetzalbrook", "Thrumpenny") if word in caplog.text
    ] == []


def test_a_change_has_words_of_its_own_for_undo(worker: Worker, qtbot: QtBot) -> None:
    job = worker.change("Add a family", add_family, label="Add F-0012")
    with qtbot.waitSignal(job.done):
        pass
    assert worker.workspace.undo_label == "Add F-0012"


def test_what_is_asked_for_after_the_end_is_not_done(worker: Worker) -> None:
    worker.close()
    seen = outcomes(worker.read(lambda session: session))
    worker.change("too late", add_family)
    assert not worker.busy
    assert seen == []
