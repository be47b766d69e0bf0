"""Evidence packs: what they are made of, and what went to whom."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pcf_desktop.records.base import Code, Digest, Label, Record, Words, needs, owned_by, refers_to


class Pack(Record):
    """A pack in the making; its figures are counted anew each time, and kept when it is issued."""

    __tablename__ = "pack"

    inspection_id: Mapped[int | None] = refers_to("inspection")
    meeting_id: Mapped[int | None] = refers_to("meeting")
    kind: Mapped[Code]
    title: Mapped[Label]
    prepared_for: Mapped[Label | None]
    from_day: Mapped[date | None]
    to_day: Mapped[date | None]
    figures: Mapped[dict[str, Any] | None]
    """Every figure that was printed, and what stands behind those put together; see `Printed`."""
    reason: Mapped[Words | None]
    """Why it went out in spite of what the privacy check asked about."""


class OwnMessage(Record):
    """What the forum says of a priority on the first page of its packs, in its own words."""

    __tablename__ = "own_message"
    __table_args__ = (UniqueConstraint("priority_id"),)

    priority_id: Mapped[int] = owned_by("priority")
    words: Mapped[Words]
    proposed: Mapped[Words]
    """What the program proposed when they were written, whose figures they may hold."""


class PackSection(Record):
    """A part of a pack, in order."""

    __tablename__ = "pack_section"

    pack_id: Mapped[int] = owned_by("pack")
    priority_id: Mapped[int | None] = refers_to("priority")
    position: Mapped[int]
    kind: Mapped[Code]
    title: Mapped[Label | None]
    words: Mapped[Words | None]


class PackItem(Record):
    """A quote, chart, paragraph or ask in a section, in order."""

    __tablename__ = "pack_item"

    section_id: Mapped[int] = owned_by("pack_section")
    quote_id: Mapped[int | None] = owned_by("quote")
    question_id: Mapped[int | None] = refers_to("question")
    position: Mapped[int]
    kind: Mapped[Code]
    words: Mapped[Words | None]


class PackIssue(Record):
    """One file of a pack as it was written; `file_number` counts the files of the pack."""

    __tablename__ = "pack_issue"
    __table_args__ = (UniqueConstraint("pack_id", "version"),)

    pack_id: Mapped[int] = owned_by("pack")
    file_number: Mapped[int] = mapped_column("version")
    at: Mapped[datetime]
    recipient: Mapped[Label | None]
    file_name: Mapped[Label]
    sha256: Mapped[Digest]
    head_code: Mapped[Code]


class PackEvidence(Record):
    """A quote that an issued pack holds, so that a withdrawal finds every pack it is in."""

    __tablename__ = "pack_evidence"
    __table_args__ = (UniqueConstraint("issue_id", "quote_id"),)

    issue_id: Mapped[int] = owned_by("pack_issue")
    quote_id: Mapped[int] = needs("quote")
    number: Mapped[int]
