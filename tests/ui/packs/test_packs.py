"""The place of packs from end to end, by keyboard, on the real file and the real worker."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.exporters.formats import Exported
from pcf_desktop.exporters.made import Made
from pcf_desktop.services.families import families
from pcf_desktop.services.packs import packs
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import MAKE, Packs
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk


def button(screen: Packs, words: str) -> Button:
    (found,) = [b for b in screen.findChildren(Button) if b.text() == words and b.isVisible()]
    return found


def press(screen: Packs, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(button(screen, words), Qt.Key.Key_Space)


def test_without_a_pack_it_says_what_packs_are_for_and_offers_one_button(
    screen: Packs, qtbot: QtBot
) -> None:
    assert [b.text() for b in screen.findChildren(Button) if b.isVisible()] == ["Make a pack"]
    assert screen.first_focus() is screen.register.empty.button
    assert screen.command("print") is None
    press(screen, "Make a pack", qtbot)
    assert screen.maker.isVisible()
    assert screen.maker.period.title.control.hasFocus()


@pytest.mark.slow
def test_a_pack_is_made_by_keyboard_alone_and_stands_in_the_register(
    screen: Packs, desk: LoneDesk, sample: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    screen.show_subject(MAKE)
    press(screen, "Continue", qtbot)
    qtbot.waitUntil(lambda: screen.maker.step is PackStep.QUOTES)
    press(screen, "Continue", qtbot)
    assert screen.maker.messages.isVisible()
    press(screen, "Continue", qtbot)
    qtbot.waitUntil(lambda: screen.maker.preview.made is not None)
    command = screen.command("print")
    assert command is not None
    command()
    assert screen.maker.step is PackStep.EXPORT
    screen.maker.export.folder.set_value(str(tmp_path / "pack"))
    command()
    qtbot.waitUntil(lambda: screen.maker.is_over)
    assert screen.maker.export.written.open.hasFocus()
    assert len(list((tmp_path / "pack").iterdir())) == 3
    assert desk.said == ["The pack is written"]
    press(screen, "See all packs made", qtbot)
    qtbot.waitUntil(lambda: screen.register.list.isVisible())
    assert screen.header.subtitle.text() == "1 pack made"
    with sample.read() as session:
        assert len(packs.issued(session)) == 3
    press(screen, "Make a pack", qtbot)
    assert screen.maker.period.isVisible()


@pytest.mark.slow
def test_after_undo_of_a_pack_it_is_said_that_its_files_stay(
    screen: Packs, desk: LoneDesk, sample: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    screen.begin()
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.step is PackStep.QUOTES)
    screen.maker.show_step(PackStep.EXPORT)
    screen.maker.export.folder.set_value(str(tmp_path / "pack"))
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.is_over)
    assert sample.undo_label == "make a pack"
    desk.worker.undo()
    qtbot.waitUntil(lambda: len(desk.said) == 2)
    assert desk.said[-1].startswith("The pack is no longer among the packs made. Its files stay")
    assert len(list((tmp_path / "pack").iterdir())) == 3
    assert not screen.maker.is_over
    with sample.read() as session:
        assert packs.issued(session) == []


def test_the_undo_of_anything_else_says_nothing_of_packs(
    screen: Packs, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    with sample.change("add a family") as session:
        families.by_code(session, "F-9001")
    with qtbot.waitSignal(desk.worker.undone) as caught:
        desk.worker.undo()
    assert caught.args == ["add a family"]
    assert desk.said == []


def test_what_was_chosen_stays_when_one_looks_at_the_register(screen: Packs, qtbot: QtBot) -> None:
    screen.begin()
    screen.maker.period.title.set_value("For the meeting")
    press(screen, "All packs", qtbot)
    assert screen.register.isVisible()
    screen.begin()
    assert screen.maker.period.title.value() == "For the meeting"


def test_before_the_lock_the_pages_are_forgotten(screen: Packs, qtbot: QtBot) -> None:
    screen.begin()
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.step is PackStep.QUOTES)
    screen.maker.go_on()
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.preview.made is not None)
    screen.put_away()
    assert screen.maker.preview.made is None


def test_who_comes_back_after_a_pack_was_written_finds_the_packs_made(
    screen: Packs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.begin()
    monkeypatch.setattr(screen.maker.preview, "made", Made(b"", 14, ()))
    screen.maker.show_step(PackStep.EXPORT)
    screen.maker.export.show_written([Exported(tmp_path / "pack.pdf", 14, ())])
    assert screen.maker.is_over
    screen.hide()
    assert screen.maker.preview.made is None  # its pages are let go
    screen.show()
    assert screen.register.isVisible()
    screen.begin()
    assert screen.maker.step is PackStep.PERIOD


def test_a_second_click_while_quotes_are_looked_for_skips_no_step(
    screen: Packs, qtbot: QtBot
) -> None:
    screen.show_subject(MAKE)
    before = button(screen, "Continue")
    before.click()
    assert before.text() == "Looking for quotes…"
    assert not before.isEnabled()
    before.click()
    screen.maker.go_on()  # as the key does
    qtbot.waitUntil(lambda: not screen.maker.is_reading)
    assert screen.maker.step is PackStep.QUOTES
    assert (before.text(), before.isEnabled()) == ("Continue", True)
