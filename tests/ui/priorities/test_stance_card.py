"""A stance is chosen by a click or its letter, never by the program."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.chips import Chip
from pcf_desktop.ui.priorities.stance_card import StanceCard


def card(qtbot: QtBot, stance: str = "") -> StanceCard:
    made = StanceCard(7, "Waits", "“waiting”", key="1", stance=stance)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_nothing_is_chosen_at_first(qtbot: QtBot) -> None:
    made = card(qtbot)
    assert made.chips.value() == ()
    with qtbot.assertNotEmitted(made.chosen):
        made.come()


def test_a_click_chooses(qtbot: QtBot) -> None:
    made = card(qtbot)
    worse = next(chip for chip in made.findChildren(Chip) if chip.key == "worse")
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.mouseClick(worse, Qt.MouseButton.LeftButton)
    assert chosen.args == [7, "worse"]


def test_a_letter_chooses_while_the_card_has_the_focus(qtbot: QtBot) -> None:
    made = card(qtbot)
    made.come()
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made.chips.focusProxy(), Qt.Key.Key_C)
    assert chosen.args == [7, "concern"]


def test_a_link_shows_its_stance_and_can_be_removed(qtbot: QtBot) -> None:
    made = card(qtbot, "better")
    assert made.chips.value() == ("better",)
    remove = next(b for b in made.findChildren(Button) if b.accessibleName().startswith("Remove"))
    with qtbot.waitSignal(made.removed) as removed:
        remove.click()
    assert removed.args == [7]
