"""Surveys: what was asked, who answered, and what they ticked."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Code, Digest, Label, Record, Words, owned_by, refers_to


class Survey(Record):
    """A survey, or one wave of it: `repeats_id` is the wave before."""

    __tablename__ = "survey"

    title: Mapped[Label]
    tool: Mapped[Code | None]
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    channel_id: Mapped[int | None] = refers_to("term")
    repeats_id: Mapped[int | None] = refers_to("survey")


class Question(Record):
    """A question as it was printed; `key` finds it again in the next export of the same survey."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("survey_id", "key"),)

    survey_id: Mapped[int] = owned_by("survey")
    key: Mapped[Words]
    position: Mapped[int]
    words: Mapped[Words]
    row: Mapped[Words | None]
    kind: Mapped[Code]
    about: Mapped[Code | None]
    """What its answers say of the family: a list, as `need` or `send_status`, or `district`."""


class Option(Record):
    """One of a question's answers to choose from."""

    __tablename__ = "option"
    __table_args__ = (UniqueConstraint("question_id", "words"),)

    question_id: Mapped[int] = owned_by("question")
    position: Mapped[int]
    words: Mapped[Words]


class AnswerMeaning(Record):
    """What one answer to a question about the family means in the forum's own lists.

    It is an option or a number; where neither term nor district stands, it was looked at and means
    none of them.
    """

    __tablename__ = "answer_meaning"

    question_id: Mapped[int] = owned_by("question")
    option_id: Mapped[int | None] = owned_by("option")
    number: Mapped[float | None]
    term_id: Mapped[int | None] = refers_to("term")
    district: Mapped[Label | None]


class QuestionPriority(Record):
    """A closed question that measures a priority."""

    __tablename__ = "question_priority"
    __table_args__ = (UniqueConstraint("question_id", "priority_id"),)

    question_id: Mapped[int] = owned_by("question")
    priority_id: Mapped[int] = owned_by("priority")


class Response(Record):
    """One respondent's answers, as they stood in one row of an export."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("survey_id", "known_as"),)

    survey_id: Mapped[int] = owned_by("survey")
    batch_id: Mapped[int | None] = refers_to("import_batch")
    family_id: Mapped[int | None] = refers_to("family")
    known_as: Mapped[Label]
    """By what a later export finds it again: the tool's own id, else a fingerprint."""
    digest: Mapped[Digest]
    """Of all that was answered; another one in a later export means that an answer changed."""
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    is_complete: Mapped[bool]
    time_mark: Mapped[Digest | None]
    """Of the full time where the day alone is kept; see `services/surveys/times.py`."""


class Answer(Record):
    """One answer to a closed question; several where several options could be ticked.

    `words` holds what was written beside the options; free text is feedback, with its question.
    """

    __tablename__ = "answer"

    response_id: Mapped[int] = owned_by("response")
    question_id: Mapped[int] = owned_by("question")
    option_id: Mapped[int | None] = refers_to("option")
    number: Mapped[float | None]
    words: Mapped[Words | None]


class ImportBatch(Record):
    """One file brought in: what it was read as, and the count of every row."""

    __tablename__ = "import_batch"

    survey_id: Mapped[int | None] = refers_to("survey")
    file_name: Mapped[Label]
    sha256: Mapped[Digest]
    tool: Mapped[Code]
    choices: Mapped[dict[str, Any]]
    read: Mapped[int]
    imported: Mapped[int]
    already_here: Mapped[int]
    changed: Mapped[int]
    skipped: Mapped[int]
    rejected: Mapped[int]


class ImportProfile(Record):
    """How a survey's columns were matched, kept for next year's export."""

    __tablename__ = "import_profile"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[Label]
    choices: Mapped[dict[str, Any]]
