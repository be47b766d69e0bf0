"""What a person waits for while looking: search, the list, the counts, at 100,000 comments."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest

from pcf_desktop.services.feedback import feedback, search
from pcf_desktop.services.feedback.feedback import Filter
from pcf_desktop.services.home import home
from pcf_desktop.services.priorities import priorities
from pcf_desktop.workspace import Session
from tests.benchmarks.conftest import COMMENTS, Big, Say

pytestmark = [pytest.mark.slow, pytest.mark.bench, pytest.mark.timeout(900)]

ROUNDS = 15
TYPED = ("ta", "taxi", "sch", "speech th", "waiting", "edu psy", "plan wro", "annual rev")
SEARCH_BAR, SEARCH_RATIO = 60, 1.5
BAR = 150
HOME_BAR, HOME = 100, 0.4
"""Held against two statements that count the same rows by sorting, which take 250 ms there."""
PAGE = 100


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that a piece of work takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def both(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of two pieces of work, taken in turns."""
    ours()
    floor()
    pairs = [(timed(ours), timed(floor)) for _ in range(ROUNDS)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def bare_search(session: Session, typed: str) -> list[int]:
    """Ask the index, and nothing else, with a statement written by hand."""
    rows = session.connection().exec_driver_sql(
        "SELECT rowid FROM feedback_search WHERE feedback_search MATCH ? ORDER BY rowid DESC",
        (search.query(typed),),
    )
    return [row[0] for row in rows.cursor.fetchall()]


def test_search_as_you_type_is_near_the_bare_query(big: Big, say: Say) -> None:
    times = []
    with big.workspace.read() as session:
        for typed in TYPED:
            assert bare_search(session, typed) == search.feedback_ids(session, typed)
            times.append(
                both(
                    lambda: search.feedback_ids(session, typed),  # noqa: B023 - called at once
                    lambda: bare_search(session, typed),  # noqa: B023
                )
            )
            hits = len(search.feedback_ids(session, typed) or [])
            say(f"search “{typed}”, {hits:,} hits, ms", *times[-1], "-")
    ours, floor = median(each[0] for each in times), median(each[1] for each in times)
    say("search as you type, median, ms", ours, floor, f"≤ {SEARCH_BAR} ms and ≤ {SEARCH_RATIO}")
    assert ours <= SEARCH_BAR
    assert ours / floor <= SEARCH_RATIO


def first_page(session: Session) -> int:
    ids = feedback.ids(session, Filter())
    assert len(feedback.lines(session, ids[:PAGE])) == PAGE
    return len(ids)


def bare_page(session: Session) -> None:
    run = session.connection().exec_driver_sql
    ids = run(
        "SELECT id FROM feedback WHERE binned_at IS NULL AND NOT set_aside "
        "ORDER BY said_from DESC, id DESC"
    ).cursor.fetchall()
    marks = ", ".join("?" * PAGE)
    shown = run(
        f"SELECT id, words, said_from FROM feedback WHERE id IN ({marks})",  # noqa: S608 - marks
        tuple(key for (key,) in ids[:PAGE]),
    )
    assert len(shown.cursor.fetchall()) == PAGE


def test_the_list_is_soon_there(big: Big, say: Say) -> None:
    with big.workspace.read() as session:
        assert first_page(session) >= COMMENTS
        ours, floor = both(lambda: first_page(session), lambda: bare_page(session))
    say(f"list of {COMMENTS:,}, every id and the first {PAGE} rows, ms", ours, floor, f"≤ {BAR} ms")
    assert ours <= BAR


def bare_counts(session: Session) -> None:
    rows = session.connection().exec_driver_sql(
        "SELECT priority_id, stance, count(*), count(DISTINCT feedback.family_id) FROM link "
        "JOIN feedback ON feedback.id = link.feedback_id GROUP BY priority_id, stance"
    )
    assert rows.cursor.fetchall()


def test_the_counts_of_the_priorities_are_soon_there(big: Big, say: Say) -> None:
    with big.workspace.read() as session:
        assert len(priorities.heard(session)) > 5
        ours, floor = both(lambda: priorities.heard(session), lambda: bare_counts(session))
    say("counts per priority, ms", ours, floor, f"≤ {BAR} ms")
    assert ours <= BAR


def bare_families(session: Session) -> None:
    rows = session.connection().exec_driver_sql(
        "SELECT count(DISTINCT feedback.family_id) FROM link "
        "JOIN feedback ON feedback.id = link.feedback_id"
    )
    assert rows.cursor.fetchall()


def test_home_is_soon_there(big: Big, say: Say) -> None:
    def floor(session: Session) -> None:
        bare_counts(session)
        bare_families(session)

    with big.workspace.read() as session:
        assert home.tasks(session).families > 1_000
        ours, bare = both(lambda: home.tasks(session), lambda: floor(session))
    say("Home's task list, ms", ours, bare, f"≤ {HOME_BAR} ms on two quiet cores; held: ≤ {HOME}")
    assert ours / bare <= HOME
