"""Meetings, what the forum asked there, and whether it was answered."""

from datetime import date

from sqlalchemy.orm import Mapped, composite

from pcf_desktop.records.base import Code, Label, Record, Words, owned_by, refers_to
from pcf_desktop.records.when import When


class Meeting(Record):
    """A meeting with inspectors, the area, the department, or the forum's own board."""

    __tablename__ = "meeting"

    inspection_id: Mapped[int | None] = refers_to("inspection")
    title: Mapped[Label]
    on_text: Mapped[Label | None]
    on_from: Mapped[date | None]
    on_to: Mapped[date | None]
    on_precision: Mapped[Code | None]
    on: Mapped[When] = composite("on_text", "on_from", "on_to", "on_precision")
    place: Mapped[Label | None]
    notes: Mapped[Words | None]


class Attendee(Record):
    """Somebody who goes for the forum, or whom it meets there by their role."""

    __tablename__ = "attendee"

    meeting_id: Mapped[int] = owned_by("meeting")
    person_id: Mapped[int | None] = refers_to("person")
    role: Mapped[Label | None]


class TalkingPoint(Record):
    """A number, a quote or an ask to bring up."""

    __tablename__ = "talking_point"

    meeting_id: Mapped[int] = owned_by("meeting")
    priority_id: Mapped[int | None] = refers_to("priority")
    quote_id: Mapped[int | None] = refers_to("quote")
    position: Mapped[int]
    words: Mapped[Words]


class Ask(Record):
    """What the forum asked for, of whom, and what came of it."""

    __tablename__ = "ask"

    meeting_id: Mapped[int | None] = refers_to("meeting")
    priority_id: Mapped[int | None] = refers_to("priority")
    words: Mapped[Words]
    owner: Mapped[Label | None]
    asked_on: Mapped[date | None]
    promised_for: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer: Mapped[Words | None]


class Chase(Record):
    """A reminder that was sent about an ask."""

    __tablename__ = "chase"

    ask_id: Mapped[int] = owned_by("ask")
    on: Mapped[date]
    words: Mapped[Words | None]


class YouSaid(Record):
    """You said, we did; or didn't, because."""

    __tablename__ = "you_said"

    priority_id: Mapped[int | None] = refers_to("priority")
    said: Mapped[Words]
    did: Mapped[Words | None]
    because: Mapped[Words | None]
    on: Mapped[date | None]
