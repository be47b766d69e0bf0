"""How long a save, an opening and the look at the rows take, against SQLCipher alone."""

from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

import pytest

from pcf_desktop.records import Feedback
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import check, connection, forum_folder, looked, opening
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import Envelope
from tests.benchmarks.conftest import COMMENTS, Big, Say
from tests.commanding import WORDS

pytestmark = [pytest.mark.slow, pytest.mark.bench, pytest.mark.timeout(900)]

TIMES = 200
SAVE, OPENING, ROWS = 6, 40, 0.05
"""How often the floor a save and an opening may take; how much of the look at pages the rows may.

On two quiet cores a save takes 3 ms and an opening, the passphrase being found right, 25 ms.
"""


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    """The made-up Shropshire forum."""
    place = tmp_path / "forum"
    opening.make(place, WORDS, lambda session: samples.begin(session, "shropshire"))
    return place


def milliseconds(began: float) -> float:
    return (perf_counter() - began) * 1000


def test_a_save_takes_little_more_than_its_pages(forum: Path, tmp_path: Path, say: Say) -> None:
    bare, key = tmp_path / "bare.db", DataKey(bytes(range(32)))
    connection.create(bare, key)
    ours, floor = [], []
    with (
        closing(opening.open_forum(forum, opening.with_passphrase(WORDS))) as opened,
        connection.opened(bare, key) as raw,
    ):
        raw.execute("PRAGMA journal_mode = WAL").fetchall()
        raw.execute("CREATE TABLE feedback (id INTEGER PRIMARY KEY, words TEXT)")
        for number in range(TIMES):
            began = perf_counter()
            with opened.workspace.change("Log feedback") as session:
                session.add(Feedback(words=f"the taxi was late {number}"))
            ours.append(milliseconds(began))
            began = perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO feedback (words) VALUES (?)", (f"late {number}",))
            raw.execute("COMMIT")
            floor.append(milliseconds(began))
    say("save of a comment, ms", median(ours), median(floor), f"≤ {SAVE} bare saves")
    assert median(ours) <= SAVE * median(floor)


def test_an_opening_takes_little_more_than_the_files(forum: Path, say: Say) -> None:
    ours, floor = [], []
    key = opening.with_passphrase(WORDS)(forum_folder.look(forum).envelope)

    def right(_found: Envelope) -> DataKey:
        return key.copy()

    for _ in range(15):
        began = perf_counter()
        opened = opening.open_forum(forum, right)
        ours.append(milliseconds(began))
        opened.close()
        began = perf_counter()
        with connection.opened(forum / "forum.db", key) as raw:
            raw.execute("SELECT count(*) FROM feedback").fetchone()
        floor.append(milliseconds(began))
    say("opening, after the passphrase, ms", median(ours), median(floor), f"≤ {OPENING} bare ones")
    assert median(ours) <= OPENING * median(floor)


def test_the_look_at_the_rows_is_a_small_part_of_the_look_at_the_pages(big: Big, say: Say) -> None:
    ours, floor = [], []
    with big.workspace.read() as session:
        reader = session.connection()
        for _ in range(5):
            began = perf_counter()
            assert looked.older_in_turn(reader, UUID(int=1)) == []
            ours.append(milliseconds(began))
            began = perf_counter()
            assert check.quick_problems(reader) == []
            floor.append(milliseconds(began))
    name = f"rows looked at in an opening of {COMMENTS:,} comments, ms"
    say(name, median(ours), median(floor), f"≤ {ROWS:.0%} of the look at pages")
    assert median(ours) <= ROWS * median(floor)
