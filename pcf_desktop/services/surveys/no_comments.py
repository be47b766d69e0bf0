"""Answers in free words that say nothing, as *n/a*: they stand, and no comment is made of them.

Each is kept as an answer to its question, listed, and can be put in as a comment after all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Answer, Feedback, Question, Response, Survey
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.kept_words import few
from pcf_desktop.services.surveys.responses import Received
from pcf_desktop.services.surveys.targets import Target


@dataclass(frozen=True)
class SaidNothing:
    """The same words in answer to one question, and how often they were written."""

    question_id: int
    question: str
    words: str
    times: int


def put_right(session: Session, target: Target, contents: Sequence[Received]) -> None:
    """Keep what says nothing of these responses, in place of what said nothing before.

    What a person put in as a comment after all is here as that.
    """
    here = _comments_left(session, target, [e.response_id for e in contents if not e.is_new])
    insert_rows(
        session.connection(),
        Answer,
        ("response_id", "question_id", "words"),
        (
            (each.response_id, place.question_id, words)
            for each in contents
            for place, words in (
                each.nothing if each.is_new else responses.freely(target, each.row)[1]
            )
            if (each.response_id, place.question_id) not in here
        ),
    )


def _comments_left(
    session: Session, target: Target, response_ids: Sequence[int]
) -> set[tuple[int | None, int | None]]:
    """Take away what said nothing before; return the response and question of each comment here."""
    free = [place.question_id for place in target.free if place.question_id is not None]
    here: set[tuple[int | None, int | None]] = set()
    for keys in few(response_ids):
        session.execute(
            delete(Answer).where(Answer.response_id.in_(keys), Answer.question_id.in_(free))
        )
        comments = select(Feedback.response_id, Feedback.question_id).where(
            Feedback.response_id.in_(keys), Feedback.binned_at.is_(None)
        )
        here.update((row[0], row[1]) for row in session.execute(comments))
    return here


def listed(session: Session, survey_id: int) -> list[SaidNothing]:
    """Return what said nothing in a survey, by question, the most frequent words first."""
    times = func.count(Answer.id)
    rows = session.execute(
        select(Question.id, Question.words, Question.row, Answer.words, times)
        .select_from(Answer)
        .join(Question, Question.id == Answer.question_id)
        .where(Question.survey_id == survey_id, *_ARE_NONE)
        .group_by(Question.id, Answer.words)
        .order_by(Question.position, times.desc(), Answer.words)
    )
    return [
        SaidNothing(row[0], f"{row[1]} [{row[2]}]" if row[2] else row[1], row[3] or "", row[4])
        for row in rows
    ]


def put_in(session: Session, said: SaidNothing) -> int:
    """Make comments of all answers with these words; return how many wait to be sorted now."""
    rows = session.execute(
        select(Answer, Response, Survey.channel_id)
        .join(Response, Response.id == Answer.response_id)
        .join(Survey, Survey.id == Response.survey_id)
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.question_id == said.question_id, Answer.words == said.words, *_ARE_NONE)
    ).all()
    came_as = responses.of_words("") + responses.of_words(said.words)
    for answer, response, channel_id in rows:
        session.add(
            Feedback(
                words=said.words,
                **_said_on(response),
                channel_id=channel_id,
                response_id=response.id,
                question_id=said.question_id,
                batch_id=response.batch_id,
                came_as=came_as,
            )
        )
        session.delete(answer)
    session.flush()
    return len(rows)


def _said_on(response: Response) -> dict[str, object]:
    moment = response.completed_at or response.started_at
    if moment is None:
        return {}
    day = moment.astimezone().date()
    return {"said_from": day, "said_to": day, "said_precision": "day"}


_ARE_NONE = (
    Question.kind == Kind.TEXT.value,
    Answer.option_id.is_(None),
    Answer.number.is_(None),
    Answer.words.is_not(None),
)
