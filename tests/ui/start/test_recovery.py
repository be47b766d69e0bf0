"""The recovery key is shown whole and in order, and reading it back is what opens the forum."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.start.recovery import ASKED, Recovery

KEY = "5Y2V0-VBHJC-9YD1H-47JQ6-HVASJ-QD8PM-Y5C91-PT092"


def test_every_group_is_shown_in_order(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    shown = " ".join(label.text() for label in page.findChildren(Text))
    places = [shown.index(group) for group in KEY.split("-")]
    assert places == sorted(places)


def test_a_wrong_group_is_named(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    page.fields[0].set_value("9YD1H")
    page.fields[1].set_value("QD8PN")
    with qtbot.assertNotEmitted(page.done):
        page.button.click()
    assert page.fields[0].problem == ""
    assert page.fields[1].problem == f"This is not group {ASKED[1]}."


def test_enter_in_a_group_opens_when_both_are_right(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    page.fields[0].set_value("9yd1h")
    page.fields[1].set_value("QD8PM")
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.fields[1].line, Qt.Key.Key_Return)


def test_the_whole_page_is_seen_on_a_small_laptop(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    page.resize(1366, 690)
    with qtbot.waitExposed(page):
        page.show()
    (scroll,) = page.findChildren(Scroll)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
