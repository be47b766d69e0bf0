"""Meetings: listed, kept and deleted, each with its date as people know it."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Meeting, When
from pcf_desktop.services.forum import drafts


@dataclass(frozen=True)
class MeetingDetails:
    """A meeting as a person types it in."""

    title: str
    on: When
    place: str = ""
    notes: str = ""


def ids(session: Session) -> list[int]:
    """Return every meeting, the latest first, before them those that have no date yet."""
    latest = Meeting.on_to.desc().nulls_first()
    return list(session.scalars(select(Meeting.id).order_by(latest, Meeting.id.desc())))


def some(session: Session, wanted: Collection[int]) -> dict[int, MeetingDetails]:
    """Return these meetings, of those that are there still."""
    found = session.scalars(select(Meeting).where(Meeting.id.in_(wanted)))
    return {m.id: MeetingDetails(m.title, m.on, m.place or "", m.notes or "") for m in found}


def keep(session: Session, meeting_id: int, details: MeetingDetails) -> int:
    """Keep a meeting, a new one where the id is 0; return its id. Raises UserError."""
    if not details.title:
        raise UserError("Say whom the meeting is with, or what it is about.", "Nothing was lost.")
    meeting = session.get(Meeting, meeting_id) if meeting_id else Meeting()
    if meeting is None:
        raise UserError("This meeting is no longer there.", "Nothing was changed.")
    meeting.title, meeting.on = details.title, details.on
    meeting.place, meeting.notes = details.place or None, details.notes or None
    session.add(meeting)
    session.flush()
    return meeting.id


def delete(session: Session, meeting_id: int) -> None:
    """Delete a meeting and what was to be said there; what was asked there stays."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is not None:
        drafts.drop(session, draft_name(session, meeting_id))
        session.delete(meeting)
        session.flush()


def draft_name(session: Session, meeting_id: int) -> str:
    """Return the name of the draft of a meeting: by its uid, for an id may be given again."""
    return f"meeting {session.get_one(Meeting, meeting_id).uid}"
