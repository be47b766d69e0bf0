"""The key file of an older copy opens with the recovery key alone."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from pcf_desktop.records import AuditEntry
from pcf_desktop.workspace import Workspace, backup, connection, envelope, opening
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.faults import DiskTrouble, FullDisk, OldKeyFile, WrongPassphrase
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.opening import OpenForum
from tests.workspace.made_forum import contents, log, open_, texts
from tests.workspace.small_forum import CHEAP, OTHER, WORDS

THIRD = "a third set of words"


def change(folder: Path, old: str = WORDS, new: str = OTHER) -> Backup:
    with closing(open_(folder, old)) as forum:
        made = forum.change_passphrase(old, new, CHEAP)
    assert isinstance(made, Backup)
    return made


def put_back(kept: bytes, folder: Path) -> None:
    """Copy the key file of an older copy into a closed forum."""
    (folder / "forum.key").write_bytes(kept)


@pytest.fixture
def older(folder: Path) -> bytes:
    """The key file as it was before the passphrase was changed from WORDS to OTHER."""
    kept = (folder / "forum.key").read_bytes()
    change(folder)
    return kept


def actions(forum: OpenForum) -> list[str]:
    with forum.workspace.read() as session:
        return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


def test_the_newest_copy_has_the_newest_key_file_and_the_change_is_noted(folder: Path) -> None:
    log(folder, "one")
    made = change(folder)
    assert made.reason is Reason.KEY_FILE
    assert made == backup.newest_good(ForumFolder(folder))
    assert made.folder.envelope.read_bytes() == (folder / "forum.key").read_bytes()
    with pytest.raises(WrongPassphrase):
        open_(folder)
    with closing(open_(folder, OTHER)) as forum:
        assert actions(forum)[-1] == "Change the passphrase"
        assert forum.workspace.health().is_sound
        assert texts(forum) == ["one"]


def test_no_undo_takes_it_back(folder: Path) -> None:
    with closing(open_(folder)) as forum:
        with forum.workspace.change("Log feedback"):
            pass
        forum.change_passphrase(WORDS, OTHER, CHEAP)
        assert forum.workspace.undo() is None
        assert forum.workspace.key_file == 1


def test_an_older_key_file_opens_with_the_recovery_key_alone(
    made: tuple[Path, str], folder: Path, older: bytes
) -> None:
    put_back(older, folder)
    before = contents(folder)
    with pytest.raises(OldKeyFile, match=r"changed after this forum\.key was"):
        open_(folder, WORDS)
    with pytest.raises(WrongPassphrase):
        open_(folder, OTHER)
    assert contents(folder) == before
    with closing(opening.open_forum(folder, opening.with_recovery_key(made[1]))) as forum:
        assert forum.by_recovery_key
        assert not forum.sheet_checked
        forum.change_passphrase(None, THIRD, CHEAP)
    with closing(open_(folder, THIRD)) as forum:
        assert not forum.by_recovery_key
        assert forum.sheet_checked  # for it was read
    put_back(older, folder)
    with pytest.raises(OldKeyFile):
        open_(folder, WORDS)


def test_only_the_recovery_key_stands_for_the_old_passphrase(folder: Path) -> None:
    before = (folder / "forum.key").read_bytes()
    with closing(open_(folder)) as forum:
        with pytest.raises(ValueError, match="whoever knows it"):
            forum.change_passphrase(None, OTHER, CHEAP)
        with pytest.raises(WrongPassphrase):
            forum.change_passphrase(OTHER, THIRD, CHEAP)
    assert (folder / "forum.key").read_bytes() == before


def test_a_change_that_could_not_be_noted_is_noted_at_the_next_opening(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = (folder / "forum.key").read_bytes()

    def full(_workspace: Workspace, _number: int) -> None:
        raise FullDisk(folder / "forum.db")

    with closing(open_(folder)) as forum, monkeypatch.context() as patched:
        patched.setattr(Workspace, "note_key_file", full)
        forum.change_passphrase(WORDS, OTHER, CHEAP)
    with closing(open_(folder, OTHER)) as forum:
        assert forum.workspace.key_file == 1
    put_back(kept, folder)
    with pytest.raises(OldKeyFile):
        open_(folder)


def test_a_copy_that_could_not_be_made_leaves_the_new_passphrase(folder: Path) -> None:
    (folder / "backups").rmdir()
    (folder / "backups").write_bytes(b"in the way")
    with closing(open_(folder)) as forum:
        assert isinstance(forum.change_passphrase(WORDS, OTHER, CHEAP), DiskTrouble)
    open_(folder, OTHER).close()


def test_in_an_older_copy_of_the_data_the_key_file_is_noted_once_a_person_wants_that_copy(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copy(folder / "forum.db", tmp_path / "older.db")
    change(folder)
    shutil.copy(tmp_path / "older.db", folder / "forum.db")
    with closing(open_(folder, OTHER)) as forum:
        assert forum.odd is not None
        assert forum.workspace.key_file == 0
        forum.accept()
    with closing(open_(folder, OTHER)) as forum:
        assert forum.odd is None
        assert forum.workspace.key_file == envelope.load(folder / "forum.key").number == 1


def test_where_nothing_can_be_saved_it_is_read_by_the_new_passphrase(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(folder / "forum.db", tmp_path / "older.db")
    change(folder)
    shutil.copy(tmp_path / "older.db", folder / "forum.db")
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    with closing(open_(folder, OTHER)) as forum:
        assert texts(forum) == []


def test_a_whole_copy_opens_with_the_passphrase_of_its_day(folder: Path, tmp_path: Path) -> None:
    with closing(open_(folder)) as forum:
        kept = forum.workspace.back_up(Reason.ASKED)
    change(folder)
    opening.restore_as_forum(kept, tmp_path / "again", opening.with_passphrase(WORDS))
    open_(tmp_path / "again", WORDS).close()
