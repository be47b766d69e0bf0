"""Only the newest piece of work tells what came of it."""

from threading import Event

from pytestqt.qtbot import QtBot

from pcf_desktop.progress import Progress
from pcf_desktop.ui.packs.newest import Newest
from tests.ui.desk import LoneDesk


def test_older_work_is_stopped_and_tells_nothing(desk: LoneDesk, qtbot: QtBot) -> None:
    came: list[str] = []
    newest, go = Newest(desk.worker, desk), Event()

    def slow(progress: Progress) -> str:
        go.wait(5)
        return "old"

    newest.run(slow, came.append)
    newest.run(lambda _progress: "waited", came.append)
    newest.run(lambda _progress: "new", came.append)
    go.set()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert came == ["new"]
    assert not newest.busy


def test_what_is_stopped_tells_nothing(desk: LoneDesk, qtbot: QtBot) -> None:
    came: list[str] = []
    newest = Newest(desk.worker, desk)
    job = newest.run(lambda _progress: "old", came.append)
    assert newest.is_newest(job)
    newest.stop()
    assert not newest.is_newest(job)
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert came == []
