"""Priorities in the inspectors' words, and the four views of each that are never merged."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Label, Record, Words, needs, owned_by, refers_to


class Priority(Record):
    """A weakness, an area for action or improvement, or the forum's own concern."""

    __tablename__ = "priority"

    inspection_id: Mapped[int | None] = owned_by("inspection")
    kind_id: Mapped[int] = needs("term")
    number: Mapped[Label | None]
    """As printed."""
    position: Mapped[int]
    title: Mapped[Label]
    """Short and plain."""
    words: Mapped[Words | None]
    """The inspectors' own; empty where no source prints them."""
    bodies: Mapped[list[str]]
    source: Mapped[Words | None]
    is_embargoed: Mapped[bool]


class Keyword(Record):
    """A word or phrase of families that suggests a priority."""

    __tablename__ = "keyword"
    __table_args__ = (UniqueConstraint("priority_id", "words"),)

    priority_id: Mapped[int] = owned_by("priority")
    words: Mapped[Label]


class Judgement(Record):
    """What inspectors judged, in their sentence, at one event."""

    __tablename__ = "judgement"

    priority_id: Mapped[int] = owned_by("priority")
    judgement_id: Mapped[int] = needs("term")
    event_id: Mapped[int | None] = refers_to("inspection_event")
    on: Mapped[date | None]
    sentence: Mapped[Words | None]
    source: Mapped[Words | None]


class AreaView(Record):
    """What the local area says of itself on a priority, by its plan's own key."""

    __tablename__ = "area_view"

    priority_id: Mapped[int] = owned_by("priority")
    rag_id: Mapped[int | None] = refers_to("rag_key")
    on: Mapped[date]
    words: Mapped[Words | None]
    source: Mapped[Words | None]


class ForumView(Record):
    """The forum's own view of a priority."""

    __tablename__ = "forum_view"

    priority_id: Mapped[int] = owned_by("priority")
    on: Mapped[date]
    label: Mapped[Label]
    words: Mapped[Words | None]
