"""A new sheet counts once it was read back; whoever leaves before that keeps the old one."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.start.new_sheet import AskPassphrase, NewSheet
from pcf_desktop.ui.start.recovery import ASKED, Recovery
from pcf_desktop.workspace import envelope, keys
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.faults import WrongRecoveryKey

WORDS = "four words of help"
MADE, KEY, OLD = keys.new_envelope(WORDS, UUID(int=5), Cost(16))


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    (tmp_path / "forum.key").write_bytes(MADE.to_bytes())
    return tmp_path / "forum.key"


@pytest.fixture
def dialog(key_file: Path, qtbot: QtBot) -> Iterator[NewSheet]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    made = NewSheet(key_file, "Our forum", over)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    over.close()


def ask(dialog: NewSheet, words: str) -> AskPassphrase:
    page = dialog.page
    assert isinstance(page, AskPassphrase)
    page.field.set_value(words)
    page.button.click()
    return page


def shown(dialog: NewSheet, qtbot: QtBot) -> Recovery:
    """Give the passphrase and return the page with the new key."""
    ask(dialog, WORDS)
    qtbot.waitUntil(lambda: isinstance(dialog.page, Recovery))
    assert isinstance(dialog.page, Recovery)
    return dialog.page


def read_back(page: Recovery) -> None:
    for field, place in zip(page.fields, ASKED, strict=True):
        field.set_value(page.groups[place - 1])
    page.button.click()


def opens(key_file: Path, recovery: str) -> bool:
    try:
        return keys.open_with_recovery_key(envelope.load(key_file), recovery) == KEY
    except WrongRecoveryKey:
        return False


def question(dialog: NewSheet) -> QuestionDialog:
    (asked,) = (each for each in dialog.findChildren(QuestionDialog) if each.isVisible())
    return asked


def test_it_begins_at_the_passphrase(dialog: NewSheet, qtbot: QtBot) -> None:
    page = dialog.page
    assert isinstance(page, AskPassphrase)
    qtbot.waitUntil(page.field.line.hasFocus)
    page.button.click()
    assert page.field.problem == "Type the passphrase."
    assert page.button.isEnabled()


def test_a_wrong_passphrase_is_said_and_can_be_mended(dialog: NewSheet, qtbot: QtBot) -> None:
    page = ask(dialog, "something else entirely")
    qtbot.waitUntil(lambda: bool(page.field.problem))
    assert "does not match" in page.field.problem
    assert shown(dialog, qtbot).groups


def test_read_back_it_takes_the_old_ones_place(
    dialog: NewSheet, key_file: Path, qtbot: QtBot
) -> None:
    page = shown(dialog, qtbot)
    new = "-".join(page.groups)
    assert (opens(key_file, OLD), opens(key_file, new)) == (True, False)
    with qtbot.waitSignal(dialog.accepted):
        read_back(page)
    assert (opens(key_file, OLD), opens(key_file, new)) == (False, True)
    assert envelope.load(key_file).sheet_checked


@pytest.mark.parametrize("way", ["close", "escape", "back"])
def test_leaving_asks_first_and_then_keeps_the_old_sheet(
    dialog: NewSheet, key_file: Path, qtbot: QtBot, way: str
) -> None:
    def leave() -> None:
        if way == "close":
            dialog.close()
        elif way == "escape":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            page.back.emit()

    page, before = shown(dialog, qtbot), key_file.read_bytes()
    leave()
    question(dialog).stay.click()
    assert dialog.isVisible()
    leave()
    assert "The old sheet stays valid" in question(dialog).accessibleDescription()
    with qtbot.waitSignal(dialog.rejected):
        question(dialog).go.click()
    assert key_file.read_bytes() == before


def test_before_a_key_is_shown_leaving_asks_nothing(dialog: NewSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_lock_closes_it_without_a_question(
    dialog: NewSheet, key_file: Path, qtbot: QtBot
) -> None:
    shown(dialog, qtbot)
    with qtbot.waitSignal(dialog.finished) as finished:
        dialog.reject()
    assert finished.args == [QDialog.DialogCode.Rejected.value]
    assert opens(key_file, OLD)


def test_a_disk_that_refuses_is_said_and_it_can_be_tried_again(
    dialog: NewSheet, key_file: Path, qtbot: QtBot
) -> None:
    page = shown(dialog, qtbot)
    blocked = key_file.with_name(".forum.key.part")
    blocked.symlink_to(".")  # where the new file would be written
    read_back(page)
    qtbot.waitUntil(lambda: bool(page.findChildren(Banner)))
    assert opens(key_file, OLD)
    with qtbot.waitSignal(dialog.accepted):
        page.button.click()
