"""Numbers that are given once and never again: families, quotes."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Series


def take(session: Session, name: str, count: int = 1) -> int:
    """Return the first of `count` new numbers of a series; an undo does not give them back."""
    first = peek(session, name) + 1
    reach(session, name, first + count - 1)
    return first


def peek(session: Session, name: str) -> int:
    """Return the last number given, 0 when none was."""
    return session.scalar(select(Series.last).where(Series.name == name)) or 0


def reach(session: Session, name: str, number: int) -> None:
    """Note that a number is in use, so that no lower one is given again."""
    series = session.scalars(select(Series).where(Series.name == name)).one_or_none()
    if series is None:
        session.add(Series(name=name, last=number))
    elif series.last < number:
        series.last = number
    session.flush()
