"""The window put together: the start, an open forum with its places and its warnings, and back."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop import app, paths
from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress
from pcf_desktop.records import Feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.ui import appearance, upkeep
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.search_field import SearchField
from pcf_desktop.ui.one_window import Call
from pcf_desktop.ui.start import not_saved
from pcf_desktop.ui.start.make import MakeForum, NewForum
from pcf_desktop.ui.start.recovery import Recovery
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.workspace import Session, connection, opening
from pcf_desktop.workspace.faults import DamagedDatabase
from pcf_desktop.workspace.opening import OpenForum
from tests.commanding import WORDS, files


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[app.Program]:
    """The program at its start."""
    monkeypatch.setattr(appearance, "_file", lambda: tmp_path / "appearance.json")
    made = app.Program()
    qtbot.addWidget(made.window)
    made.start()
    made.window.show()
    yield made
    made.window.leave()


def open_(folder: Path) -> OpenForum:
    return opening.open_forum(folder, opening.with_passphrase(WORDS))


def words_in(program: app.Program) -> str:
    return " ".join(label.text() for label in program.window.findChildren(QLabel))


def test_it_begins_with_the_start(program: app.Program) -> None:
    assert program.pages is not None
    assert program.window.page is None


def test_an_open_forum_shows_its_name_its_places_and_that_it_is_made_up(
    program: app.Program, forum_folder: Path
) -> None:
    program.open(open_(forum_folder))
    assert program.pages is None
    page = program.window.page
    assert page is not None
    for group in app.places():
        for place in group:
            page.go(place.key)
            assert type(page.screen_shown) is place.make
    assert "Made-up forum (Shropshire sample)" in words_in(program)
    assert "Made-up data." in words_in(program)


def test_locking_gives_the_forum_back_and_shows_the_start(
    program: app.Program, forum_folder: Path
) -> None:
    program.open(open_(forum_folder))
    program.window.lock()
    assert program.pages is not None
    assert program.window.page is None
    again = open_(forum_folder)
    again.close()


@pytest.mark.parametrize("command", ["lock", "idle"])
def test_after_a_lock_the_passphrase_of_that_forum_is_asked_for(
    program: app.Program, forum_folder: Path, qtbot: QtBot, command: str
) -> None:
    program.open(open_(forum_folder))
    if command == "lock":
        program.window.run("lock")
    else:
        program.window._idle.expired.emit()
    unlock = shown(program)
    assert isinstance(unlock, Unlock)
    assert program.window.focusWidget() is unlock.field.line
    qtbot.keyClicks(unlock.field.line, WORDS)
    qtbot.keyClick(unlock.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.page is not None)


def refused_save(program: app.Program) -> None:
    """Save something, as the last thing that is done, which the disk refuses."""

    def refuse(_session: Session, _progress: Progress) -> None:
        raise UserError("The disk is full.", todo="Delete something.")

    assert program.window.page is not None
    program.window.page.worker.change("log feedback", refuse, label="log Oxbellow")


LOST = "Not saved when the forum was closed: “log feedback”. The disk is full."


def test_what_a_lock_did_not_save_is_said_where_the_passphrase_is_asked_for(
    program: app.Program, forum_folder: Path
) -> None:
    program.open(open_(forum_folder))
    refused_save(program)
    program.window.lock()
    assert isinstance(shown(program), Unlock)
    assert LOST in words_in(program)
    assert not_saved.take() == ()


def test_a_window_that_could_not_save_stays_to_say_so_and_then_goes(
    program: app.Program, forum_folder: Path
) -> None:
    program.open(open_(forum_folder))
    refused_save(program)
    program.window.close()
    assert program.window.isVisible()
    assert isinstance(shown(program), Unlock)
    assert LOST in words_in(program)
    program.window.close()
    assert not program.window.isVisible()


def test_what_a_log_off_did_not_save_is_said_at_the_next_start(
    program: app.Program, forum_folder: Path, qtbot: QtBot
) -> None:
    program.open(open_(forum_folder))
    refused_save(program)
    program.window.leave()
    assert not program.window.isVisible()
    kept = "".join(file.read_text("utf-8") for file in paths.state().glob("not saved*"))
    assert kept == '["log feedback"]'
    told = []
    for _start in range(2):
        again = app.Program()
        qtbot.addWidget(again.window)
        again.start()
        told.append("Not saved when the forum was closed: “log feedback”." in words_in(again))
        again.window.leave()
    assert told == [True, False]


def shown(program: app.Program) -> QWidget | None:
    """The page of the start that is shown."""
    return program.pages.currentWidget() if program.pages is not None else None


def at_the_recovery_key(program: app.Program, qtbot: QtBot) -> Recovery:
    assert program.pages is not None
    program.pages.make()
    make = shown(program)
    assert isinstance(make, MakeForum)
    make.given.emit(NewForum("Ours", "Kent", WORDS))
    qtbot.waitUntil(lambda: isinstance(shown(program), Recovery))
    recovery = shown(program)
    assert isinstance(recovery, Recovery)
    return recovery


def test_the_window_does_not_close_over_the_recovery_key_without_a_question(
    program: app.Program, qtbot: QtBot
) -> None:
    recovery = at_the_recovery_key(program, qtbot)
    program.window.run("close")
    assert program.window.isVisible()
    (asked,) = (each for each in recovery.findChildren(QuestionDialog) if each.isVisible())
    asked.stay.click()
    assert program.window.isVisible()
    assert not program.window.close()
    (asked,) = (each for each in recovery.findChildren(QuestionDialog) if each.isVisible())
    asked.go.click()
    assert not program.window.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_window_can_be_called_to_the_front_until_its_forum_is_locked(
    program: app.Program, forum_folder: Path, short_state: Path, qtbot: QtBot
) -> None:
    def called() -> bool:
        call = Call(forum_folder, program.window)
        with qtbot.waitSignal(call.ended) as ended:
            program.window.showMinimized()
        (came,) = ended.args or [None]
        return bool(came)

    for _ in range(2):
        assert not called()
        assert program.window.isMinimized()
        program.open(open_(forum_folder))
        assert called()
        assert not program.window.isMinimized()
        program.window.lock()


def test_the_window_goes_when_the_forum_is_open_in_another(program: app.Program) -> None:
    assert program.pages is not None
    program.pages.elsewhere.emit()
    assert not program.window.isVisible()


def log(folder: Path, words: str) -> None:
    forum = open_(folder)
    with forum.workspace.change("Log feedback") as session:
        session.add(Feedback(words=words))
    forum.close()


def test_an_older_copy_is_announced_with_what_is_missing(
    program: app.Program, forum_folder: Path
) -> None:
    old = (forum_folder / "forum.db").read_bytes()
    log(forum_folder, "one")
    log(forum_folder, "two")
    (forum_folder / "forum.db").write_bytes(old)
    program.open(open_(forum_folder))
    assert "This copy is older than the one you last used here: 2 changes are missing." in words_in(
        program
    )


def test_an_older_copy_is_announced_again_until_it_is_accepted(
    program: app.Program, forum_folder: Path, qtbot: QtBot
) -> None:
    old = (forum_folder / "forum.db").read_bytes()
    log(forum_folder, "one")
    log(forum_folder, "two")
    (forum_folder / "forum.db").write_bytes(old)
    log(forum_folder, "uno")
    program.open(open_(forum_folder))
    assert "1 change is missing." in words_in(program)
    (notice,) = [
        banner
        for banner in program.window.findChildren(Banner)
        if any("is missing" in label.text() for label in banner.findChildren(QLabel))
    ]
    (button,) = notice.findChildren(Button)
    assert button.text() == "Yes, use this one"
    button.click()
    qtbot.waitUntil(notice.isHidden)
    program.window.lock()
    again = open_(forum_folder)
    assert again.odd is None
    again.close()


def test_another_history_is_announced(program: app.Program, forum_folder: Path) -> None:
    old = (forum_folder / "forum.db").read_bytes()
    log(forum_folder, "one")
    other = (forum_folder / "forum.db").read_bytes()
    (forum_folder / "forum.db").write_bytes(old)
    forum = open_(forum_folder)
    forum.accept()
    forum.close()
    log(forum_folder, "uno")
    (forum_folder / "forum.db").write_bytes(other)
    program.open(open_(forum_folder))
    assert "This file is not the one you last used here." in words_in(program)


def flip(folder: Path, place: int) -> None:
    """Flip a bit so many bytes before the end of a forum's file."""
    with (folder / "forum.db").open("rb+") as file:
        file.seek(place, os.SEEK_END)
        byte = file.read(1)[0]
        file.seek(place, os.SEEK_END)
        file.write(bytes([byte ^ 1]))


def test_a_forum_whose_name_cannot_be_read_is_refused_on_the_start(
    program: app.Program, forum_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_session: object) -> None:
        raise DamagedDatabase(forum_folder / "forum.db")

    monkeypatch.setattr("pcf_desktop.services.forum.forums.the_forum", damaged)
    program.open(open_(forum_folder))
    assert program.window.page is None
    assert "Part of the file forum.db is damaged" in words_in(program)
    open_(forum_folder).close()


def test_damage_that_no_opening_reads_is_said_above_the_page(
    program: app.Program, forum_folder: Path, qtbot: QtBot
) -> None:
    log(forum_folder, "a word " * 40_000)
    flip(forum_folder, -30 * 4096)
    program.open(open_(forum_folder))
    qtbot.waitUntil(lambda: "Part of this file is damaged." in words_in(program))
    assert "There is no good backup." in words_in(program)


def test_a_sound_file_has_no_such_banner(
    program: app.Program, forum_folder: Path, qtbot: QtBot
) -> None:
    program.open(open_(forum_folder))
    page = program.window.page
    assert page is not None
    qtbot.waitUntil(lambda: not page.worker.busy)
    assert "damaged" not in words_in(program)


def test_where_nothing_can_be_saved_it_is_said_and_editing_is_off(
    program: app.Program, forum_folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    before = files(forum_folder)
    program.open(open_(forum_folder))
    assert "Read-only: changes can\u2019t be saved here." in words_in(program)
    page = program.window.page
    assert page is not None
    for group in app.places():
        for place in group:
            page.go(place.key)
            assert page.screen_shown is not None
            assert page.screen_shown.isEnabled() is not place.only_writes
    refused: list[UserError] = []
    page.worker.refused.connect(refused.append)
    page.worker.change("Log feedback", lambda session, _progress: session.add(Feedback(words="x")))
    qtbot.waitUntil(lambda: bool(refused) and not page.worker.busy)
    assert refused[0].happened.startswith("Changes cannot be saved in")
    program.window.lock()
    assert files(forum_folder) == before


def test_each_place_has_a_key_of_its_own() -> None:
    keys = [place.key for group in app.places() for place in group]
    assert len(set(keys)) == len(keys)


def test_the_order_of_the_twelve_places_is_fixed_and_each_that_is_there_has_its_room_in_it() -> (
    None
):
    fixed = [key for group in app.GROUPS for key in group]
    there = [place.key for group in app.places() for place in group]
    assert (len(app.GROUPS), len(fixed), len(set(fixed))) == (3, 12, 12)
    assert there == [key for key in fixed if key in there]
    assert {"home", "log", "feedback", "surveys", "priorities", "packs"} <= {*there}


def test_a_place_that_is_in_no_group_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "GROUPS", app.GROUPS[:2])
    with pytest.raises(ValueError, match="no group of the navigation: packs, meetings"):
        app.places()


@pytest.mark.slow
def test_a_picture_is_taken_of_each_place(
    program: app.Program, forum_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "SETTLE", 50)
    program.open(open_(forum_folder))
    taken = app.picture(program, tmp_path / "screens")
    assert [path.stem for path in taken] == [p.key for group in app.places() for p in group]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in taken)


def test_a_place_has_one_name_from_the_navigation_to_its_file() -> None:
    for place in (each for group in app.places() for each in group):
        assert isinstance(place.make, type)
        names = place.key, place.words.casefold().split()[0]
        assert place.make.__name__.casefold().startswith(names), place
        assert place.make.__module__.rpartition(".")[2].startswith(place.key)


@pytest.mark.parametrize("empty", [False, True])
def test_ctrl_f_and_ctrl_k_lead_to_a_search_from_every_place(
    program: app.Program, forum_folder: Path, tmp_path: Path, qtbot: QtBot, *, empty: bool
) -> None:
    if empty:
        opening.make(
            tmp_path / "empty", WORDS, lambda session: forums.begin(session, "New", "Leeds")
        )
    program.open(open_(tmp_path / "empty" if empty else forum_folder))
    page = program.window.page
    assert page is not None
    with qtbot.waitActive(program.window):
        program.window.show()
        program.window.activateWindow()
    for place in (each.key for group in app.places() for each in group):
        for key in (Qt.Key.Key_F, Qt.Key.Key_K):
            page.go(place)
            qtbot.waitUntil(lambda: not page.worker.busy)
            qtbot.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
            focus = QApplication.focusWidget()
            assert focus is not None
            assert focus.isVisible()
            assert isinstance(focus, SearchField) or (empty and page.place == "feedback"), place


def test_a_file_that_a_sync_client_replaces_is_noticed_and_kept_beside(
    program: app.Program,
    forum_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is typed meanwhile: the timer sees it, and the window goes on in another folder."""
    monkeypatch.setattr(upkeep, "LOOKS", 50)
    older = Path(shutil.copytree(forum_folder, tmp_path / "older"))
    forum = open_(forum_folder)
    program.open(forum)
    page = program.window.page
    assert page is not None
    page.worker.change("log feedback", _say("Only in the open file"))
    qtbot.waitUntil(lambda: "Saved" in words_in(program))
    (older / "forum.db").replace(forum_folder / "forum.db")
    qtbot.waitUntil(lambda: "was replaced by another one" in words_in(program))
    assert "is safe in the new folder" in words_in(program)
    assert forum.folder.path != forum_folder
    page.worker.change("log feedback", _say("And after it"))
    qtbot.waitUntil(lambda: not page.worker.busy)
    program.window.lock()
    with closing(open_(forum.folder.path)) as kept, kept.workspace.read() as session:
        said = session.scalars(select(Feedback.words)).all()
    assert {"Only in the open file", "And after it"} <= set(said)


def _say(words: str) -> Callable[[Session, Progress], None]:
    return lambda session, _progress: session.add(Feedback(words=words))
