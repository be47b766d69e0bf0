"""Occasions where views came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Event


@dataclass(frozen=True)
class EventLine:
    """An event in a list of choices."""

    id: int
    title: str
    on: date | None


def every(session: Session) -> list[EventLine]:
    """Return every event, the latest first."""
    rows = session.execute(
        select(Event.id, Event.title, Event.on).order_by(
            Event.on.desc().nulls_last(), Event.id.desc()
        )
    )
    return [EventLine(*row) for row in rows]


def new(session: Session, title: str, on: date | None, channel_id: int | None) -> int:
    """Make an event; return its id."""
    event = Event(title=title.strip(), on=on, channel_id=channel_id)
    session.add(event)
    session.flush()
    return event.id


def same(events: Iterable[EventLine], title: str, on: date | None) -> EventLine | None:
    """Return the event of this title on this day, capital letters aside, or None."""
    wanted = title.strip().casefold()
    return next((each for each in events if each.on == on and _plain(each) == wanted), None)


def at(session: Session, title: str, on: date | None, channel_id: int | None) -> EventLine:
    """Return the event of this title on this day, made where there is none yet."""
    found = same(every(session), title, on)
    if found is not None:
        return found
    return EventLine(new(session, title, on, channel_id), title.strip(), on)


def _plain(event: EventLine) -> str:
    return event.title.strip().casefold()
