"""A made-up survey of four families, its exports, and what stands in a forum after an import."""

import csv
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import (
    Answer,
    Base,
    Feedback,
    Option,
    Question,
    Response,
)
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Report, Source
from pcf_desktop.workspace import Session, Workspace

TITLE = "Autumn survey"

SOURCE = Source("answers.csv", "0" * 64)

HEADINGS = [
    "ID",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "How old is your child?",
    "What helps you? (tick all)",
    "How well do services work together? (1 to 5)",
    "What most needs to change?",
    "What is working well?",
    "May we quote your words?",
]

ROWS = [
    ["1", "03/09/2021 10:00:00", "03/09/2021 10:09:00", "anonymous", "", "0 to 4",
     "School;Friends;", "4", "The waiting list, it is far too long.", "A lovely nursery.", "Yes"],
    ["2", "04/09/2021 10:00:00", "04/09/2021 10:09:00", "anonymous", "", "5 to 10",
     "School;", "2", "Nobody rings back and we are always told to wait.", "", "No"],
    ["3", "25/09/2021 10:00:00", "25/09/2021 10:09:00", "anonymous", "", "5 to 10",
     "Friends;", "5", "", "Our teacher listens to what he wants.", "Yes"],
    ["4", "26/09/2021 10:00:00", "26/09/2021 10:09:00", "anonymous", "", "0 to 4",
     "School;Friends;", "1", "Taxi, every single week the taxi is late.", "", "Yes"],
]  # fmt: skip  # fmt: skip

AGE, HELPS, SCALE, CHANGE, WELL, QUOTE = 5, 6, 7, 8, 9, 10

KINDS = (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE, Kind.TEXT, Kind.TEXT, Kind.CONSENT)


def export(path: Path, rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Sheet:
    """Write a Microsoft Forms export as Excel saves it, and read it back."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    first = read(path)
    asked = [q.key for q in first.questions if q.kind not in {Kind.IDENTITY, Kind.SYSTEM}]
    return read(path, Choices(kinds=dict(zip(asked, KINDS, strict=False))))


def changed(place: int, column: int, value: str) -> list[list[str]]:
    rows = [list(row) for row in ROWS]
    rows[place][column] = value
    return rows


def bring(workspace: Workspace, sheet: Sheet, title: str = TITLE) -> Report:
    """Import, having asked first what it would do: the two must agree."""
    with workspace.read() as session:
        foretold = importing.count(session, sheet, title)
    with workspace.change("import a survey") as session:
        report = importing.import_survey(session, sheet, title, SOURCE, silent)
    assert counts(foretold) == counts(report)
    assert foretold.changes == report.changes
    assert report.read == sum(counts(report)[:5])
    return report


def counts(report: Report) -> tuple[int, ...]:
    return (
        report.imported,
        report.already_here,
        report.changed,
        report.skipped,
        report.rejected,
        report.comments,
    )


def everything(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that can be taken back."""
    with workspace.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in Base.metadata.sorted_tables
            if table.name not in {"audit_entry", "series", "part_digest"}
        }


def comment(session: Session, known_as: str, question: str = HEADINGS[CHANGE]) -> Feedback:
    return session.scalars(
        select(Feedback)
        .join(Response, Response.id == Feedback.response_id)
        .join(Question, Question.id == Feedback.question_id)
        .where(Response.known_as == known_as, Question.words == question)
    ).one()


def ticked(session: Session, known_as: str, question: str) -> list[str]:
    return list(
        session.scalars(
            select(Option.words)
            .join(Answer, Answer.option_id == Option.id)
            .join(Response, Response.id == Answer.response_id)
            .join(Question, Question.id == Answer.question_id)
            .where(Response.known_as == known_as, Question.words == question)
            .order_by(Answer.id)
        )
    )
