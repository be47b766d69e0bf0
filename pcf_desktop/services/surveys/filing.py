"""Putting responses, answers, consents and comments into their tables, many at once."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.sheet import Row
from pcf_desktop.records import Answer, Consent, Feedback, Response
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.services.surveys import no_comments, responses, times
from pcf_desktop.services.surveys.responses import Received
from pcf_desktop.services.surveys.targets import Target

BY_SURVEY = "survey"
"""How a consent was given that stands in a response."""

RESPONSE = (
    "survey_id", "batch_id", "known_as", "digest", "started_at", "completed_at", "time_mark",
    "is_complete",
)  # fmt: skip
ANSWER = ("response_id", "question_id", "option_id", "number", "words")
CONSENT = ("response_id", "part", "given", "given_on", "how")
COMMENT = (
    "words", "said_from", "said_to", "said_precision", "channel_id", "response_id", "question_id",
    "batch_id", "set_aside", "needs_clearing", "came_as",
)  # fmt: skip


def add_responses(
    session: Session, target: Target, batch_id: int, rows: Sequence[tuple[str, Row]]
) -> list[Received]:
    """Add new responses; return what is to go in of each."""
    if not rows:
        return []
    last = session.scalar(select(func.max(Response.id))) or 0
    insert_rows(
        session.connection(),
        Response,
        RESPONSE,
        (
            (
                target.survey_id,
                batch_id,
                name,
                responses.digest(target, row),
                *times.kept(target.secret, row),
                row.complete,
            )
            for name, row in rows
        ),
    )
    found = session.execute(
        select(Response.known_as, Response.id).where(
            Response.batch_id == batch_id, Response.id > last
        )
    )
    ids = {row[0]: row[1] for row in found}
    return [
        Received(ids[name], row, target.closed, *responses.freely(target, row), is_new=True)
        for name, row in rows
    ]


def add_contents(
    session: Session, target: Target, batch_id: int, contents: Sequence[Received]
) -> None:
    """Add answers, consents and comments of responses, new and known ones alike."""
    connection = session.connection()
    no_comments.put_right(session, target, contents)
    insert_rows(connection, Answer, ANSWER, _answers(contents))
    insert_rows(connection, Consent, CONSENT, _consents(target, contents))
    insert_rows(connection, Feedback, COMMENT, _comments(target, batch_id, contents))


def _answers(contents: Iterable[Received]) -> Iterator[Sequence[object]]:
    for each in contents:
        for place in each.closed:
            for ticked in responses.ticked(place, each.row):
                yield (each.response_id, place.question_id, *ticked)


def _consents(target: Target, contents: Iterable[Received]) -> Iterator[Sequence[object]]:
    for each in contents:
        if any(place.part for place in each.closed):
            for part, given in responses.given(target, each.row).items():
                yield (each.response_id, part, given, responses.day(each.row), BY_SURVEY)


def _comments(
    target: Target, batch_id: int, contents: Iterable[Received]
) -> Iterator[Sequence[object]]:
    for each in contents:
        day = responses.day(each.row)
        said = (day, day, "day" if day is not None else None)
        for place, words in each.written:
            from_where = (target.channel_id, each.response_id, place.question_id, batch_id)
            came_as = responses.came_as(words, words)
            yield (words, *said, *from_where, False, False, came_as)
