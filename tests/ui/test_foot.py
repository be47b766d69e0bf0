"""The foot says what is saved, what can be undone and what is hidden."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.foot import Foot


def said(foot: Foot) -> list[str]:
    parts: list[Text | Button] = [*foot.findChildren(Text), *foot.findChildren(Button)]
    return [part.text() for part in parts if not part.isHidden()]


def test_it_says_what_is_so_and_nothing_more(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.set_open(is_open=True)
    foot.set_percent(110)
    assert said(foot) == ["Text size 110%", "Lock"]
    foot.set_saved(datetime(2026, 5, 3, 10, 42))  # noqa: DTZ001 - what a wall clock shows
    foot.set_undo("link to Reading & writing")
    foot.set_hidden("3 hidden by filters")
    foot.set_backup("Last backup today")
    assert said(foot) == [
        "Saved 10:42 am",
        "3 hidden by filters",
        "Last backup today",
        "Undo: link to Reading && writing",
        "Text size 110%",
        "Lock",
    ]


def test_it_forgets_when_the_forum_is_closed(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.set_undo("add a family")
    foot.set_hidden("3 hidden by filters")
    foot.set_open(is_open=False)
    foot.set_percent(100)
    assert said(foot) == ["Text size 100%"]
    everything = [part.text() for part in foot.findChildren(Button)]
    assert "add a family" not in "".join(everything)


def test_its_buttons_ask(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.set_undo("add a family")
    undo, size, lock = foot.findChildren(Button)
    with qtbot.waitSignals([foot.undo_pressed, foot.size_pressed, foot.lock_pressed]):
        for button in (undo, size, lock):
            button.click()
