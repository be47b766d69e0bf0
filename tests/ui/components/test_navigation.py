"""The navigation: one stop for Tab, arrows inside, counts that are read out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.navigation import NavButton, Navigation, NavItem

ITEMS = [[NavItem("home", "Home", "house"), NavItem("sort", "Sort", "tray")]]


def made(qtbot: QtBot) -> Navigation:
    navigation = Navigation(ITEMS, "Places", "Made-up forum", "Shropshire")
    qtbot.addWidget(navigation)
    navigation.set_current("home")
    with qtbot.waitActive(navigation):
        navigation.show()
        navigation.activateWindow()
    return navigation


def test_choosing_a_place_says_its_key(qtbot: QtBot) -> None:
    navigation = made(qtbot)
    with qtbot.waitSignal(navigation.chosen) as chosen:
        navigation.findChildren(NavButton)[1].click()
    assert chosen.args == ["sort"]


def test_arrow_keys_move_along_the_places(qtbot: QtBot) -> None:
    navigation = made(qtbot)
    navigation.current().setFocus()
    pressed: list[str] = []
    navigation.chosen.connect(pressed.append)
    with qtbot.waitSignal(navigation.walked) as walked:
        qtbot.keyClick(navigation.current(), Qt.Key.Key_Down)
    assert walked.args == ["sort"]
    assert (pressed, navigation.current().hasFocus()) == ([], True)
    with qtbot.assertNotEmitted(navigation.walked):
        qtbot.keyClick(navigation.current(), Qt.Key.Key_Down)  # there is none further down
    with qtbot.waitSignal(navigation.walked) as walked:
        qtbot.keyClick(navigation.current(), Qt.Key.Key_Up)
    assert walked.args == ["home"]


def test_a_count_is_shown_and_read_and_taken_away(qtbot: QtBot) -> None:
    navigation = made(qtbot)
    button = navigation.findChildren(NavButton)[1]
    without = button.sizeHint().width()
    navigation.set_count("sort", 1204)
    assert button.accessibleDescription() == "1,204"
    assert button.sizeHint().width() > without
    navigation.set_count("sort", None)
    assert (button.accessibleDescription(), button.sizeHint().width()) == ("", without)


def test_nothing_moves_when_a_place_is_chosen(qtbot: QtBot) -> None:
    navigation = made(qtbot)
    button = navigation.findChildren(NavButton)[1]
    before = button.sizeHint()
    navigation.set_current("sort")
    assert button.sizeHint() == before


def test_its_heading_is_never_a_window_of_its_own(qtbot: QtBot) -> None:
    made = Navigation(ITEMS, "Places", "Made-up forum", "Staffordshire")
    qtbot.addWidget(made)
    assert not made.title.isVisible()
    assert not made.subtitle.isVisible()
    made.show()
    assert made.title.isVisible()


def test_of_twelve_places_at_200_per_cent_none_is_cut_and_the_one_that_is_shown_is_seen(
    qtbot: QtBot,
) -> None:
    apply(Look(percent=200))
    words = "Home Log Sort Feedback Surveys|Inspection Priorities Reach|Meetings Packs Said Forum"
    groups = [[NavItem(w, w, "house") for w in group.split()] for group in words.split("|")]
    groups[2][3] = NavItem("Forum", "Forum and data", "gear")
    navigation = Navigation(groups, "Places", "Made-up forum", "Staffordshire sample")
    qtbot.addWidget(navigation)
    navigation.set_count("Packs", 1204)
    navigation.set_current("Forum")
    navigation.resize(navigation.sizeHint().width(), 600)  # 768 less the menus and the foot
    navigation.show()
    buttons = navigation.findChildren(NavButton)
    assert len(buttons) == 12
    for button, key in zip(buttons, words.replace("|", " ").split(), strict=True):
        navigation.set_current(key)
        assert button.width() >= button.sizeHint().width()
        assert button.visibleRegion().boundingRect().size() == button.size()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_place_is_cut_by_a_count_or_by_the_bar_beside_it(qtbot: QtBot, percent: int) -> None:
    apply(Look(percent=percent))
    page, navigation = QWidget(), Navigation(ITEMS, "Places", "Made-up forum", "Shropshire")
    row = QHBoxLayout(page)
    row.addWidget(navigation)
    row.addWidget(QWidget(), 1)
    qtbot.addWidget(page)
    page.resize(900, 2 * percent)  # too low at 200 %
    navigation.set_current("home")
    with qtbot.waitExposed(page):
        page.show()
    navigation.set_count("sort", 123_456)
    qtbot.wait(20)
    for button in navigation.findChildren(NavButton):
        button.setFocus()
        navigation.set_current("sort")
        seen = button.visibleRegion().boundingRect()
        assert (seen.left(), seen.width()) == (0, button.width()) or seen.isEmpty()
        assert button.width() >= button.sizeHint().width()
