"""A new recovery key takes the old one's place only once it was read back, and whole or not."""

import json
import sys
from pathlib import Path
from uuid import UUID

import pytest

from pcf_desktop.workspace import envelope, keys
from pcf_desktop.workspace.faults import (
    CannotWrite,
    DiskTrouble,
    FullDisk,
    WrongPassphrase,
    WrongRecoveryKey,
)
from tests.workspace.small_forum import CHEAP, OTHER, WORDS, dies_at

FORUM = UUID(int=5)
MADE, KEY, OLD = keys.new_envelope(WORDS, FORUM, CHEAP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "forum.key").write_bytes(MADE.to_bytes())
    return tmp_path / "forum.key"


def opens(path: Path, recovery: str) -> bool:
    try:
        return keys.open_with_recovery_key(envelope.load(path), recovery) == KEY
    except WrongRecoveryKey:
        return False


def test_the_new_sheet_opens_the_old_one_no_longer_and_the_passphrase_still(path: Path) -> None:
    made, new = keys.new_recovery_key(path, WORDS)
    keys.replace_recovery_key(path, made)
    assert (opens(path, OLD), opens(path, new)) == (False, True)
    assert keys.open_with_passphrase(envelope.load(path), WORDS) == KEY
    assert envelope.load(path).sheet_checked
    assert path.stat().st_mode & 0o777 == 0o600


def test_until_it_is_put_in_place_nothing_is_written(path: Path) -> None:
    before = path.read_bytes()
    _, new = keys.new_recovery_key(path, WORDS)
    assert new != OLD
    assert path.read_bytes() == before
    assert (opens(path, OLD), opens(path, new)) == (True, False)


def test_nobody_makes_one_without_the_passphrase(path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        keys.new_recovery_key(path, OTHER)


def test_a_passphrase_changed_meanwhile_is_kept(path: Path) -> None:
    made, new = keys.new_recovery_key(path, WORDS)
    keys.change_passphrase(path, WORDS, OTHER, CHEAP)
    keys.replace_recovery_key(path, made)
    assert keys.open_with_passphrase(envelope.load(path), OTHER) == KEY
    assert opens(path, new)


def test_a_kill_at_any_step_leaves_one_sheet_that_opens(path: Path) -> None:
    made, new = keys.new_recovery_key(path, WORDS)
    step = 1
    while dies_at(step, lambda: keys.replace_recovery_key(path, made)):
        found = opens(path, OLD), opens(path, new)
        assert sorted(found) == [False, True]
        assert envelope.load(path).sheet_checked is found[1]
        path.write_bytes(MADE.to_bytes())
        step += 1
    assert step > 4
    assert opens(path, new)


def test_a_check_is_noted_and_changes_nothing_else(path: Path) -> None:
    before = json.loads(path.read_bytes())
    keys.note_sheet_checked(path)
    after = json.loads(path.read_bytes())
    assert envelope.load(path).sheet_checked
    assert before.pop("sheet_checked") is False
    for fields in (before, after):
        fields.pop("checksum")
    assert after == before
    assert opens(path, OLD)


def test_it_is_noted_once(path: Path) -> None:
    keys.note_sheet_checked(path)
    written = path.stat().st_mtime_ns, path.stat().st_ino
    keys.note_sheet_checked(path)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == written


def test_a_change_of_passphrase_forgets_neither(path: Path) -> None:
    keys.change_passphrase(path, WORDS, OTHER, CHEAP)
    assert not envelope.load(path).sheet_checked
    keys.note_sheet_checked(path)
    keys.change_passphrase(path, OTHER, WORDS, CHEAP)
    assert envelope.load(path).sheet_checked


REFUSES = {"/dev/full": FullDisk, "/sys/kernel/uevent_seqnum": CannotWrite, ".": DiskTrouble}
"""Places of the system that take no file, and what is said of each."""


@pytest.mark.skipif(sys.platform != "linux", reason="these places are there alone")
@pytest.mark.parametrize("place", REFUSES)
def test_a_disk_that_refuses_is_said_and_the_old_sheet_stands(path: Path, place: str) -> None:
    made, _ = keys.new_recovery_key(path, WORDS)
    path.with_name(".forum.key.part").symlink_to(place)  # where the new file would be written
    with pytest.raises(REFUSES[place]):
        keys.replace_recovery_key(path, made)
    assert opens(path, OLD)
    assert not envelope.load(path).sheet_checked
