"""What families said, and the occasions on which they said it."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, composite, mapped_column

from pcf_desktop.records.base import Code, Digest, Label, Record, Words, needs, owned_by, refers_to
from pcf_desktop.records.when import When

_LISTED = text("binned_at IS NULL AND NOT set_aside")
_UNLISTED = text("NOT (binned_at IS NULL AND NOT set_aside)")
_TO_SORT = text("sorted_at IS NULL AND binned_at IS NULL AND NOT set_aside")


class Event(Record):
    """An occasion where views came in: a coffee morning, a webinar, a visit to a school."""

    __tablename__ = "event"

    title: Mapped[Label]
    channel_id: Mapped[int | None] = refers_to("term")
    on: Mapped[date | None]
    place: Mapped[Label | None]
    came: Mapped[int | None]
    """How many people came, where it was counted."""


class Feedback(Record):
    """One thing a family said, logged by a volunteer or written in a survey's free text."""

    __tablename__ = "feedback"
    __table_args__ = (
        # These cover their lists: not one page of the texts themselves is read for them.
        Index(
            "ix_feedback_listed", "said_from", "id", sqlite_where=_LISTED, postgresql_where=_LISTED
        ),
        # Whose voice it is, for counting families without reading what they said.
        Index(
            "ix_feedback_voice",
            "id",
            "family_id",
            "response_id",
            "said_from",
            sqlite_where=_LISTED,
            postgresql_where=_LISTED,
        ),
        # Hardly any: what a search has to leave out.
        Index("ix_feedback_unlisted", "id", sqlite_where=_UNLISTED, postgresql_where=_UNLISTED),
        Index("ix_feedback_to_sort", "id", sqlite_where=_TO_SORT, postgresql_where=_TO_SORT),
    )

    words: Mapped[Words]
    said_text: Mapped[Label | None]
    said_from: Mapped[date | None]
    said_to: Mapped[date | None]
    said_precision: Mapped[Code | None]
    said: Mapped[When] = composite("said_text", "said_from", "said_to", "said_precision")
    channel_id: Mapped[int | None] = refers_to("term")
    event_id: Mapped[int | None] = refers_to("event")
    family_id: Mapped[int | None] = refers_to("family")
    child_id: Mapped[int | None] = refers_to("child")
    district: Mapped[Label | None]
    sentiment_id: Mapped[int | None] = refers_to("term")
    response_id: Mapped[int | None] = owned_by("response")
    question_id: Mapped[int | None] = refers_to("question")
    batch_id: Mapped[int | None] = refers_to("import_batch")
    sorted_at: Mapped[datetime | None]
    """When a person said there was nothing left to link; empty while it waits to be sorted."""
    set_aside: Mapped[bool] = mapped_column(default=False)
    """A safeguarding disclosure is not evidence: it is out of every list, count and pack."""
    needs_clearing: Mapped[bool] = mapped_column(default=False)
    """Somebody saw personal details in the words."""
    binned_at: Mapped[datetime | None]
    came_as: Mapped[Digest | None]
    """Of a comment out of a survey: first what its file says now, then what the file said when the
    words here were taken from it. So it is known whether the file changed, and whether a volunteer
    edited the words. Empty where it was typed, or came before this was kept."""


class FeedbackTheme(Record):
    """A theme that a piece of feedback is about."""

    __tablename__ = "feedback_theme"
    __table_args__ = (UniqueConstraint("feedback_id", "theme_id"),)

    feedback_id: Mapped[int] = owned_by("feedback")
    theme_id: Mapped[int] = needs("term")


class FeedbackService(Record):
    """A service that a piece of feedback is about."""

    __tablename__ = "feedback_service"
    __table_args__ = (UniqueConstraint("feedback_id", "service_id"),)

    feedback_id: Mapped[int] = owned_by("feedback")
    service_id: Mapped[int] = needs("term")


class Draft(Record):
    """What is being typed and not yet saved, so that a crash costs seconds."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("form"),)

    form: Mapped[Code]
    fields: Mapped[Words]


class Disclosure(Record):
    """That something was passed on under the forum's safeguarding steps, and when; no more."""

    __tablename__ = "disclosure"

    feedback_id: Mapped[int | None] = refers_to("feedback")
    flagged_on: Mapped[date]
    passed_on: Mapped[date | None]
    noted_by_id: Mapped[int | None] = refers_to("person")
