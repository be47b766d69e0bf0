"""No view keeps the processor at work: once settled, it is not laid out or painted again."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pcf_desktop import app
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.search_field import SearchField
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk
from tests.ui.gallery import pages
from tests.ui.rooms import SIGN
from tests.ui.views.registry import views

pytestmark = pytest.mark.slow

LISTED = views()
STRETCH = 300
"""Milliseconds of the event loop in which a view at rest does nothing at all."""
TRIES = 6
"""How many stretches a view has to come to rest; one that works for ever has none that is still."""
WORK = {QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest, QEvent.Type.Paint}


class Watch(QObject):
    """Counts what is laid out and painted, by the kind of widget."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.seen: Counter[str] = Counter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in WORK and isinstance(watched, QWidget):
            self.seen[f"{type(watched).__name__}: {event.type().name}"] += 1
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # a text cursor may blink, but not here
    made = Watch(qapp)
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)
    qapp.setCursorFlashTime(flash)


def work_at_rest(watch: Watch, qtbot: QtBot) -> Counter[str]:
    """Return what was still done in the stillest stretch: nothing, unless it goes on for ever."""
    stretches = []
    for _ in range(TRIES):
        watch.seen.clear()
        qtbot.wait(STRETCH)
        stretches.append(Counter(watch.seen))
        if not stretches[-1]:
            break
    return min(stretches, key=Counter.total)


def show(view: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", LISTED)
def test_a_view_comes_to_rest(
    name: str, percent: int, desk: LoneDesk, watch: Watch, qtbot: QtBot
) -> None:
    apply(Look(percent=percent))
    view = LISTED[name](desk)
    qtbot.addWidget(view)
    view.resize(1142, 698)
    show(view, qtbot)
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert watch.seen  # it sees what is painted
    assert work_at_rest(watch, qtbot) == {}


@pytest.mark.parametrize("name", pages())
def test_the_components_come_to_rest(name: str, watch: Watch, qtbot: QtBot) -> None:
    page = pages()[name]()
    qtbot.addWidget(page)
    show(page, qtbot)
    assert work_at_rest(watch, qtbot) == {}


def test_the_window_comes_to_rest_at_every_place(
    sample: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    page = window.open_forum(sample, SIGN, app.places(), lambda: None)
    show(window, qtbot)
    restless = {}
    for place in (place.key for group in app.places() for place in group):
        page.go(place)
        qtbot.waitUntil(lambda: not page.worker.busy)
        if work := work_at_rest(watch, qtbot):
            restless[place] = work
    window.close()
    assert restless == {}


class Restless(SearchField):
    """A field that moves its words whenever it is painted, as ours once did."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.setTextMargins(20, 0, 10, 0)
        super().paintEvent(event)


def test_a_field_that_lays_itself_out_at_each_painting_is_found(watch: Watch, qtbot: QtBot) -> None:
    field = Restless("Search feedback")
    qtbot.addWidget(field)
    show(field, qtbot)
    assert work_at_rest(watch, qtbot)["Restless: Paint"] > 1
