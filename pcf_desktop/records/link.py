"""The joint between what a family said and what inspectors asked for."""

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Code, Record, Words, owned_by


class Link(Record):
    """A piece of feedback that bears on a priority, how, and with which passage."""

    __tablename__ = "link"
    __table_args__ = (
        UniqueConstraint("feedback_id", "priority_id"),
        Index("ix_link_priority_id_stance_feedback_id", "priority_id", "stance", "feedback_id"),
    )

    feedback_id: Mapped[int] = owned_by("feedback")
    priority_id: Mapped[int] = owned_by("priority")
    stance: Mapped[Code]
    """A key of the list `stance`: better, no_change, worse, mixed, strength, concern."""
    passage: Mapped[Words | None]
    """The part of the words that bears on it, exactly as written."""
