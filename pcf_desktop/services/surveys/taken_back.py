"""Taking an import back, long after: what goes with it, and what stays."""

from contextlib import nullcontext
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pcf_desktop.records import (
    Answer,
    Feedback,
    ImportBatch,
    Link,
    Quote,
    Response,
    Survey,
)
from pcf_desktop.workspace import search_index

SHARE = 30
"""Where more than one text in so many goes, the search index is sooner made anew than mended: the
two took as long for 150 of 3,000 comments, 1,300 of 48,000 and 2,000 of 102,000."""


@dataclass(frozen=True)
class ImportGoing:
    """What goes when an import is taken back."""

    responses: int
    comments: int
    links: int
    quotes: int


def what_goes(session: Session, batch_id: int) -> ImportGoing:
    """Return what taking an import back would remove, to be said before it is done."""
    mine = Response.batch_id == batch_id
    comments = (
        select(func.count())
        .select_from(Feedback)
        .join(Response, Response.id == Feedback.response_id)
    ).where(mine)
    return ImportGoing(
        responses=session.scalar(select(func.count(Response.id)).where(mine)) or 0,
        comments=session.scalar(comments) or 0,
        links=session.scalar(comments.join(Link, Link.feedback_id == Feedback.id)) or 0,
        quotes=session.scalar(comments.join(Quote, Quote.feedback_id == Feedback.id)) or 0,
    )


def take_back(session: Session, batch_id: int) -> int:
    """Take a whole import back, long after; return how many responses went.

    Its comments, links and quotes go with the responses. Answers that a later import changed
    stay as they are now; a survey left without responses goes too.
    """
    batch = session.get_one(ImportBatch, batch_id)
    survey_id = batch.survey_id
    gone = session.scalar(
        select(func.count()).select_from(Response).where(Response.batch_id == batch_id)
    )
    many = _many_texts_go(session, batch_id)
    with search_index.in_bulk(session.connection()) if many else nullcontext():
        session.execute(delete(Response).where(Response.batch_id == batch_id))
        session.delete(batch)
        session.flush()
    left = select(Response.id).where(Response.survey_id == survey_id).limit(1)
    if survey_id is not None and session.scalar(left) is None:
        session.execute(delete(ImportBatch).where(ImportBatch.survey_id == survey_id))
        session.execute(delete(Survey).where(Survey.id == survey_id))
    return gone or 0


def _many_texts_go(session: Session, batch_id: int) -> bool:
    """Say whether so many searchable texts go with an import that the index is made anew."""
    going = 0
    for record in (Feedback, Answer):
        texts = select(func.count(record.id)).where(record.words.is_not(None))
        mine = texts.join(Response, Response.id == record.response_id)
        going += session.scalar(mine.where(Response.batch_id == batch_id)) or 0
    return going * SHARE > (session.scalar(select(func.count(Feedback.id))) or 0)
