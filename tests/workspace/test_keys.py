"""Passphrase and recovery key open; nothing else does; a change is whole or not at all."""

import os
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from pcf_desktop.workspace import envelope, keys, passphrase
from pcf_desktop.workspace.envelope import Cost, Envelope
from pcf_desktop.workspace.faults import (
    FullDisk,
    MistypedRecoveryKey,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryKey,
)
from tests.workspace.small_forum import CHEAP, OTHER, WORDS, dies_at

FORUM = UUID(int=5)
MADE, KEY, RECOVERY = keys.new_envelope(WORDS, FORUM, CHEAP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "forum.key").write_bytes(MADE.to_bytes())
    return tmp_path / "forum.key"


def openers(path: Path) -> list[str]:
    """Return which passphrases open the envelope and give the right key."""
    found = envelope.load(path)
    opening = []
    for words in (WORDS, OTHER):
        try:
            assert keys.open_with_passphrase(found, words) == KEY
            opening.append(words)
        except WrongPassphrase:
            continue
    assert keys.open_with_recovery_key(found, RECOVERY) == KEY
    return opening


def test_the_passphrase_opens_however_its_letters_were_typed() -> None:
    made, key, _ = keys.new_envelope("café by the harbour wall", FORUM, CHEAP)
    assert keys.open_with_passphrase(made, " cafe\u0301  by the harbour wall ") == key


def test_the_recovery_key_opens() -> None:
    assert keys.open_with_recovery_key(MADE, RECOVERY.lower()) == KEY


@pytest.mark.parametrize("words", ["", WORDS.upper(), WORDS + "!", "password", "test"])
def test_another_passphrase_is_wrong(words: str) -> None:
    with pytest.raises(WrongPassphrase) as raised:
        keys.open_with_passphrase(MADE, words)
    assert str(raised.value) == (
        "This passphrase does not match. Your data is safe. "
        "Check Caps Lock, or use your recovery sheet."
    )


def test_the_recovery_key_of_another_forum_is_wrong() -> None:
    other = keys.new_envelope(WORDS, FORUM, CHEAP)[2]
    with pytest.raises(WrongRecoveryKey):
        keys.open_with_recovery_key(MADE, other)


def test_a_mistyped_recovery_key_names_the_group() -> None:
    wrong = RECOVERY[:25] + ("0" if RECOVERY[25] != "0" else "7") + RECOVERY[26:]
    with pytest.raises(MistypedRecoveryKey, match="That key has a mistake in group 5") as raised:
        keys.open_with_recovery_key(MADE, wrong)
    assert RECOVERY[24:29] not in str(raised.value)


def test_a_wrapping_cannot_be_moved_to_another_forum_or_use() -> None:
    moved = Envelope(UUID(int=6), MADE.made, CHEAP, MADE.by_passphrase, MADE.by_recovery_key)
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(moved, WORDS)
    with pytest.raises(WrongRecoveryKey):
        keys.open_with_recovery_key(moved, RECOVERY)


def test_two_forums_with_one_passphrase_share_nothing() -> None:
    other, key, recovery = keys.new_envelope(WORDS, FORUM, CHEAP)
    assert key != KEY
    assert recovery != RECOVERY
    assert other.by_passphrase.salt != MADE.by_passphrase.salt


def test_a_weak_passphrase_makes_no_envelope(path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        keys.new_envelope("short", FORUM, CHEAP)
    with pytest.raises(WeakPassphrase):
        keys.change_passphrase(path, WORDS, "short", CHEAP)
    assert openers(path) == [WORDS]


def test_a_changed_passphrase_opens_and_the_old_does_not(path: Path) -> None:
    keys.change_passphrase(path, WORDS, OTHER, CHEAP)
    assert openers(path) == [OTHER]
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_apostrophe_is_one_whichever_keyboard_wrote_it_also_in_files_made_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    curly, straight = (f"Gran{mark}s tea at the harbour" for mark in ("\u2019", "'"))
    keys.change_passphrase(path, WORDS, curly, CHEAP)
    assert keys.open_with_passphrase(envelope.load(path), straight) == KEY
    monkeypatch.setattr(passphrase, "normal", lambda words: words.encode())  # as it was before
    keys.set_passphrase(path, KEY, curly, CHEAP)
    monkeypatch.undo()
    assert keys.open_with_passphrase(envelope.load(path), curly) == KEY


def test_the_old_passphrase_must_be_known_to_change_it(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        keys.change_passphrase(path, OTHER, OTHER, CHEAP)
    assert path.read_bytes() == before


def test_the_data_key_sets_a_new_passphrase_and_the_recovery_key_stays_valid(path: Path) -> None:
    keys.set_passphrase(path, KEY, OTHER, CHEAP)
    assert openers(path) == [OTHER]


def test_each_change_has_a_higher_number_also_than_one_known_elsewhere(path: Path) -> None:
    assert keys.change_passphrase(path, WORDS, OTHER, CHEAP) == 1
    assert keys.set_passphrase(path, KEY, WORDS, CHEAP, last=7) == 8
    assert envelope.load(path).number == 8


@pytest.mark.skipif(sys.platform != "linux", reason="this place is there alone")
def test_a_full_disk_is_said_and_the_old_passphrase_stands(path: Path) -> None:
    path.with_name(".forum.key.part").symlink_to("/dev/full")  # where the new one would be written
    with pytest.raises(FullDisk):
        keys.change_passphrase(path, WORDS, OTHER, CHEAP)
    assert openers(path) == [WORDS]


@pytest.mark.parametrize(
    "change",
    [
        lambda path: keys.change_passphrase(path, WORDS, OTHER, CHEAP),
        lambda path: keys.set_passphrase(path, KEY, OTHER, CHEAP),
    ],
)
def test_a_kill_at_any_step_leaves_one_passphrase_that_opens(path: Path, change) -> None:
    step, found = 1, []
    while dies_at(step, lambda: change(path)):
        found.append(openers(path))
        path.write_bytes(MADE.to_bytes())
        step += 1
    assert step > 4
    assert all(len(opening) == 1 for opening in found)
    assert openers(path) == [OTHER]


@pytest.mark.slow
def test_a_hundred_kills_at_different_times_lock_nobody_out(path: Path) -> None:
    changed, began = 0, time.monotonic()
    keys.change_passphrase(path, WORDS, OTHER, CHEAP)
    takes = time.monotonic() - began
    for kill in range(100):
        path.write_bytes(MADE.to_bytes())
        child = os.fork()
        if child == 0:
            try:
                while True:
                    keys.change_passphrase(path, WORDS, OTHER, CHEAP)
                    keys.change_passphrase(path, OTHER, WORDS, CHEAP)
            finally:
                os._exit(1)
        time.sleep(takes * kill / 30)
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        opening = openers(path)
        assert len(opening) == 1
        changed += opening == [OTHER]
    assert 0 < changed < 100


@pytest.mark.slow
def test_a_guess_costs_all_that_owasp_asks_of_scrypt() -> None:
    """N = 2^17, r = 8, p = 1 (OWASP Password Storage Cheat Sheet); whatever costs less is wrong."""
    made, key, _ = keys.new_envelope(WORDS, FORUM)
    assert made.cost == Cost(n=2**17, r=8, p=1)
    assert keys.open_with_passphrase(made, WORDS) == key
    for cheaper in (Cost(n=2**16, r=8, p=1), Cost(n=2**17, r=4, p=1)):
        with pytest.raises(WrongPassphrase):
            keys.open_with_passphrase(replace(made, cost=cheaper), WORDS)
