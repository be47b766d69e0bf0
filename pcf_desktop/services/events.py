"""Occasions where views came in."""

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
