"""The foot says what is saved, what can be undone and what is hidden."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.foot import Foot


def said(foot: Foot) -> list[str]:
    parts: list[Text | Button] = [*foot.findChildren(Text), *foot.findChildren(Button)]
    return [part.text() for part in parts if part.isVisibleTo(foot)]


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
        "Undo: link to Reading && writing",
        "Last backup today",
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
    foot.set_open(is_open=True)
    foot.set_undo("add a family")
    undo, size, lock = (b for b in foot.findChildren(Button) if b.isVisibleTo(foot))
    with qtbot.waitSignals([foot.undo_pressed, foot.size_pressed, foot.lock_pressed]):
        for button in (undo, size, lock):
            button.click()


def test_a_toast_stands_in_place_of_what_it_says_anew_and_never_over_it(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.set_open(is_open=True)
    foot.set_percent(100)
    foot.set_saved(datetime(2026, 5, 3, 10, 42))  # noqa: DTZ001 - what a wall clock shows
    foot.set_undo("add a family")
    foot.toast.tell("Family F-12 added", lambda: None)
    assert said(foot) == ["Family F-12 added", "Undo", "", "Text size 100%", "Lock"]
    foot.toast.tell("That name is taken.")  # there is still something to undo
    assert said(foot) == [
        "That name is taken.", "", "Undo: add a family", "Text size 100%", "Lock",
    ]  # fmt: skip
    foot.toast.forget()
    assert said(foot) == ["Saved 10:42 am", "Undo: add a family", "Text size 100%", "Lock"]


def test_a_toast_of_one_line_moves_nothing_and_a_longer_one_makes_room(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.set_open(is_open=True)
    foot.set_percent(100)
    foot.set_saved(datetime(2026, 5, 3, 10, 42))  # noqa: DTZ001 - what a wall clock shows
    foot.set_undo("add a family")
    before = foot.heightForWidth(1366)
    foot.toast.tell("Family F-12 added", lambda: None)
    assert foot.heightForWidth(1366) == before
    foot.toast.tell("Linked 3 comments to Quality of education, health and care plans " * 3)
    assert foot.heightForWidth(800) > before
