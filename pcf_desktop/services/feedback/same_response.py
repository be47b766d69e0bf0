"""What the writer of a comment ticked in the same response to a survey."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Answer, Option, Question


def ticked(session: Session, response_id: int) -> Sequence[tuple[str, str]]:
    """Return what the same respondent ticked: question and answer, in order."""
    rows = session.execute(
        select(Question.words, Question.row, Option.words, Answer.number, Answer.words)
        .join(Question, Question.id == Answer.question_id)
        .outerjoin(Option, Option.id == Answer.option_id)
        .where(Answer.response_id == response_id)
        .order_by(Question.position, Answer.id)
    )
    return [
        (
            f"{question} [{row}]" if row else question,
            option or words or (f"{number:g}" if number is not None else ""),
        )
        for question, row, option, number, words in rows
    ]
