"""A forum whose sheet was never checked says so above its pages until a new one was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.services.forum import forums
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.start.new_sheet import AskPassphrase, NewSheet
from pcf_desktop.ui.start.recovery import ASKED, Recovery
from pcf_desktop.workspace import connection, keys, opening
from pcf_desktop.workspace.envelope import Cost

WORDS = "four words of help"
NOTICE = "The recovery sheet of this forum was never checked."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "own"
    opening.make(made, WORDS, lambda session: forums.begin(session, "Ours", "Kent"), Cost(16))
    return made


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[app.Program]:
    made = app.Program()
    qtbot.addWidget(made.window)
    made.start()
    made.window.show()
    yield made
    made.window.leave()


def open_in(program: app.Program, folder: Path) -> None:
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))


def notices(program: app.Program) -> list[Banner]:
    return [
        banner
        for banner in program.window.findChildren(Banner)
        if not banner.isHidden() and any(NOTICE in t.text() for t in banner.findChildren(Text))
    ]


def dialog_of(program: app.Program) -> NewSheet:
    (dialog,) = program.window.findChildren(NewSheet)
    return dialog


def renew(dialog: NewSheet, qtbot: QtBot) -> str:
    """Go through the pages; return the new recovery key."""
    page = dialog.page
    assert isinstance(page, AskPassphrase)
    page.field.set_value(WORDS)
    page.button.click()
    qtbot.waitUntil(lambda: isinstance(dialog.page, Recovery))
    recovery = dialog.page
    assert isinstance(recovery, Recovery)
    for field, place in zip(recovery.fields, ASKED, strict=True):
        field.set_value(recovery.groups[place - 1])
    with qtbot.waitSignal(dialog.accepted):
        recovery.button.click()
    return "-".join(recovery.groups)


def test_the_notice_leads_to_a_new_sheet_and_goes(
    program: app.Program, folder: Path, qtbot: QtBot
) -> None:
    open_in(program, folder)
    qtbot.waitUntil(lambda: len(notices(program)) == 1)
    (notice,) = notices(program)
    notice.findChildren(Button)[0].click()
    key = renew(dialog_of(program), qtbot)
    assert notices(program) == []
    program.window.lock()
    program.open(opening.open_forum(folder, opening.with_recovery_key(key)))
    assert notices(program) == []


def test_a_checked_sheet_is_not_spoken_of_and_can_be_renewed_from_the_menu(
    program: app.Program, folder: Path, qtbot: QtBot
) -> None:
    keys.note_sheet_checked(folder / "forum.key")
    open_in(program, folder)
    assert notices(program) == []
    assert program.window.can("sheet")
    program.window.run("sheet")
    key = renew(dialog_of(program), qtbot)
    program.window.lock()
    assert not program.window.can("sheet")
    opening.open_forum(folder, opening.with_recovery_key(key)).close()


def test_a_lock_meanwhile_closes_it_and_the_notice_comes_again(
    program: app.Program, folder: Path, qtbot: QtBot
) -> None:
    open_in(program, folder)
    program.window.run("sheet")
    dialog = dialog_of(program)
    page = dialog.page
    assert isinstance(page, AskPassphrase)
    page.field.set_value(WORDS)
    page.button.click()
    qtbot.waitUntil(lambda: isinstance(dialog.page, Recovery))
    program.window.lock()
    assert not dialog.isVisible()
    assert program.window.page is None
    open_in(program, folder)
    qtbot.waitUntil(lambda: len(notices(program)) == 1)


def test_a_sheet_that_has_opened_the_forum_is_not_said_to_be_unchecked(
    program: app.Program, tmp_path: Path, qtbot: QtBot
) -> None:
    made = tmp_path / "another"
    key = opening.make(made, WORDS, lambda s: forums.begin(s, "Another", "Kent"), Cost(16))
    program.open(opening.open_forum(made, opening.with_recovery_key(key)))
    qtbot.waitUntil(
        lambda: any(not each.isHidden() for each in program.window.findChildren(Banner))
    )
    assert notices(program) == []


def test_made_up_data_has_no_sheet_to_lose(program: app.Program, forum_folder: Path) -> None:
    open_in(program, forum_folder)
    assert notices(program) == []
    assert not program.window.can("sheet")


def test_where_nothing_can_be_saved_none_is_asked_for(
    program: app.Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    open_in(program, folder)
    assert notices(program) == []
    assert not program.window.can("sheet")
