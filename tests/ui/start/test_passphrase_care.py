"""A passphrase is changed from the menu, and asked for after an opening by recovery sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.services.forum import forums
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.start.new_passphrase import PassphraseDialog
from pcf_desktop.workspace import backup, connection, envelope, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.faults import OldKeyFile, WrongPassphrase
from pcf_desktop.workspace.forum_folder import ForumFolder

WORDS, OTHER = "four words of help", "another set of words"
NOTICE = "This forum was opened with the recovery sheet."


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    """A forum and its recovery key."""
    place = tmp_path / "own"
    key = opening.make(place, WORDS, lambda s: forums.begin(s, "Ours", "Kent"), Cost(16))
    return place, key


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[app.Program]:
    made = app.Program()
    qtbot.addWidget(made.window)
    made.start()
    made.window.show()
    yield made
    made.window.leave()


def dialogs(program: app.Program) -> list[PassphraseDialog]:
    found = program.window.findChildren(PassphraseDialog)
    return [dialog for dialog in found if dialog.isVisible()]


def said(program: app.Program) -> list[str]:
    """Return the words of the banners that are shown."""
    shown = [each for each in program.window.findChildren(Banner) if not each.isHidden()]
    return [text.text() for each in shown for text in each.findChildren(Text)]


def change(program: app.Program, qtbot: QtBot, old: str, new: str) -> PassphraseDialog:
    (dialog,) = dialogs(program)
    dialog.page.old.set_value(old)
    dialog.page.new.set_value(new)
    dialog.page.again.set_value(new)
    dialog.page.button.click()
    return dialog


def test_it_is_changed_from_the_menu_and_a_copy_is_made(
    program: app.Program, made: tuple[Path, str], qtbot: QtBot
) -> None:
    folder = made[0]
    before = (folder / "forum.key").read_bytes()
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))
    assert dialogs(program) == []
    program.window.run("passphrase")
    dialog = change(program, qtbot, OTHER, OTHER + " more")
    qtbot.waitUntil(lambda: "does not match" in dialog.page.old.problem)
    with qtbot.waitSignal(dialog.accepted):
        change(program, qtbot, WORDS, OTHER)
    copy = backup.newest_good(ForumFolder(folder))
    assert copy is not None
    assert copy.reason is Reason.KEY_FILE
    assert envelope.load(copy.folder.envelope) == envelope.load(folder / "forum.key")
    program.window.lock()
    with pytest.raises(WrongPassphrase):
        opening.open_forum(folder, opening.with_passphrase(WORDS))
    (folder / "forum.key").write_bytes(before)
    with pytest.raises(OldKeyFile):
        opening.open_forum(folder, opening.with_passphrase(WORDS))


def test_after_the_recovery_sheet_it_is_asked_for_until_it_is_chosen(
    program: app.Program, made: tuple[Path, str], qtbot: QtBot
) -> None:
    folder, key = made
    program.open(opening.open_forum(folder, opening.with_recovery_key(key)))
    (dialog,) = dialogs(program)
    dialog.page.back.emit()
    assert dialogs(program) == []
    qtbot.waitUntil(lambda: any(NOTICE in words for words in said(program)))
    program.window.run("passphrase")
    with qtbot.waitSignal(dialogs(program)[0].accepted):
        change(program, qtbot, "", OTHER)
    assert [words for words in said(program) if NOTICE in words] == []
    program.window.run("passphrase")
    with qtbot.waitSignal(dialogs(program)[0].accepted):  # who is here now must know it
        change(program, qtbot, OTHER, WORDS)
    program.window.lock()
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))
    assert dialogs(program) == []


def test_a_copy_that_could_not_be_made_is_said_above_the_pages(
    program: app.Program, made: tuple[Path, str], qtbot: QtBot
) -> None:
    folder = made[0]
    (folder / "backups").rmdir()
    (folder / "backups").write_bytes(b"in the way")
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))
    program.window.run("passphrase")
    with qtbot.waitSignal(dialogs(program)[0].accepted):
        change(program, qtbot, WORDS, OTHER)
    start = "The passphrase is changed, but no copy of the forum could be made."
    qtbot.waitUntil(lambda: any(words.startswith(start) for words in said(program)))


def test_who_leaves_while_it_is_changed_is_told_and_it_is_changed(
    program: app.Program, made: tuple[Path, str], qtbot: QtBot
) -> None:
    program.open(opening.open_forum(made[0], opening.with_passphrase(WORDS)))
    page = program.window.page
    assert page is not None
    program.window.run("passphrase")
    with qtbot.waitSignal(page.told) as told:
        change(program, qtbot, WORDS, OTHER).page.back.emit()
    assert told.args[0].startswith("The passphrase is changed")
    program.window.lock()
    opening.open_forum(made[0], opening.with_passphrase(OTHER)).close()


def test_made_up_data_and_what_is_only_read_keep_theirs(
    program: app.Program,
    made: tuple[Path, str],
    forum_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program.open(opening.open_forum(forum_folder, opening.with_passphrase(WORDS)))
    assert not program.window.can("passphrase")
    program.window.lock()
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    program.open(opening.open_forum(made[0], opening.with_recovery_key(made[1])))
    assert not program.window.can("passphrase")
    assert dialogs(program) == []
