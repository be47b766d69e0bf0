"""Chips: one at a time or several, with counts."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.chips import Chip, ChipOption, Chips
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.reading_order import stops

OPTIONS = [ChipOption("all", "All priorities", 8), ChipOption("worse", "Worse & late", 1204)]


@pytest.mark.parametrize(("how", "expected"), [("one", ("worse",)), ("several", ("all", "worse"))])
def test_clicking_turns_them_on(how: str, expected: tuple[str, ...], qtbot: QtBot) -> None:
    chips = Chips("Show", OPTIONS, several=how == "several")
    qtbot.addWidget(chips)
    chips.set_value("all")
    with qtbot.waitSignal(chips.chosen) as chosen:
        chips.findChildren(Chip)[1].click()
    assert chosen.args == [expected]
    assert chips.value() == expected


def test_setting_a_value_tells_nobody(qtbot: QtBot) -> None:
    chips = Chips("Show", OPTIONS)
    told: list[tuple[str, ...]] = []
    qtbot.addWidget(chips)
    chips.chosen.connect(told.append)
    chips.set_value("worse")
    chips.set_value()
    assert (chips.value(), told) == ((), [])


def test_counts_are_shown_and_read_and_change(qtbot: QtBot) -> None:
    chips = Chips("Show", OPTIONS)
    qtbot.addWidget(chips)
    chip = chips.findChildren(Chip)[1]
    assert (chip.accessibleName(), chip.accessibleDescription()) == ("Worse & late 1,204", "Show")
    chips.set_options([ChipOption("worse", "Worse & late", 3)])
    assert chip.accessibleName() == "Worse & late 3"
    with pytest.raises(KeyError):
        chips.set_options([ChipOption("other", "Other")])


def test_nothing_moves_when_a_chip_is_turned_on(qtbot: QtBot) -> None:
    chip = Chip(OPTIONS[0])
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_the_focus_comes_to_the_chip_that_is_on(qtbot: QtBot) -> None:
    chips = Chips("Show", OPTIONS)
    qtbot.addWidget(chips)
    with qtbot.waitActive(chips):
        chips.show()
        chips.activateWindow()
    chips.set_value("worse")
    chips.focus_first()
    assert chips.findChildren(Chip)[1].hasFocus()


def entries(chips: Chips) -> list[str]:
    return [each.text() for each in stops(chips) if isinstance(each, Chip)]


def test_tab_enters_at_the_first_again_after_all_were_turned_off(qtbot: QtBot) -> None:
    chips = Chips("Show", OPTIONS)
    qtbot.addWidget(chips)
    with qtbot.waitActive(chips):
        chips.show()
        chips.activateWindow()
    first, second = chips.findChildren(Chip)
    assert entries(chips) == [first.text()]
    second.setFocus()
    second.click()
    assert entries(chips) == [second.text()]
    chips.set_value()
    assert entries(chips) == [first.text()]


def test_each_of_several_is_a_stop_for_tab(qtbot: QtBot) -> None:
    chips = Chips("Show", OPTIONS, several=True)
    qtbot.addWidget(chips)
    chips.show()
    chips.set_value()
    assert len(entries(chips)) == len(OPTIONS)


def test_one_that_is_not_offered_is_passed_over(qtbot: QtBot) -> None:
    chips = Chips("Show", [*OPTIONS, ChipOption("bin", "In the bin")])
    qtbot.addWidget(chips)
    chips.set_value("all")
    chips.set_offered("worse", offered=False)
    with qtbot.waitExposed(chips):
        chips.show()
    chips.activateWindow()
    first, middle, last = chips.findChildren(Chip)
    assert (first.isVisible(), middle.isVisible(), last.isVisible()) == (True, False, True)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert chips.value() == ("bin",)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("wide", [300, 900])
def test_counts_that_come_late_are_never_painted_cut(qtbot: QtBot, percent: int, wide: int) -> None:
    apply(Look(percent=percent))
    page, chips = Scroll(), Chips("Show", OPTIONS)
    page.body.addWidget(chips)
    page.body.addStretch(1)
    qtbot.addWidget(page)
    page.resize(wide, 400)
    with qtbot.waitExposed(page):
        page.show()
    chips.set_options([ChipOption(each.key, each.words, 12345) for each in OPTIONS])
    for chip in chips.findChildren(Chip):  # at once: the next that Qt does may be to paint
        assert chip.width() >= min(chip.sizeHint().width(), chips.width())
        assert chip.height() >= chip.sizeHint().height()
