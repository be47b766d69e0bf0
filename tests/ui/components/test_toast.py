"""A toast says what was done, offers the way back, and never takes the focus."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.toast import Toast

WORDS = "Linked 3 comments to Quality of education, health and care plans"


def made(qtbot: QtBot) -> tuple[QWidget, Toast]:
    window, toast = QWidget(), Toast()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(FlowRow(toast))
    qtbot.addWidget(window)
    window.resize(700, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, toast


def test_undo_calls_back_once(qtbot: QtBot) -> None:
    _window, toast = made(qtbot)
    undone: list[str] = []
    toast.tell(WORDS, lambda: undone.append("undone"))
    focus = QApplication.focusWidget()
    assert focus is None or not toast.isAncestorOf(focus)
    undo, close = toast.findChildren(Button)
    undo.click()
    assert (undone, toast.isVisible()) == (["undone"], False)
    toast.tell(WORDS)
    assert not undo.isVisible()
    close.click()
    assert not toast.isVisible()


def test_it_stays_inside_the_window_with_all_its_words_at_any_size(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    toast.tell(WORDS, toast.hide)
    words = toast.findChildren(Text)[0]
    for percent in (100, 200):
        apply(Look(percent=percent))
        for width in (700, 1366, 620):
            window.resize(width, 400)
            qtbot.wait(20)
            box = QRect(toast.mapTo(window, QPoint()), toast.size())
            assert window.rect().contains(box)
            assert words.height() >= words.heightForWidth(words.width())


def test_it_goes_after_a_while_but_not_under_the_focus(qtbot: QtBot) -> None:
    _window, toast = made(qtbot)
    toast._stay.setInterval(20)
    toast.tell(WORDS, toast.hide)
    toast.findChildren(Button)[0].setFocus()
    qtbot.wait(60)
    assert toast.isVisible()
    toast.findChildren(Button)[0].clearFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_forgetting_leaves_no_words(qtbot: QtBot) -> None:
    _window, toast = made(qtbot)
    toast.tell(WORDS, toast.hide)
    toast.forget()
    assert not toast.isVisible()
    assert [label.text() for label in toast.findChildren(Text)] == [""]


def test_it_is_as_wide_as_its_words_also_after_longer_ones(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    window.resize(1300, 400)
    widths = []
    for words in ("Saved.", WORDS, "Saved."):
        toast.tell(words)
        qtbot.wait(20)
        widths.append(toast.width())
    assert widths[1] > widths[0] == widths[2]


def test_it_says_whether_it_shows_and_whether_it_offers_a_way_back(qtbot: QtBot) -> None:
    _window, toast = made(qtbot)
    told: list[tuple[bool, bool]] = []
    toast.appeared.connect(lambda shows: told.append((shows, toast.offers_undo)))
    toast.tell(WORDS, lambda: None)
    toast.tell(WORDS)
    toast.forget()
    assert told == [(True, True), (True, False), (False, False)]
