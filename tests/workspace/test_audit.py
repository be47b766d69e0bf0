"""The chain shows whatever was done to it, and holds no word of a family."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from pcf_desktop.records import AuditEntry, Family, Feedback, Keyword, Priority, Survey, Term, stamp
from pcf_desktop.workspace import Workspace, audit
from pcf_desktop.workspace.digests import ALL_ROWS
from tests.conftest import DEVICE

ENTRIES = 12
EACH = 200
"""So many times every kind of tampering is tried."""


@pytest.fixture
def chain(workspace: Workspace) -> Workspace:
    """A forum with a dozen entries and the one of its making."""
    for number in range(ENTRIES - 1):
        with workspace.change(f"Log number {number}") as session:
            session.add(Feedback(words=f"words {number}"))
    return workspace


def edit(connection: Connection, number: int, draw: random.Random) -> int:
    column, value = draw.choice(
        [
            ("action", "Something else"),
            ("at", "2019-01-01 10:00:00.000000"),
            ("device", bytes(16)),
            ("changes", "{}"),
            ("previous", "f" * 64),
            ("hash", "f" * 64),
        ]
    )
    connection.exec_driver_sql(
        f"UPDATE audit_entry SET {column} = ? WHERE id = ?",  # noqa: S608 - one of the six above
        (value, number),
    )
    return number


def remove(connection: Connection, number: int, draw: random.Random) -> int:
    connection.execute(delete(AuditEntry).where(AuditEntry.id == number))
    return number


def swap(connection: Connection, number: int, draw: random.Random) -> int:
    other = number + 1
    for was, now in ((number, -1), (other, number), (-1, other)):
        connection.execute(update(AuditEntry).where(AuditEntry.id == was).values(id=now))
    return number


def squeeze_in(connection: Connection, number: int, draw: random.Random) -> int:
    """Push the later entries on by one and put a new, well sealed one between."""
    for later in range(ENTRIES, number - 1, -1):
        connection.execute(update(AuditEntry).where(AuditEntry.id == later).values(id=later + 1))
    before = connection.execute(select(AuditEntry).where(AuditEntry.id == number - 1)).one_or_none()
    previous = before.hash if before is not None else audit.START
    entry: dict[str, Any] = {
        "id": number,
        "at": stamp.now(),
        "device": DEVICE,
        "action": "Never happened",
        "changes": {},
        "previous": previous,
    }
    sealed = audit._seal(
        previous, number, entry["at"], entry["device"], entry["action"], entry["changes"]
    )
    connection.execute(insert(AuditEntry), [{**entry, "hash": sealed}])
    return number + 1  # the new one is well made; the one it pushed on no longer fits


def write_anew(connection: Connection, number: int, draw: random.Random) -> int:
    """Write an entry anew, seal it well, and tell the one after it of the new seal."""
    entry = connection.execute(select(AuditEntry.__table__).where(AuditEntry.id == number)).one()
    action = f"Never happened {draw.random()}"
    sealed = audit._seal(entry.previous, number, entry.at, entry.device, action, entry.changes)
    written = update(AuditEntry).where(AuditEntry.id == number)
    connection.execute(written.values(action=action, hash=sealed))
    told = update(AuditEntry).where(AuditEntry.id == number + 1)
    connection.execute(told.values(previous=sealed))
    return number + 1  # whose own seal was made with the seal that stood there before


@pytest.mark.parametrize("tamper", [edit, remove, swap, squeeze_in, write_anew])
def test_every_tampering_is_found_at_its_entry(
    chain: Workspace, tamper: Callable[[Connection, int, random.Random], int]
) -> None:
    draw, found = random.Random(7), 0
    with chain._writer.begin() as started:
        for _ in range(EACH):
            here = chain._writer.begin_nested()
            wanted = tamper(chain._writer, draw.randint(1, ENTRIES - 1), draw)
            found += audit.first_broken(chain._writer) == wanted
            here.rollback()
        started.rollback()
    assert found == EACH
    assert chain.health().broken_entry is None


def test_a_chain_as_it_was_written_holds(chain: Workspace) -> None:
    with chain.read() as session:
        assert audit.first_broken(session.connection()) is None
        assert audit.head(session.connection())[0] == ENTRIES
        ids = session.scalars(select(AuditEntry.id).order_by(AuditEntry.id)).all()
    assert list(ids) == list(range(1, ENTRIES + 1))


def test_an_empty_chain_begins_at_the_start(chain: Workspace) -> None:
    with chain._writer.begin() as started:
        chain._writer.execute(delete(AuditEntry))
        assert audit.head(chain._writer) == (0, audit.START)
        assert audit.first_broken(chain._writer) is None
        started.rollback()


CANARIES = ("Quetzalbrook", "Zephyrmoor", "Marrowlight", "Oxbellow", "Thrumpenny")


def test_no_word_of_a_family_reaches_the_chain(workspace: Workspace) -> None:
    with workspace.change("Log feedback") as session:
        session.add(Family(code="F-0001", district=CANARIES[0]))
        session.add(Feedback(words=CANARIES[1], district=CANARIES[2]))
        session.add(Survey(title=CANARIES[3]))
        kind = session.scalars(select(Term.id).limit(1)).one()
        session.add(
            Priority(kind_id=kind, position=1, title="-", bodies=[CANARIES[4]], is_embargoed=False)
        )
    with workspace.change("Change it") as session:
        session.execute(update(Feedback).values(words=f"{CANARIES[0]} {CANARIES[1]}"))
    with workspace.change("Remove it") as session:
        session.execute(delete(Feedback))
        session.execute(delete(Keyword))
    while workspace.undo():
        pass
    while workspace.redo():
        pass
    with workspace.read() as session:
        rows = session.execute(text("SELECT * FROM audit_entry")).all()
    assert len(rows) > 8
    assert [word for word in CANARIES if word in repr(rows)] == []


def test_an_entry_names_the_rows_by_their_uids(workspace: Workspace) -> None:
    with workspace.change("Log feedback") as session:
        feedback = Feedback(words="one")
        session.add(feedback)
        session.flush()
        uid = feedback.uid.hex
    with workspace.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert entry is not None
        added = {"feedback": {"added": {"rows": 1, "uids": [uid]}}}
        assert entry.changes == {**added, ALL_ROWS: entry.changes[ALL_ROWS]}
        assert (entry.action, entry.device) == ("Log feedback", DEVICE)
