"""A screen loads when it is shown, again when its tables change, and never after it has gone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from tests.ui.desk import LoneDesk
from tests.ui.rooms import Families


def shown(desk: LoneDesk, qtbot: QtBot) -> Families:
    screen = Families(desk)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.waitUntil(lambda: screen.list.text() != "")
    return screen


def test_it_loads_when_it_is_first_shown(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    screen.hide()
    screen.show()
    assert screen.loads == 1


def test_it_loads_again_when_its_tables_change(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    screen.button.click()
    qtbot.waitUntil(lambda: screen.loads == 2)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[0].endswith("added [Undo]")
    desk.worker.changed.emit(frozenset({"theme"}))
    assert screen.loads == 2


def test_a_change_behind_its_back_is_seen_at_the_next_show(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    screen.hide()
    desk.worker.changed.emit(frozenset({"family"}))
    assert screen.loads == 1
    screen.show()
    assert screen.loads == 2


def test_an_answer_for_a_screen_that_has_gone_is_dropped(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    answers: list[object] = []
    job = screen.read(lambda _session: 1, answers.append)
    delete(screen)
    with qtbot.waitSignal(job.ended):
        pass
    assert answers == []


def test_rows_are_fetched_off_the_gui_thread(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    answers: list[object] = []
    screen.fetch_rows(lambda _session, keys: dict.fromkeys(keys, "row"))([1, 2], answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: answers == [{1: "row", 2: "row"}])


def test_only_the_latest_answer_of_a_topic_comes(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    answers: list[object] = []
    screen.latest("search", lambda _session: "t", answers.append)
    screen.latest("search", lambda _session: "tr", answers.append)
    qtbot.waitUntil(lambda: answers == ["tr"])


def test_find_goes_to_the_search_field(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    find = screen.command("find")
    assert find is not None
    find()
    assert screen.focusWidget() is screen.search
    assert screen.command("print") is None


def test_how_a_form_is_ended_stays_in_view(desk: LoneDesk, qtbot: QtBot) -> None:
    screen, save = shown(desk, qtbot), Button("Save form")
    screen.add(*(Text(f"Line {number}") for number in range(100)))
    screen.add_foot(save)
    screen.resize(600, 300)
    qtbot.waitUntil(lambda: save.visibleRegion().boundingRect() == save.rect())
    assert save.mapTo(screen, save.rect().bottomLeft()).y() < screen.height()


def test_a_long_page_scrolls_as_a_whole(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    screen.resize(600, 200)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert screen.header.visibleRegion().boundingRect().height() <= screen.header.height()
