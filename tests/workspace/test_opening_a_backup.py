"""A backup is never opened where it lies, and a forum is made of it beside the others."""

from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop.workspace import backup, connection, forum_folder, opening
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.faults import BadBackup, FolderNotEmpty, IsBackup, NewerFile
from pcf_desktop.workspace.last_seen import Older
from tests.workspace.made_forum import log, open_, texts
from tests.workspace.small_forum import WORDS, flip


def bytes_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def copy(folder: Path) -> Backup:
    """A backup with one comment; the forum has another one since."""
    log(folder, "one")
    with closing(open_(folder)) as forum:
        taken = forum.workspace.back_up(Reason.ASKED)
    log(folder, "two")
    return taken


@pytest.mark.parametrize("place", ["its own", "read-only"])
def test_it_is_refused_with_what_to_do_and_not_a_byte_of_it_changes(
    folder: Path, copy: Backup, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    if place == "read-only":
        monkeypatch.setattr(connection, "may_write", lambda _path: False)
    before = bytes_of(folder)
    at = copy.taken.astimezone()
    with pytest.raises(IsBackup) as raised:
        open_(copy.folder.path)
    made = f"{at.day} {at:%B %Y, %H:%M}"
    assert raised.value.happened == (
        f"This is a copy of forum made on {made}, with 1 comment. The forum as last used here is "
        f"from {made}, with 2 comments."
    )
    assert "choose Open from another folder" in raised.value.todo
    assert bytes_of(folder) == before
    assert copy.is_whole()


def test_a_link_to_it_is_refused_as_well(copy: Backup, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(copy.folder.path)
    with pytest.raises(IsBackup):
        open_(tmp_path / "link")


def test_one_whose_description_does_not_read_is_no_forum_either(copy: Backup) -> None:
    (copy.folder.path / backup.MANIFEST).write_text("{}")
    before = bytes_of(copy.folder.path)
    with pytest.raises(BadBackup):
        open_(copy.folder.path)
    assert bytes_of(copy.folder.path) == before


def test_a_forum_made_of_it_opens_as_on_that_day_and_says_what_it_lacks(
    folder: Path, copy: Backup, tmp_path: Path
) -> None:
    before = bytes_of(folder)
    opening.restore_as_forum(copy, tmp_path / "back", opening.with_passphrase(WORDS))
    assert bytes_of(folder) == before
    with closing(open_(tmp_path / "back")) as forum:
        assert texts(forum) == ["one"]
        assert isinstance(forum.odd, Older)
        assert forum.odd.missing == 1
    assert sorted(path.name for path in (tmp_path / "back").iterdir()) == [
        "backups",
        "forum.db",
        "forum.key",
        "forum.lock",
    ]


def test_nothing_is_ever_replaced(folder: Path, copy: Backup) -> None:
    before = bytes_of(folder)
    with pytest.raises(FolderNotEmpty):
        opening.restore_as_forum(copy, folder, opening.with_passphrase(WORDS))
    assert bytes_of(folder) == before


def test_one_that_is_not_whole_makes_nothing(copy: Backup, tmp_path: Path) -> None:
    flip(copy.folder.database, 6000)
    with pytest.raises(BadBackup):
        opening.restore_as_forum(copy, tmp_path / "back", opening.with_passphrase(WORDS))
    assert not (tmp_path / "back").exists()
    assert not list(tmp_path.glob(".*"))


def test_one_of_a_newer_program_makes_nothing(copy: Backup, tmp_path: Path) -> None:
    key = opening.with_passphrase(WORDS)(forum_folder.look(copy.folder.path).envelope)
    with connection.opened(copy.folder.database, key) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerFile):
        opening.restore_as_forum(copy, tmp_path / "back", opening.with_passphrase(WORDS))
    assert not (tmp_path / "back").exists()
