"""A forum of 100,000 comments, made once for all the measurements, and how a figure is told."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select

from pcf_desktop import paths
from pcf_desktop.records import Consent, Family, Feedback, Link, Priority, stamp
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.services.counting import consents
from pcf_desktop.services.forum import reference
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import Session, Workspace, opening
from pcf_desktop.workspace.envelope import Cost
from tests.commanding import WORDS
from tests.conftest import DEVICE
from tests.generator import feedback_texts

COMMENTS = 100_000
FAMILIES = 20_000
SEED = 17
STANCES = ("better", "no_change", "worse", "mixed", "strength", "concern")

Say = Callable[[str, float, float | None, str], None]


class Big(NamedTuple):
    """The forum's folder, never changed by a measurement, and what is open of it."""

    folder: Path
    workspace: Workspace


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Big]:
    """An open forum with 100,000 comments of 20,000 families, a third linked, half to quote."""
    place = tmp_path_factory.mktemp("big")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paths, "state", lambda: place / "state")
        opening.make(place / "forum", WORDS, fill, Cost(16))
        forum = opening.open_forum(place / "forum", opening.with_passphrase(WORDS))
        yield Big(place / "forum", forum.workspace)
        forum.close()


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Print a figure as `name: ours, floor, ratio, bar`; milliseconds unless the name says."""

    def tell(name: str, ours: float, floor: float | None, bar: str) -> None:
        against = "-, -" if floor is None else f"{floor:.1f}, {ours / floor:.2f}"
        with capsys.disabled():
            print(f"\n{name}: {ours:.1f}, {against}, {bar}")  # noqa: T201 - what it is for

    return tell


def fill(session: Session) -> None:
    """Fill a new forum."""
    samples.begin(session, "shropshire")
    session.flush()
    draw, connection = random.Random(SEED), session.connection()
    with stamp.stamped(DEVICE):
        insert_rows(connection, Family, ("code",), ((f"G-{n:05}",) for n in range(FAMILIES)))
        families = list(session.scalars(select(Family.id)))
        channels = [word.id for word in reference.words(session, "channel")]
        first = date(2021, 1, 1)
        insert_rows(
            connection,
            Feedback,
            ("words", "said_from", "said_to", "family_id", "channel_id", "set_aside",
             "needs_clearing"),
            (
                (words, day, day, draw.choice(families), draw.choice(channels), False, False)
                for words in feedback_texts(COMMENTS, SEED)
                for day in [first + timedelta(days=draw.randrange(1_500))]
            ),
        )  # fmt: skip
        fresh = select(Feedback.id).where(Feedback.id.not_in(select(Link.feedback_id)))
        keys = list(session.scalars(fresh))
        priorities = list(session.scalars(select(Priority.id)))
        insert_rows(
            connection,
            Link,
            ("feedback_id", "priority_id", "stance"),
            (
                (key, draw.choice(priorities), draw.choice(STANCES))
                for key in keys
                if draw.random() < 0.33
            ),
        )
        insert_rows(
            connection,
            Consent,
            ("part", "given", "feedback_id"),
            ((consents.QUOTE, True, key) for key in keys if draw.random() < 0.5),
        )
