"""Work without an open forum: done, refused or failed, and told in the GUI thread."""

from threading import get_ident

from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress
from pcf_desktop.ui.background import Background


def test_it_runs_off_the_gui_thread_and_tells_in_it(qtbot: QtBot) -> None:
    background = Background()
    told: list[int] = []
    job = background.run(lambda _progress: get_ident())
    job.done.connect(lambda _thread: told.append(get_ident()))
    with qtbot.waitSignal(job.done) as done:
        pass
    background.close()
    assert told == [get_ident()]
    assert done.args != [get_ident()]


def test_what_a_person_can_mend_is_refused(qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise UserError("That is not there.")

    background = Background()
    job = background.run(work)
    with qtbot.waitSignal(job.refused) as refused:
        pass
    background.close()
    assert refused.args is not None
    assert str(refused.args[0]) == "That is not there."


def test_it_can_be_cancelled(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress(0, 1)

    background = Background()
    job = background.run(work)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    background.close()
