"""Consent: six parts, each with its date, how it was given, and when it was withdrawn."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Code, Label, Record, owned_by, refers_to


class Consent(Record):
    """One part of consent, given or refused, for a family, a piece of feedback or a response.

    The nearest one counts: the feedback's own, else its response's, else its family's. One that
    is withdrawn at any of the three counts against use.
    """

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint(
            "CASE WHEN family_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN feedback_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN response_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_holder",
        ),
        Index(
            "ix_consent_withdrawn_on",
            "withdrawn_on",
            sqlite_where=text("withdrawn_on IS NOT NULL"),
            postgresql_where=text("withdrawn_on IS NOT NULL"),
        ),
    )

    part: Mapped[Code]
    """keep, use, quote, inspectors, help or contact: the terms of the list `consent_kind`."""
    given: Mapped[bool]
    given_on: Mapped[date | None]
    how: Mapped[Label | None]
    wording: Mapped[Label | None]
    noted_by_id: Mapped[int | None] = refers_to("person")
    withdrawn_on: Mapped[date | None]
    family_id: Mapped[int | None] = owned_by("family")
    feedback_id: Mapped[int | None] = owned_by("feedback")
    response_id: Mapped[int | None] = owned_by("response")
