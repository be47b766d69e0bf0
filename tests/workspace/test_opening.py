"""A forum opens in one order that keeps it safe; whatever goes wrong has its own sentence."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from pcf_desktop.progress import Cancelled
from pcf_desktop.records import Feedback
from pcf_desktop.services import forums
from pcf_desktop.workspace import Session, backup, connection, forum_folder, last_seen, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import (
    CannotWrite,
    DamagedDatabase,
    DamagedEnvelope,
    EmptyFile,
    ForeignLog,
    ForumFault,
    InUse,
    MissingEnvelope,
    MissingForum,
    NewerFile,
    NotAForum,
    UnfinishedLog,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryKey,
)
from pcf_desktop.workspace.last_seen import Older, Rewritten
from pcf_desktop.workspace.opening import OpenForum, Unlock
from tests.workspace.small_forum import CHEAP, OTHER, WORDS, flip

LOCKS = {"forum.lock", "forum.db-shm"}
OPENS = 50
"""So many normal openings are made, none of which may raise an alarm."""


def fill(session: Session) -> None:
    forums.begin(session, "Made-up forum", "Shropshire")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A forum as it is made, and its recovery key; no test opens it itself."""
    path = tmp_path_factory.mktemp("made") / "forum"
    return path, opening.make(path, WORDS, fill, CHEAP)


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A closed forum of this test's own."""
    return Path(shutil.copytree(made[0], tmp_path / "forum"))


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenForum]:
    """That forum, open."""
    forum = open_(folder)
    yield forum
    forum.close()


def open_(folder: Path, words: str = WORDS) -> OpenForum:
    return opening.open_forum(folder, opening.with_passphrase(words))


def log(folder: Path, *words: str) -> None:
    """Open the forum, log these in a change each, and close it."""
    with closing(open_(folder)) as forum:
        for each in words:
            with forum.workspace.change("Log feedback") as session:
                session.add(Feedback(words=each))


def texts(forum: OpenForum) -> list[str]:
    with forum.workspace.read() as session:
        return list(session.scalars(select(Feedback.words).order_by(Feedback.id)))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file that holds any, the lock and SQLite's index of it left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    return {path.name: path.read_bytes() for path in files if path.name not in LOCKS}


def test_what_was_logged_is_there_at_the_next_opening(folder: Path) -> None:
    log(folder, "one", "two")
    with closing(open_(folder)) as forum:
        assert texts(forum) == ["one", "two"]
        assert forum.warnings == ()
        assert forum.odd is None
    assert not (folder / "forum.db-wal").exists()


def test_the_recovery_key_opens_it_too(made: tuple[Path, str], folder: Path) -> None:
    with closing(opening.open_forum(folder, opening.with_recovery_key(made[1]))) as forum:
        assert texts(forum) == []


def test_a_closed_forum_has_forgotten_its_key(folder: Path) -> None:
    taken: list[DataKey] = []

    def unlock(envelope: object) -> DataKey:
        taken.append(opening.with_passphrase(WORDS)(envelope))  # type: ignore[arg-type]
        return taken[0]

    opening.open_forum(folder, unlock).close()
    assert taken[0].is_forgotten


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
    other = opening.make(tmp_path / "other", WORDS, fill, CHEAP)
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


STEPS = (
    "restore.finish",
    "forum_folder.look",
    "migrate.bring_up_to_date",
    "connection.connect",
    "head.read",
    "last_seen.recall",
    "last_seen.compare",
    "this_device",
    "Workspace",
    "last_seen.remember",
)


class Broken(Exception):
    """Raised where a step fails."""


@pytest.mark.parametrize("step", STEPS)
def test_a_failure_at_any_step_gives_everything_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    taken: list[DataKey] = []

    def unlock(envelope: object) -> DataKey:
        taken.append(opening.with_passphrase(WORDS)(envelope))  # type: ignore[arg-type]
        return taken[0]

    def fail(*_given: object, **_named: object) -> None:
        raise Broken

    with monkeypatch.context() as patched:
        patched.setattr(f"pcf_desktop.workspace.opening.{step}", fail)
        with pytest.raises(Broken):
            opening.open_forum(folder, unlock)
    assert all(key.is_forgotten for key in taken)
    assert not connection.is_live(folder / "forum.db")
    open_(folder).close()


def test_a_failing_unlock_lets_go(folder: Path) -> None:
    def fail(_envelope: object) -> DataKey:
        raise Broken

    unlock: Unlock = fail
    with pytest.raises(Broken):
        opening.open_forum(folder, unlock)
    open_(folder).close()


def test_an_older_copy_put_in_its_place_is_flagged_until_it_is_accepted(folder: Path) -> None:
    log(folder, "one")
    old = (folder / "forum.db").read_bytes()
    log(folder, "two", "three")
    (folder / "forum.db").write_bytes(old)
    for _ in range(2):
        with closing(open_(folder)) as forum:
            assert isinstance(forum.odd, Older)
            assert forum.odd.missing == 2
            assert (forum.odd.then.counts, forum.odd.now.counts) == (
                {"feedback": 3},
                {"feedback": 1},
            )
            assert forum.odd.now.at is not None
            assert forum.odd.then.at is not None
            assert texts(forum) == ["one"]
    with closing(open_(folder)) as forum:
        forum.accept()
    with closing(open_(folder)) as forum:
        assert forum.odd is None


def test_another_history_of_the_same_length_is_flagged(folder: Path) -> None:
    start = (folder / "forum.db").read_bytes()
    log(folder, "one")
    other = (folder / "forum.db").read_bytes()
    (folder / "forum.db").write_bytes(start)
    last_seen.forget(forum_folder.look(folder).envelope.forum)
    log(folder, "uno")
    (folder / "forum.db").write_bytes(other)
    with closing(open_(folder)) as forum:
        assert isinstance(forum.odd, Rewritten)


def test_fifty_normal_openings_raise_no_alarm(folder: Path) -> None:
    alarms = 0
    for number in range(OPENS):
        with closing(open_(folder)) as forum:
            alarms += forum.odd is not None
            with forum.workspace.change("Log feedback") as session:
                session.add(Feedback(words=str(number)))
            if number % 3 == 0:
                forum.workspace.undo()
    assert alarms == 0


def test_a_death_between_the_commit_and_the_note_raises_no_alarm(folder: Path) -> None:
    with closing(open_(folder)) as forum:
        forum.workspace._remember = lambda _head: None
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="not noted outside"))
    with closing(open_(folder)) as forum:
        assert forum.odd is None


def test_a_log_that_went_missing_is_flagged(folder: Path, tmp_path: Path) -> None:
    log(folder, "one")
    without = tmp_path / "without its log"
    with closing(open_(folder)) as forum:
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="only in the log"))
        copy_from_outside(folder, without)
    for name in ("forum.db-wal", "forum.db-shm"):
        (without / name).unlink()
    with closing(open_(without)) as forum:
        assert isinstance(forum.odd, Older)
        assert forum.odd.missing == 1


def copy_from_outside(folder: Path, to: Path) -> None:
    """Copy an open forum's files as another program would; ours must never open them."""
    subprocess.run(["cp", "-r", str(folder), str(to)], check=True)  # noqa: S603, S607


def test_a_foreign_log_is_refused_and_both_are_kept_before_anything_opens_them(
    folder: Path, tmp_path: Path
) -> None:
    opening.make(tmp_path / "other", WORDS, fill, CHEAP)
    with closing(open_(tmp_path / "other")) as other:
        with other.workspace.change("Log feedback") as session:
            session.add(Feedback(words="of another forum"))
        copy_from_outside(tmp_path / "other", tmp_path / "live")
    log(folder, "one")
    shutil.copy(tmp_path / "live" / "forum.db-wal", folder)
    before = {name: (folder / name).read_bytes() for name in ("forum.db", "forum.db-wal")}
    for _ in range(2):
        with pytest.raises(ForeignLog, match=r"The file forum\.db-wal does not belong") as raised:
            open_(folder)
        assert {name: (folder / name).read_bytes() for name in before} == before
        (kept,) = (folder / "backups").iterdir()
        assert {name: (kept / name).read_bytes() for name in before} == before
        assert kept.name == raised.value.kept
        assert kept.name in raised.value.safe
    (folder / "forum.db-wal").rename(tmp_path / "put away")
    with closing(open_(folder)) as forum:
        assert texts(forum) == ["one"]
        assert forum.odd is None


@pytest.fixture
def read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The forum with three comments, in a folder that lets nobody write."""
    log(folder, "one", "two", "three")
    access = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: (
            not (mode & os.W_OK and Path(path).is_relative_to(folder)) and access(path, mode)
        ),
    )
    return folder


def test_where_nothing_can_be_saved_it_is_read_and_left_as_it_is(read_only: Path) -> None:
    before = {path: path.read_bytes() for path in read_only.rglob("*") if path.is_file()}
    with closing(open_(read_only)) as forum:
        assert forum.warnings[0].startswith("Read-only: changes can\u2019t be saved here.")
        assert forum.workspace.is_read_only
        assert texts(forum) == ["one", "two", "three"]
        assert forum.odd is None
        assert forum.look_over() == ""
        assert forum.workspace.health().is_sound
        with (
            pytest.raises(CannotWrite, match="Changes cannot be saved in"),
            forum.workspace.change("Log feedback") as session,
        ):
            session.add(Feedback(words="never"))
        assert forum.workspace.undo() is None
        assert forum.workspace.head().counts == {"feedback": 3}
    assert {path: path.read_bytes() for path in read_only.rglob("*") if path.is_file()} == before


def test_a_log_that_cannot_be_folded_in_is_not_read_past(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_(folder)) as forum:
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="only in the log"))
        copy_from_outside(folder, tmp_path / "live")
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    with pytest.raises(UnfinishedLog, match=r"The last changes are still in forum\.db-wal"):
        open_(tmp_path / "live")


def test_a_restore_that_was_cut_off_is_not_read_past(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(folder / "forum.db", folder / "forum.db.restored")
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    with pytest.raises(CannotWrite):
        open_(folder)


def test_a_look_over_finds_damage_and_says_what_to_go_back_to(folder: Path) -> None:
    log(folder, "one")
    with closing(open_(folder)) as forum:
        assert forum.look_over() == ""
        good, later = (forum.workspace.back_up(Reason.ASKED) for _ in range(2))
    log(folder, "two", "three")
    flip(later.folder.database, 5000)
    flip(folder / "forum.db", (folder / "forum.db").stat().st_size - 2000)
    with closing(open_(folder)) as forum:
        said = forum.look_over()
    at = good.taken.astimezone()
    assert said == (
        "Part of this file is damaged. Nothing was changed by looking. A later backup is damaged "
        f"too. The last good backup is from {at.day} {at:%B %Y, %H:%M} and lacks 2 comments added "
        f"since: the folder backups/{good.name}. Keep this file until you have compared the two."
    )


def test_a_look_over_stops_when_it_is_no_longer_wanted(opened: OpenForum) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        opened.look_over(stop)


def test_a_backup_can_be_taken_of_an_open_forum(opened: OpenForum) -> None:
    assert opened.last_backup() is None
    with opened.workspace.change("Log feedback") as session:
        session.add(Feedback(words="backed up"))
    made = opened.workspace.back_up(Reason.IMPORT)
    assert made.is_whole()
    assert opened.last_backup() == made
    assert [each.name for each in backup.listed(opened.folder)] == [made.name]


def half_fill(session: Session) -> None:
    fill(session)
    raise Broken


def test_a_forum_that_could_not_be_filled_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Broken):
        opening.make(tmp_path / "forum", WORDS, half_fill, CHEAP)
    assert [path.name for path in tmp_path.iterdir() if path.name != "state"] == []


def test_a_weak_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        opening.make(tmp_path / "forum", "short", fill, CHEAP)
    assert not (tmp_path / "forum").exists()


def test_every_forum_has_an_id_of_its_own(opened: OpenForum, tmp_path: Path) -> None:
    opening.make(tmp_path / "other", WORDS, fill, CHEAP)
    with closing(open_(tmp_path / "other")) as other:
        assert isinstance(other.forum, UUID)
        assert other.forum != opened.forum
