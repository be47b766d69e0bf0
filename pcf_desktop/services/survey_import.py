"""Bringing a survey export into the forum: new responses, known ones, changed ones, each counted.

The rows come in batches and go in as one transaction; whoever cancels leaves nothing behind.
Closed answers stay answers. What was written freely becomes feedback, with its question.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Kind, Row, Sheet
from pcf_desktop.importers.sheet import Question as Asked
from pcf_desktop.progress import Progress
from pcf_desktop.records import (
    Answer,
    Consent,
    Feedback,
    ImportBatch,
    Link,
    Option,
    Question,
    Response,
    Survey,
)
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.services import consent_words, consents, feedback, reference

BATCH = 2000


@dataclass(frozen=True)
class Report:
    """What became of every row: `read` is the sum of the other five."""

    survey_id: int
    batch_id: int | None
    read: int
    imported: int
    already_here: int
    changed: int
    skipped: int
    rejected: int
    comments: int
    changes: tuple[tuple[int, tuple[str, ...]], ...]
    """For each changed response its row in the file and the questions answered otherwise."""


@dataclass(frozen=True)
class Source:
    """The file that is brought in, by its name and the digest of its bytes."""

    file_name: str
    sha256: str


@dataclass(frozen=True)
class _Place:
    """A question that is kept, and where its answers go."""

    index: int
    question_id: int
    words: str
    kind: Kind
    options: Mapping[str, int]
    part: str | None


@dataclass(frozen=True)
class _Target:
    """The survey that the rows go into."""

    survey_id: int
    batch_id: int
    channel_id: int
    places: tuple[_Place, ...]

    @property
    def closed(self) -> tuple[_Place, ...]:
        """Return the questions whose answers stay answers."""
        return tuple(place for place in self.places if place.kind is not Kind.TEXT)

    @property
    def free(self) -> tuple[_Place, ...]:
        """Return the questions whose answers become feedback."""
        return tuple(place for place in self.places if place.kind is Kind.TEXT)


_Ticked = tuple[int | None, float | None, str | None]
"""One answer: the option, the number, the words beside them."""


def import_survey(
    session: Session, sheet: Sheet, title: str, source: Source, progress: Progress
) -> Report:
    """Bring an export into the survey of this title, made where it is new.

    A response is known again by the tool's id, else by its fingerprint, so that a second import
    of the same file changes nothing. Cancelling raises out of here and rolls everything back.

    Raises:
        UserError: the survey has no title, or the export no question to keep.
    """
    if not title.strip():
        raise UserError("Give the survey a title first.", "Nothing was imported.")
    target = _target(session, sheet, title.strip(), source)
    known = _known(session, target.survey_id)
    batch = session.get_one(ImportBatch, target.batch_id)
    imported = already_here = comments = done = 0
    changes: list[tuple[int, tuple[str, ...]]] = []
    for rows in _batches(sheet):
        progress(done, sheet.rows)
        new = [(name, row) for name, row in rows if name not in known]
        comments += _add(session, target, new)
        imported += len(new)
        for name, row in rows:
            if name not in known:
                continue
            response_id, digest = known[name]
            changed = (
                () if digest == _digest(target, row) else _amend(session, target, response_id, row)
            )
            if changed:
                changes.append((row.number, changed))
            else:
                already_here += 1
        done += len(rows)
    progress(sheet.rows, sheet.rows)
    report = Report(
        survey_id=target.survey_id,
        batch_id=target.batch_id,
        read=sheet.rows + sheet.blank_rows + len(sheet.rejected),
        imported=imported,
        already_here=already_here,
        changed=len(changes),
        skipped=sheet.blank_rows,
        rejected=len(sheet.rejected),
        comments=comments,
        changes=tuple(changes),
    )
    for name in ("read", "imported", "already_here", "changed", "skipped", "rejected"):
        setattr(batch, name, getattr(report, name))
    return report


def _target(session: Session, sheet: Sheet, title: str, source: Source) -> _Target:
    kept = [
        (index, question)
        for index, question in enumerate(sheet.questions)
        if question.keep and question.kind is not Kind.SYSTEM
    ]
    if not kept:
        raise UserError(
            "No question of this file is kept.",
            "Nothing was imported.",
            "Keep at least one column in the step Match columns.",
        )
    survey = session.scalars(select(Survey).where(Survey.title == title)).one_or_none()
    channel_id = reference.term_id(session, "channel", "own_survey")
    if survey is None:
        survey = Survey(title=title, tool=sheet.tool, channel_id=channel_id)
        session.add(survey)
        session.flush()
    batch = ImportBatch(
        survey_id=survey.id,
        file_name=source.file_name,
        sha256=source.sha256,
        tool=sheet.tool,
        choices=sheet.profile().as_data(),
        **dict.fromkeys(("read", "imported", "already_here", "changed", "skipped", "rejected"), 0),
    )
    session.add(batch)
    session.flush()
    places = tuple(_place(session, survey.id, index, question) for index, question in kept)
    return _Target(survey.id, batch.id, survey.channel_id or channel_id, places)


def _place(session: Session, survey_id: int, index: int, asked: Asked) -> _Place:
    question = session.scalars(
        select(Question).where(Question.survey_id == survey_id, Question.key == asked.key)
    ).one_or_none()
    if question is None:
        question = Question(
            survey_id=survey_id, key=asked.key, position=index, words=asked.text, row=asked.row
        )
        session.add(question)
    question.kind = asked.kind.value
    session.flush()
    options = {
        option.words: option.id
        for option in session.scalars(select(Option).where(Option.question_id == question.id))
    }
    for words in asked.options:
        if words not in options:
            option = Option(question_id=question.id, position=len(options), words=words)
            session.add(option)
            session.flush()
            options[words] = option.id
    part = consent_words.part(asked.text) if asked.kind is Kind.CONSENT else None
    return _Place(index, question.id, asked.label, asked.kind, options, part)


def _known(session: Session, survey_id: int) -> dict[str, tuple[int, str]]:
    rows = session.execute(
        select(Response.known_as, Response.id, Response.digest).where(
            Response.survey_id == survey_id
        )
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _batches(sheet: Sheet) -> Iterator[list[tuple[str, Row]]]:
    batch: list[tuple[str, Row]] = []
    for named in sheet.identified():
        batch.append(named)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _digest(target: _Target, row: Row) -> str:
    answers = [
        (place.question_id, row.cells[place.index], row.others.get(place.index))
        for place in target.places
    ]
    return hashlib.blake2b(repr(answers).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _add(session: Session, target: _Target, rows: Sequence[tuple[str, Row]]) -> int:
    """Add new responses with all that hangs on them; return how many comments there were."""
    if not rows:
        return 0
    connection = session.connection()
    insert_rows(
        connection,
        Response,
        (
            "survey_id",
            "batch_id",
            "known_as",
            "digest",
            "started_at",
            "completed_at",
            "is_complete",
        ),
        (
            (
                target.survey_id,
                target.batch_id,
                name,
                _digest(target, row),
                _utc(row.started),
                _utc(row.completed),
                row.complete,
            )
            for name, row in rows
        ),
    )
    found = session.execute(
        select(Response.known_as, Response.id).where(
            Response.survey_id == target.survey_id,
            Response.known_as.in_([name for name, _ in rows]),
        )
    )
    ids = dict(found.tuples().all())
    owned = [(ids[name], row) for name, row in rows]
    insert_rows(
        connection,
        Answer,
        ("response_id", "question_id", "option_id", "number", "words"),
        (
            (response_id, place.question_id, *ticked)
            for response_id, row in owned
            for place in target.closed
            for ticked in _ticked(place, row)
        ),
    )
    insert_rows(
        connection,
        Consent,
        ("response_id", "part", "given", "given_on", "how"),
        (
            (response_id, part, given, _day(row), "survey")
            for response_id, row in owned
            for part, given in _consents(target, row).items()
        ),
    )
    comments = [
        _comment(target, response_id, place, row, words)
        for response_id, row in owned
        for place in target.free
        if (words := _free(place, row))
    ]
    insert_rows(connection, Feedback, COMMENT, comments)
    return len(comments)


COMMENT = (
    "words", "said_from", "said_to", "said_precision", "channel_id", "response_id", "question_id",
    "batch_id", "set_aside", "needs_clearing",
)  # fmt: skip


def _comment(
    target: _Target, response_id: int, place: _Place, row: Row, words: str
) -> tuple[object, ...]:
    day = _day(row)
    precision = "day" if day is not None else None
    where = (target.channel_id, response_id, place.question_id, target.batch_id)
    return (words, day, day, precision, *where, False, False)


def _utc(moment: datetime | None) -> datetime | None:
    """Return a moment in UTC; a survey tool without zones means this computer's."""
    return moment.astimezone(UTC) if moment is not None else None


def _day(row: Row) -> date | None:
    moment = row.completed or row.started
    return moment.date() if moment is not None else None


def _free(place: _Place, row: Row) -> str:
    cell = row.cells[place.index]
    return cell.strip() if isinstance(cell, str) else ""


def _ticked(place: _Place, row: Row) -> list[_Ticked]:
    """Return the answers to a closed question, as they are kept."""
    cell, other = row.cells[place.index], row.others.get(place.index)
    chosen = cell if isinstance(cell, tuple) else () if cell is None else (cell,)
    found: list[_Ticked] = []
    for each in chosen:
        number = float(each) if isinstance(each, int | float) else None
        option = place.options.get(
            each if isinstance(each, str) else f"{each:g}" if number is not None else ""
        )
        words = None if option is not None or number is not None else str(each)
        found.append((option, number, words))
    return [*found, (None, None, other)] if other else found


def _consents(target: _Target, row: Row) -> dict[str, bool]:
    """Return the parts of consent that a response gives or refuses; to quote is also to use."""
    given: dict[str, bool] = {}
    for place in target.closed:
        cell = row.cells[place.index]
        if place.part is None or not isinstance(cell, str):
            continue
        answer = consent_words.is_yes(cell)
        if answer is not None:
            given[place.part] = answer
    if given.get(consents.QUOTE):
        given = {consents.KEEP: True, consents.USE: True} | given
    return given


def _amend(session: Session, target: _Target, response_id: int, row: Row) -> tuple[str, ...]:
    """Bring a known response up to date; return the questions that were answered otherwise."""
    changed = [
        place.words
        for place in target.closed
        if _amend_closed(session, response_id, place, _ticked(place, row))
    ]
    changed += [
        place.words
        for place in target.free
        if _amend_free(session, target, response_id, place, row)
    ]
    given = _consents(target, row)
    if changed and given:
        _amend_consents(session, response_id, given, row)
    response = session.get_one(Response, response_id)
    response.digest = _digest(target, row)
    response.completed_at = _utc(row.completed)
    response.is_complete = row.complete
    session.flush()
    return tuple(changed)


def _amend_closed(session: Session, response_id: int, place: _Place, ticked: list[_Ticked]) -> bool:
    mine = (Answer.response_id == response_id, Answer.question_id == place.question_id)
    before = session.execute(
        select(Answer.option_id, Answer.number, Answer.words).where(*mine).order_by(Answer.id)
    )
    if [tuple(answer) for answer in before] == ticked:
        return False
    session.execute(delete(Answer).where(*mine))
    session.add_all(
        Answer(
            response_id=response_id,
            question_id=place.question_id,
            option_id=option,
            number=number,
            words=words,
        )
        for option, number, words in ticked
    )
    return True


def _amend_free(
    session: Session, target: _Target, response_id: int, place: _Place, row: Row
) -> bool:
    known = session.scalars(
        select(Feedback).where(
            Feedback.response_id == response_id, Feedback.question_id == place.question_id
        )
    ).one_or_none()
    words = _free(place, row)
    if (known.words if known is not None else "") == words:
        return False
    if known is None:
        insert_rows(
            session.connection(),
            Feedback,
            COMMENT,
            [_comment(target, response_id, place, row, words)],
        )
    elif words:
        known.words = words
        _forget_passages(session, known.id, words)
    else:
        feedback.bin_it(session, [known.id])
    return True


def _forget_passages(session: Session, feedback_id: int, words: str) -> None:
    """Keep the links of a changed comment, but no passage that is no longer in it."""
    for link in session.scalars(select(Link).where(Link.feedback_id == feedback_id)):
        if link.passage is not None and link.passage not in words:
            link.passage = None


def _amend_consents(
    session: Session, response_id: int, given: Mapping[str, bool], row: Row
) -> None:
    session.execute(
        delete(Consent).where(
            Consent.response_id == response_id,
            Consent.part.in_(given),
            Consent.withdrawn_on.is_(None),
        )
    )
    consents.note(session, given, _day(row), "survey", response_id=response_id)
