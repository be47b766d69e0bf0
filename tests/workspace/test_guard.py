"""Another program takes the open file away: nothing is lost, and nothing is saved into nowhere."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop import paths
from pcf_desktop.records import Feedback
from pcf_desktop.workspace import backup, connection, forum_folder, keys, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.faults import FullDisk
from pcf_desktop.workspace.guard import Rescue
from pcf_desktop.workspace.opening import OpenForum
from pcf_desktop.workspace.standing import NotInPlace
from tests.workspace import made_forum
from tests.workspace.made_forum import copy_from_outside, log, open_, texts
from tests.workspace.small_forum import WORDS

Trick = Callable[[Path], object]


def save(forum: OpenForum, words: str) -> None:
    with forum.workspace.change("Log feedback") as session:
        session.add(Feedback(words=words))


def put_in_place(name: str, content: bytes) -> Trick:
    """Do as a client that shares folders: write beside it, and rename over it."""

    def trick(folder: Path) -> None:
        (folder / ".incoming").write_bytes(content)
        (folder / ".incoming").replace(folder / name)

    return trick


def by_an_older_copy(folder: Path) -> None:
    older = folder.with_name("older") / "forum.db"
    shutil.copyfile(older, folder / ".incoming")
    (folder / ".incoming").replace(folder / "forum.db")


def with_its_log(folder: Path) -> None:
    by_an_older_copy(folder)
    put_in_place("forum.db-wal", b"the log of another")(folder)


def away_and_new(folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    copy_from_outside(folder.with_name("older"), folder)


def trashed(folder: Path) -> None:
    """Do as a file manager that is told to delete."""
    (folder / "forum.db").rename(folder.with_name("trash.db"))


def both_deleted(folder: Path) -> None:
    for name in ("forum.db", "forum.key"):
        (folder / name).unlink()


TRICKS: dict[str, Trick] = {
    "database replaced by an older copy": by_an_older_copy,
    "database replaced with its log": with_its_log,
    "database replaced by rubbish": put_in_place("forum.db", b"\0" * 9000),
    "database deleted": lambda folder: (folder / "forum.db").unlink(),
    "database moved to the bin": trashed,
    "folder renamed": lambda folder: folder.rename(folder.with_name("renamed")),
    "folder deleted": shutil.rmtree,
    "folder replaced": away_and_new,
    "key file deleted": lambda folder: (folder / "forum.key").unlink(),
    "key file replaced by rubbish": put_in_place("forum.key", b"{}"),
    "database and key file deleted": both_deleted,
}


@pytest.fixture
def before(folder: Path) -> Path:
    """The closed forum with two comments, and an older copy of it with one beside it."""
    log(folder, "one")
    shutil.copytree(folder, folder.with_name("older"))
    log(folder, "two")
    return folder


@pytest.mark.parametrize("timer", [True, False], ids=["on a timer", "at a save"])
@pytest.mark.parametrize("trick", TRICKS)
def test_nothing_is_lost_and_the_saves_go_on_in_a_folder_beside_it(
    trick: str,
    timer: bool,  # noqa: FBT001
    before: Path,
) -> None:
    told: list[Rescue] = []
    with closing(open_(before)) as forum:
        forum.workspace.on_rescue = told.append
        save(forum, "three")
        TRICKS[trick](before)
        if timer:
            forum.workspace.stand()
            assert len(told) == 1
        save(forum, "four")
        assert texts(forum) == ["one", "two", "three", "four"]
        (rescue,) = told
        assert forum.folder == rescue.folder
        assert forum.workspace.undo() == "Log feedback"
        assert forum.workspace.redo() == "Log feedback"
        forum.workspace.back_up(Reason.ASKED)
        assert forum.workspace.health().is_sound
    kept = rescue.folder.path
    assert (kept.parent, kept.name[:12]) == (before.parent, "forum (kept ")
    assert f"safe in the new folder {kept.name} beside it" in rescue.words
    assert " by another program while the forum is open" in rescue.words
    with closing(open_(kept)) as forum:
        assert texts(forum) == ["one", "two", "three", "four"]
        assert forum.odd is None
        assert forum.look_over() == ""
        assert forum.last_backup() is not None
    assert not (kept / "forum.lock.json").exists()


def test_what_came_in_its_place_is_left_as_it_came(before: Path) -> None:
    """Also its log, which SQLite would delete by its name; and ours never meets it."""
    older = (before.with_name("older") / "forum.db").read_bytes()
    for trick, log_there in ((by_an_older_copy, b""), (with_its_log, b"the log of another")):
        with closing(open_(before)) as forum:
            save(forum, "only in the log")
            trick(before)
            save(forum, "kept")
        assert (before / "forum.db").read_bytes() == older
        strange = before / "forum.db-wal"
        assert (strange.read_bytes() if strange.exists() else b"") == log_there


def test_the_recovery_key_opens_what_was_kept(tmp_path: Path) -> None:
    recovery = made_forum.make(tmp_path / "forum")
    with closing(open_(tmp_path / "forum")) as forum:
        (tmp_path / "forum" / "forum.key").unlink()
        save(forum, "one")
        kept = forum.folder.path
    with closing(opening.open_forum(kept, opening.with_recovery_key(recovery))) as forum:
        assert texts(forum) == ["one"]


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_log_that_is_taken_away_alone_is_folded_in_and_begun_anew(how: str, before: Path) -> None:
    told: list[Rescue] = []
    with closing(open_(before)) as forum:
        forum.workspace.on_rescue = told.append
        save(forum, "three")
        (before / "forum.db-wal").unlink()
        if how == "replaced":
            (before / "forum.db-wal").write_bytes(b"")
        save(forum, "four")
        assert [each.folder.path for each in told] == [before]
        assert "Nothing was lost" in told[0].words
        copy_from_outside(before, before.with_name("killed here"))
        with forum.workspace.read() as one, forum.workspace.read() as other:
            for session in (one, other):  # the second opens a connection of its own
                assert len(session.query(Feedback).all()) == 4
    (before.with_name("killed here") / "forum.lock.json").unlink()
    for place in (before, before.with_name("killed here")):
        with closing(open_(place)) as forum:
            assert texts(forum) == ["one", "two", "three", "four"]


def test_what_the_program_does_itself_is_no_alarm(before: Path) -> None:
    told: list[Rescue] = []
    with closing(open_(before)) as forum:
        forum.workspace.on_rescue = told.append
        for n in range(3):
            save(forum, f"{n}")
            forum.workspace.checkpoint()
            forum.workspace.back_up(Reason.ASKED)
        made, _ = keys.new_recovery_key(forum.folder.envelope, WORDS)
        keys.replace_recovery_key(forum.folder.envelope, made)
        save(forum, "after a new recovery sheet")
        keys.change_passphrase(
            forum.folder.envelope, WORDS, "quite other words than these", Cost(16)
        )
        save(forum, "after a new passphrase")
        (before / "forum.key").touch()
        os.utime(before / "forum.db")
        before.rename(before.with_name("for a moment"))
        before.with_name("for a moment").rename(before)
        forum.workspace.stand()
        content = (before / "forum.key").read_bytes()
        put_in_place("forum.key", content)(before)  # the same again, as after a round of a client
        save(forum, "last")
        assert told == []
        assert forum.folder.path == before
        (before / "forum.db").unlink()
        save(forum, "kept with the newest key file")
    (rescue,) = told
    assert rescue.folder.envelope.read_bytes() == content


def test_a_copy_made_before_an_import_comes_to_the_new_folder(before: Path) -> None:
    with closing(open_(before)) as forum:
        shutil.rmtree(before)
        made = forum.workspace.back_up(Reason.IMPORT)
        assert made.folder.path.parent == forum.folder.backups
        assert backup.newest_good(forum.folder) == made


def test_at_the_closing_it_is_kept_too(before: Path) -> None:
    told: list[Rescue] = []
    forum = open_(before)
    forum.workspace.on_rescue = told.append
    save(forum, "three")
    shutil.rmtree(before)
    forum.close()
    with closing(open_(told[0].folder.path)) as forum:
        assert texts(forum) == ["one", "two", "three"]


def test_where_it_cannot_be_kept_nothing_is_said_to_be_saved(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise FullDisk(before.parent / "disk")

    with closing(open_(before)) as forum:
        save(forum, "three")
        shutil.rmtree(before)
        with monkeypatch.context() as patched:
            patched.setattr(backup, "copy_pages", full)
            with pytest.raises(NotInPlace):
                save(forum, "not saved")
            with pytest.raises(NotInPlace) as raised:
                save(forum, "not saved either")
        assert raised.value.happened.startswith(
            "Not saved: forum.db was moved, renamed or deleted by another program while the forum "
            "is open. There is not enough space on this disk"
        )
        assert not before.exists()
        assert texts(forum) == ["one", "two", "three"]
        save(forum, "four")
        assert texts(forum) == ["one", "two", "three", "four"]
        names = [
            each.name for each in before.parent.iterdir() if each.name not in ("state", "forums")
        ]
        assert sorted(names) == sorted([forum.folder.path.name, "older"])


def test_what_was_copied_and_did_not_open_is_taken_at_the_next_try(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise FullDisk(before.parent / "disk")

    with closing(open_(before)) as forum:
        (before / "forum.db").unlink()
        with monkeypatch.context() as patched:
            patched.setattr(connection, "connect", full)
            for _ in range(3):
                with pytest.raises(NotInPlace):
                    forum.workspace.stand()
        assert len(list(before.parent.glob("forum (kept*"))) == 1
        save(forum, "three")
        assert len(list(before.parent.glob("forum (kept*"))) == 1


def test_where_its_disk_is_gone_it_is_kept_at_home(
    before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "forums", lambda: tmp_path / "home" / "forums")
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(open_(Path(shutil.copytree(before, stick / "forum")))) as forum:
        shutil.rmtree(stick)
        save(forum, "three")
        assert forum.folder.path.parent == tmp_path / "home" / "forums"
        assert not stick.exists()
        assert texts(forum) == ["one", "two", "three"]


def test_a_forum_in_a_shared_folder_is_kept_beside_it_all_the_same(
    before: Path, tmp_path: Path
) -> None:
    (tmp_path / "Dropbox").mkdir()
    moved = before.rename(tmp_path / "Dropbox" / "forum")
    with closing(open_(moved)) as forum:
        (moved / "forum.db").unlink()
        save(forum, "three")
        assert forum.folder.path.parent == tmp_path / "Dropbox"
    assert forum_folder.look(forum.folder.path).warnings


def test_what_is_only_read_is_told_of_once_and_goes_on_being_read(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    told: list[Rescue] = []
    with closing(open_(before)) as forum:
        forum.workspace.on_rescue = told.append
        forum.workspace.stand()
        assert texts(forum) == ["one", "two"]
        by_an_older_copy(before)
        for _ in range(3):
            forum.workspace.stand()
        assert texts(forum) == ["one", "two"]
    (rescue,) = told
    assert rescue.folder.path == before
    assert "You still read what was opened" in rescue.words
    assert list(before.parent.glob("forum (kept*")) == []


def test_the_note_of_another_computer_that_came_with_its_file_stays(before: Path) -> None:
    note = b'{"device": "LAPTOP2", "id": "00000000000000000000000000000005"}'
    with closing(open_(before)) as forum:
        by_an_older_copy(before)
        put_in_place("forum.lock.json", note)(before)
        save(forum, "three")
    assert (before / "forum.lock.json").read_bytes() == note


def test_a_killed_program_has_lost_nothing_that_was_said_to_be_saved(before: Path) -> None:
    program = (
        "import sys, os; from pathlib import Path\n"
        "from pcf_desktop import paths\n"
        "paths.state = lambda: Path(sys.argv[1]).parent / 'state'\n"
        "from tests.workspace.test_guard import by_an_older_copy, save, open_\n"
        "forum = open_(Path(sys.argv[1]))\n"
        "save(forum, 'three'); by_an_older_copy(Path(sys.argv[1])); save(forum, 'four')\n"
        "print(forum.folder.path, flush=True); os._exit(9)\n"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program, str(before)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 9, ran.stderr
    for place, words in ((Path(ran.stdout.strip()), 4), (before, 1)):
        with closing(open_(place)) as forum:
            assert len(texts(forum)) == words
            assert (forum.odd is None) == (words == 4)
