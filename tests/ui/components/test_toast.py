"""A toast says what was done, offers the way back, and never takes the focus."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Choice, apply
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.toast import Toast
from pcf_desktop.ui.tokens import space

WORDS = "Linked 3 comments to Quality of education, health and care plans"


def made(qtbot: QtBot) -> tuple[QWidget, Toast]:
    window = QWidget()
    toast = Toast(window)
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


def test_it_stays_inside_the_window_at_any_size(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    toast.tell(WORDS, toast.hide)
    for percent in (100, 200):
        apply(Choice(percent=percent))
        for width in (700, 1366, 620):
            window.resize(width, 400)
            assert window.rect().contains(toast.geometry())


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


def test_it_leaves_the_bar_of_buttons_below_it_free(qtbot: QtBot) -> None:
    for percent in (100, 200):
        apply(Choice(percent=percent))
        window, toast = made(qtbot)
        toast.tell("Saved.")
        bar = Button("Save").sizeHint().height() + space(2.5)
        assert toast.geometry().bottom() < window.height() - bar


def test_it_is_as_wide_as_its_words_also_after_longer_ones(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    window.resize(1300, 400)
    toast.tell("Saved.")
    short = toast.width()
    toast.tell(WORDS)
    assert toast.width() > short
    toast.tell("Saved.")
    assert toast.width() == short
