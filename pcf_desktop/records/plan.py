"""The area's plan: workstreams, actions with their progress, measures with their readings."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, composite

from pcf_desktop.records.base import Code, Label, Record, Words, owned_by, refers_to
from pcf_desktop.records.when import When


class Plan(Record):
    """A Written Statement of Action, a priority action plan, or an accelerated progress plan."""

    __tablename__ = "plan"

    inspection_id: Mapped[int | None] = refers_to("inspection")
    kind_id: Mapped[int | None] = refers_to("term")
    title: Mapped[Label]
    accepted_on: Mapped[date | None]
    source: Mapped[Words | None]


class PlanPriority(Record):
    """A priority that a plan answers; plans and priorities are many to many."""

    __tablename__ = "plan_priority"
    __table_args__ = (UniqueConstraint("plan_id", "priority_id"),)

    plan_id: Mapped[int] = owned_by("plan")
    priority_id: Mapped[int] = owned_by("priority")


class Workstream(Record):
    """A part of a plan that is run, and can be closed, on its own."""

    __tablename__ = "workstream"

    plan_id: Mapped[int] = owned_by("plan")
    position: Mapped[int]
    title: Mapped[Label]
    closed_on: Mapped[date | None]


class RagKey(Record):
    """What a colour means in one plan; plans differ (blue: complete, or embedded)."""

    __tablename__ = "rag_key"

    plan_id: Mapped[int] = owned_by("plan")
    position: Mapped[int]
    label: Mapped[Label]
    definition: Mapped[Words | None]
    colour: Mapped[Code]
    shape: Mapped[Code]


class Action(Record):
    """A row of the plan, with dates as they were printed."""

    __tablename__ = "action"

    plan_id: Mapped[int] = owned_by("plan")
    workstream_id: Mapped[int | None] = refers_to("workstream")
    rag_id: Mapped[int | None] = refers_to("rag_key")
    ref: Mapped[Label | None]
    position: Mapped[int]
    words: Mapped[Words]
    outcome: Mapped[Words | None]
    lead: Mapped[Label | None]
    partners: Mapped[Words | None]
    milestones: Mapped[Words | None]
    impact: Mapped[Words | None]
    evidence: Mapped[Words | None]
    starts_text: Mapped[Label | None]
    starts_from: Mapped[date | None]
    starts_to: Mapped[date | None]
    starts_precision: Mapped[Code | None]
    starts: Mapped[When] = composite("starts_text", "starts_from", "starts_to", "starts_precision")
    ends_text: Mapped[Label | None]
    ends_from: Mapped[date | None]
    ends_to: Mapped[date | None]
    ends_precision: Mapped[Code | None]
    ends: Mapped[When] = composite("ends_text", "ends_from", "ends_to", "ends_precision")


class ActionPriority(Record):
    """A priority that an action serves."""

    __tablename__ = "action_priority"
    __table_args__ = (UniqueConstraint("action_id", "priority_id"),)

    action_id: Mapped[int] = owned_by("action")
    priority_id: Mapped[int] = owned_by("priority")


class Progress(Record):
    """What the area said of an action on a day."""

    __tablename__ = "progress"

    action_id: Mapped[int] = owned_by("action")
    rag_id: Mapped[int | None] = refers_to("rag_key")
    on: Mapped[date]
    words: Mapped[Words | None]
    source: Mapped[Words | None]


class Measure(Record):
    """How a plan says it will be known that something is better."""

    __tablename__ = "measure"

    action_id: Mapped[int | None] = owned_by("action")
    priority_id: Mapped[int | None] = owned_by("priority")
    question_id: Mapped[int | None] = refers_to("question")
    words: Mapped[Words]
    unit: Mapped[Label | None]
    baseline: Mapped[Label | None]
    target: Mapped[Label | None]


class Reading(Record):
    """What a measure showed on a day."""

    __tablename__ = "reading"

    measure_id: Mapped[int] = owned_by("measure")
    on: Mapped[date]
    value: Mapped[float | None]
    words: Mapped[Label | None]
    base: Mapped[int | None]
    source: Mapped[Words | None]
