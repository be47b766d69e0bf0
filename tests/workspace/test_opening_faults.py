"""Whatever goes wrong at an opening has its own sentence, changes nothing and lets go."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import pytest

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import connection, forum_folder, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import Envelope
from pcf_desktop.workspace.faults import (
    DamagedDatabase,
    DamagedEnvelope,
    EmptyFile,
    ForumFault,
    InUse,
    MissingEnvelope,
    MissingForum,
    NewerFile,
    NotAForum,
    WrongPassphrase,
    WrongRecoveryKey,
)
from pcf_desktop.workspace.opening import OpenForum
from tests.often import often
from tests.workspace.made_forum import Broken, contents, log, make, open_, texts
from tests.workspace.small_forum import OTHER, WORDS, flip

# Each spoils a forum's folder in its own way.


def spoil_nothing(folder: Path) -> None:
    """Leave the folder as it is; the passphrase will be the wrong one."""


def damage_envelope(folder: Path) -> None:
    flip(folder / "forum.key", 200)


def remove_envelope(folder: Path) -> None:
    (folder / "forum.key").unlink()


def damage_first_page(folder: Path) -> None:
    flip(folder / "forum.db", 100)


def cut_short(folder: Path) -> None:
    os.truncate(folder / "forum.db", 2000)


def empty(folder: Path) -> None:
    os.truncate(folder / "forum.db", 0)


def remove_database(folder: Path) -> None:
    (folder / "forum.db").unlink()


def put_picture(folder: Path) -> None:
    (folder / "forum.db").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + os.urandom(9000))


def put_plain_database(folder: Path) -> None:
    (folder / "forum.db").unlink()
    with closing(sqlite3.connect(folder / "forum.db")) as plain:
        plain.execute("CREATE TABLE note (words)")
        plain.commit()


def put_another_forums(folder: Path) -> None:
    (folder / "forum.db").unlink()
    connection.create(folder / "forum.db", DataKey(bytes(reversed(range(32)))))


def make_newer(folder: Path) -> None:
    key = opening.with_passphrase(WORDS)(forum_folder.look(folder).envelope)
    with connection.opened(folder / "forum.db", key) as raw:
        raw.execute("PRAGMA user_version = 99")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


SPOILED: dict[Callable[[Path], None], tuple[type[ForumFault], str]] = {
    spoil_nothing: (WrongPassphrase, "This passphrase does not match. Your data is safe."),
    damage_envelope: (DamagedEnvelope, "The key file forum.key is damaged."),
    remove_envelope: (MissingEnvelope, "The key file forum.key is missing."),
    damage_first_page: (DamagedDatabase, "Part of the file forum.db is damaged"),
    cut_short: (DamagedDatabase, "Part of the file forum.db is damaged"),
    empty: (EmptyFile, "The file forum.db is empty (0 bytes)."),
    remove_database: (MissingForum, "There is no file forum.db in"),
    put_picture: (NotAForum, "The file forum.db is a JPEG picture"),
    put_plain_database: (NotAForum, "The file forum.db is"),
    put_another_forums: (DamagedDatabase, "or it is not the file of this forum."),
    make_newer: (NewerFile, "was saved by a newer version of PCF Desktop (file version 99;"),
}


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_each_fault_has_its_sentence_changes_nothing_and_lets_go(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    kind, sentence = SPOILED[spoil]
    before_spoiling = contents(folder)
    spoil(folder)
    before = contents(folder)
    words = OTHER if spoil is spoil_nothing else WORDS
    with pytest.raises(kind) as raised:
        open_(folder, words)
    assert type(raised.value) is kind
    assert sentence in str(raised.value)
    assert raised.value.happened
    assert raised.value.safe
    assert raised.value.todo
    assert contents(folder) == before
    for name, content in before_spoiling.items():
        (folder / name).write_bytes(content)
    open_(folder).close()


def test_faults_that_are_told_apart_have_different_sentences() -> None:
    kinds = {kind for kind, _ in SPOILED.values()}
    sentences = dict(SPOILED.values())
    assert len(kinds) == 8
    assert len(set(sentences.values())) == len(kinds)


def test_opening_never_makes_a_forum(tmp_path: Path) -> None:
    with pytest.raises(MissingForum, match="No new file was made"):
        open_(tmp_path / "nothing here")
    assert not (tmp_path / "nothing here").exists()
    (tmp_path / "empty").mkdir()
    with pytest.raises(MissingForum):
        open_(tmp_path / "empty")
    assert list((tmp_path / "empty").iterdir()) == []


def test_the_recovery_key_of_another_forum_is_told_apart(folder: Path, tmp_path: Path) -> None:
    other = make(tmp_path / "other")
    with pytest.raises(WrongRecoveryKey):
        opening.open_forum(folder, opening.with_recovery_key(other))


def test_a_second_opening_is_told_that_it_is_open(opened: OpenForum, folder: Path) -> None:
    with pytest.raises(InUse, match="This forum is already open on"):
        open_(folder)
    with opened.workspace.change("Log feedback") as session:
        session.add(Feedback(words="still ours"))
    opened.close()
    opened.close()
    with closing(open_(folder)) as again:
        assert texts(again) == ["still ours"]


BEFORE_THE_KEY = ("restore.finish", "forum_folder.look")
STEPS = (
    *BEFORE_THE_KEY,
    "migrate.bring_up_to_date",
    "connection.connect",
    "head.read",
    "last_seen.recall",
    "last_seen.compare",
    "this_device",
    "Workspace",
    "last_seen.remember",
)


@pytest.mark.parametrize("step", STEPS)
def test_a_failure_at_any_step_gives_everything_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    taken: list[DataKey] = []

    def unlock(envelope: Envelope) -> DataKey:
        taken.append(opening.with_passphrase(WORDS)(envelope))
        return taken[0]

    def fail(*_given: object, **_named: object) -> None:
        raise Broken

    with monkeypatch.context() as patched:
        patched.setattr(f"pcf_desktop.workspace.opening.{step}", fail)
        with pytest.raises(Broken):
            opening.open_forum(folder, unlock)
    assert [key.is_forgotten for key in taken] == ([] if step in BEFORE_THE_KEY else [True])
    assert not connection.is_live(folder / "forum.db")
    open_(folder).close()


def test_a_failing_unlock_lets_go(folder: Path) -> None:
    def fail(_envelope: Envelope) -> DataKey:
        raise Broken

    with pytest.raises(Broken):
        opening.open_forum(folder, fail)
    open_(folder).close()


@often(12, 10_000)
def test_whichever_page_is_damaged_it_is_told_as_damage_with_the_way_back(
    tmp_path: Path, times: int
) -> None:
    folder = tmp_path / "forum"
    make(folder)
    log(folder, "one")
    with closing(open_(folder)) as forum:
        forum.workspace.back_up(Reason.ASKED)
    log(folder, "two", "three")
    database = folder / "forum.db"
    sound, told, seen = database.read_bytes(), 0, 0
    there = len(sound) // connection.PAGE
    pages = range(0, there, max(there // times, 1))
    for page in pages:
        database.write_bytes(sound)
        flip(database, page * connection.PAGE + 37 * page % connection.PAGE)
        try:
            with closing(open_(folder)) as forum:
                seen += "The last good backup is from" in forum.look_over()
                for look in (forum.workspace.head, forum.workspace.health, partial(texts, forum)):
                    with suppress(ForumFault):
                        look()
                with suppress(ForumFault):
                    forum.workspace.back_up(Reason.ASKED)
        except DamagedDatabase as fault:
            said = str(fault)
            assert "The last good backup is from" in said
            assert "lacks 2 comments added since" in said
            told += 1
    assert told + seen == len(pages)
    assert min(told, seen) > 0
