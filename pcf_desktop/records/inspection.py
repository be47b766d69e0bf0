"""Inspections and their dated events, each with its source."""

from datetime import date

from sqlalchemy.orm import Mapped, composite

from pcf_desktop.records.base import Code, Label, Record, Words, needs, owned_by, refers_to
from pcf_desktop.records.when import When


class Inspection(Record):
    """One inspection of a local area, from notification to the end of monitoring."""

    __tablename__ = "inspection"

    title: Mapped[Label]
    area: Mapped[Label]
    framework_id: Mapped[int] = needs("term")
    outcome_id: Mapped[int | None] = refers_to("term")
    stated_count: Mapped[int | None]
    """How many weaknesses the letter says there are, a check sum for those listed."""


class InspectionEvent(Record):
    """Something that happened or is due; received, dated and published are three events."""

    __tablename__ = "inspection_event"

    inspection_id: Mapped[int] = owned_by("inspection")
    kind_id: Mapped[int] = needs("term")
    on_text: Mapped[Label | None]
    on_from: Mapped[date | None]
    on_to: Mapped[date | None]
    on_precision: Mapped[Code | None]
    on: Mapped[When] = composite("on_text", "on_from", "on_to", "on_precision")
    source: Mapped[Words | None]
    note: Mapped[Words | None]
    override_reason: Mapped[Words | None]
    """Why a deadline differs from the one counted in working days."""
