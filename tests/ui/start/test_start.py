"""From choosing a forum to having it open, with real files and the real key."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.services import forums
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.start.make import Make, NewForum
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.start.recovery import ASKED, Recovery
from pcf_desktop.ui.start.start import Start
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import Welcome
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.opening import OpenForum

WORDS = "four words of help"
P = TypeVar("P", bound=StartPage)


@pytest.fixture
def forum(tmp_path: Path) -> tuple[Path, str]:
    folder = tmp_path / "own" / "Our forum"
    folder.parent.mkdir()
    key = opening.make(
        folder, WORDS, lambda session: forums.begin(session, "Our forum", "Somerset"), Cost(16)
    )
    return folder, key


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    made = Start(tmp_path / "own")
    qtbot.addWidget(made)
    made.show()
    made.welcome()
    opened: list[OpenForum] = []
    made.ready.connect(opened.append)
    yield made
    made.put_away()
    for each in opened:
        each.close()


def page(start: Start, kind: type[P]) -> P:
    shown = start.currentWidget()
    assert isinstance(shown, kind)
    return shown


def test_the_forums_of_this_computer_are_offered(forum: tuple[Path, str], start: Start) -> None:
    start.welcome()
    welcome = page(start, Welcome)
    first = welcome.first_focus()
    assert first is not None
    assert first.accessibleName() == "Our forum"


def test_the_passphrase_opens_it_by_keyboard_alone(
    forum: tuple[Path, str], start: Start, qtbot: QtBot
) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    qtbot.keyClicks(unlock.field.line, WORDS)
    with qtbot.waitSignal(start.ready, timeout=10_000) as ready:
        qtbot.keyClick(unlock.field.line, Qt.Key.Key_Return)
    (opened,) = ready.args or [None]
    assert isinstance(opened, OpenForum)
    with opened.workspace.read() as session:
        assert forums.the_forum(session).area == "Somerset"


def test_a_wrong_passphrase_is_said_beside_the_field_and_can_be_mended(
    forum: tuple[Path, str], start: Start, qtbot: QtBot
) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    qtbot.keyClicks(unlock.field.line, "something else entirely")
    unlock.button.click()
    qtbot.waitUntil(lambda: bool(unlock.field.problem), timeout=10_000)
    assert "does not match" in unlock.field.problem
    assert "data is safe" in unlock.field.problem
    assert unlock.button.isEnabled()


def test_the_recovery_key_opens_it_too(forum: tuple[Path, str], start: Start, qtbot: QtBot) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    unlock.other.click()
    unlock.field.set_value(forum[1].lower().replace("-", " "))
    with qtbot.waitSignal(start.ready, timeout=10_000):
        unlock.button.click()


def test_a_folder_without_a_forum_is_said_on_the_page(start: Start, tmp_path: Path) -> None:
    start.unlock(tmp_path)
    welcome = page(start, Welcome)
    assert len(welcome.findChildren(Banner)) == 1


def test_a_new_forum_shows_its_recovery_key_once_and_wants_two_groups_back(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    start.make()
    make = page(start, Make)
    make.given.emit(NewForum("Forum: new?", "Staffordshire", WORDS))
    qtbot.waitUntil(lambda: isinstance(start.currentWidget(), Recovery), timeout=10_000)
    recovery = page(start, Recovery)
    assert (tmp_path / "own" / "Forum new" / "forum.db").is_file()
    recovery.button.click()
    assert all(field.problem for field in recovery.fields)
    for field, place in zip(recovery.fields, ASKED, strict=True):
        field.set_value(recovery.groups[place - 1].lower())
    with qtbot.waitSignal(start.ready, timeout=10_000):
        recovery.button.click()


def test_what_is_missing_for_a_new_forum_stands_in_the_summary(start: Start, qtbot: QtBot) -> None:
    start.make()
    make = page(start, Make)
    make.passphrase.set_value(WORDS)
    make.again.set_value(WORDS + "x")
    make.button.click()
    assert make.problems.isVisible()
    assert make.name.problem
    assert make.area.problem
    assert "differ" in make.again.problem


def test_a_weak_passphrase_is_refused_with_a_way_to_a_better_one(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    start.make()
    make = page(start, Make)
    make.given.emit(NewForum("Weak", "Kent", "short"))
    qtbot.waitUntil(lambda: bool(make.passphrase.problem), timeout=10_000)
    assert not (tmp_path / "own" / "Weak").exists()


@pytest.mark.slow
def test_a_made_up_forum_opens_filled_and_linked(start: Start, qtbot: QtBot) -> None:
    welcome = page(start, Welcome)
    with qtbot.waitSignal(start.ready, timeout=20_000) as ready:
        welcome.tried.emit("shropshire")
    (opened,) = ready.args or [None]
    assert isinstance(opened, OpenForum)
    with opened.workspace.read() as session:
        assert forums.the_forum(session).sample == "shropshire"
