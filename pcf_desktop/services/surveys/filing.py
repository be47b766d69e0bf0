"""Putting responses, answers, consents and comments into their tables, many at once."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.days import with_zone
from pcf_desktop.importers.sheet import Row
from pcf_desktop.records import Answer, Consent, Feedback, Response
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.targets import Place, Target

BY_SURVEY = "survey"
"""How a consent was given that stands in a response."""

RESPONSE = (
    "survey_id", "batch_id", "known_as", "digest", "started_at", "completed_at", "is_complete",
)  # fmt: skip
ANSWER = ("response_id", "question_id", "option_id", "number", "words")
CONSENT = ("response_id", "part", "given", "given_on", "how")
COMMENT = (
    "words", "said_from", "said_to", "said_precision", "channel_id", "response_id", "question_id",
    "batch_id", "set_aside", "needs_clearing", "came_as",
)  # fmt: skip


def add_responses(
    session: Session, target: Target, batch_id: int, rows: Sequence[tuple[str, Row]]
) -> int:
    """Add new responses with all that hangs on them; return how many comments there were."""
    if not rows:
        return 0
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
                with_zone(row.started),
                with_zone(row.completed),
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
    owned = [(ids[name], row) for name, row in rows]
    add_answers(session, ((key, place, row) for key, row in owned for place in target.closed))
    add_consents(session, target, owned)
    comments = [
        (key, place, row, words)
        for key, row in owned
        for place in target.free
        if (words := responses.comment(place, row))
    ]
    add_comments(session, target, batch_id, comments)
    return len(comments)


def add_answers(session: Session, answered: Iterable[tuple[int, Place, Row]]) -> None:
    """Add the answers of responses, by their ids, to closed questions."""
    insert_rows(
        session.connection(),
        Answer,
        ANSWER,
        (
            (response_id, place.question_id, *each)
            for response_id, place, row in answered
            for each in responses.ticked(place, row)
        ),
    )


def add_consents(session: Session, target: Target, rows: Iterable[tuple[int, Row]]) -> None:
    """Add the consents that responses, by their ids, give or refuse."""
    insert_rows(
        session.connection(),
        Consent,
        CONSENT,
        (
            (response_id, part, given, responses.day(row), BY_SURVEY)
            for response_id, row in rows
            for part, given in responses.given(target, row).items()
        ),
    )


def add_comments(
    session: Session,
    target: Target,
    batch_id: int,
    written: Iterable[tuple[int, Place, Row, str]],
) -> None:
    """Add what was written freely: the response's id, the question, its row, and the words."""
    channel_id = target.channel_id

    def rows() -> Iterable[Sequence[object]]:
        for response_id, place, row, words in written:
            day = responses.day(row)
            said = (day, day, "day" if day is not None else None)
            from_where = (channel_id, response_id, place.question_id, batch_id)
            came_as = responses.came_as(words, words)
            yield (words, *said, *from_where, False, False, came_as)

    insert_rows(session.connection(), Feedback, COMMENT, rows())
