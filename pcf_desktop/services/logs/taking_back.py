"""The logs that were brought in, each of which can be taken back as a whole."""

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from pcf_desktop.records import Consent, Family, Feedback, ImportBatch, Link, Quote, Response
from pcf_desktop.services.logs.known_rows import TOOL
from pcf_desktop.services.surveys.surveys import BatchLine
from pcf_desktop.services.surveys.taken_back import ImportGoing


def batches(session: Session) -> list[BatchLine]:
    """Return every log that was brought in, the first one first."""
    found = session.scalars(
        select(ImportBatch).where(ImportBatch.tool == TOOL).order_by(ImportBatch.id)
    )
    return [
        BatchLine(each.id, each.file_name, each.made_at, each.imported, each.changed)
        for each in found
    ]


def is_here(session: Session, batch_id: int) -> bool:
    """Say whether an import is in the forum, neither undone nor taken back."""
    return session.get(ImportBatch, batch_id) is not None


def what_goes(session: Session, batch_id: int) -> ImportGoing:
    """Return what taking a log back would remove, to be said before it is done."""
    mine = Feedback.batch_id == batch_id
    links = select(func.count(Link.id)).join(Feedback, Feedback.id == Link.feedback_id)
    quotes = select(func.count(Quote.id)).join(Feedback, Feedback.id == Quote.feedback_id)
    return ImportGoing(
        responses=0,
        comments=session.scalar(select(func.count(Feedback.id)).where(mine)) or 0,
        links=session.scalar(links.where(mine)) or 0,
        quotes=session.scalar(quotes.where(mine)) or 0,
    )


def take_back(session: Session, batch_id: int) -> int:
    """Take a whole log back, long after; return how many comments went.

    Links and quotes go with them, and so do families that came with it and say nothing any more.
    """
    batch = session.get_one(ImportBatch, batch_id)
    families = select(Feedback.family_id).where(Feedback.batch_id == batch_id).distinct()
    theirs = [key for key in session.scalars(families) if key is not None]
    gone = what_goes(session, batch_id).comments
    session.execute(delete(Feedback).where(Feedback.batch_id == batch_id))
    came_with_it = Family.id.in_(theirs) & (Family.made_at >= batch.made_at)
    session.execute(delete(Family).where(came_with_it, *_says_nothing()))
    session.delete(batch)
    session.flush()
    return gone


def _says_nothing() -> list[ColumnElement[bool]]:
    mentions = (Feedback.family_id, Response.family_id, Consent.family_id)
    return [Family.id.not_in(select(column).where(column.is_not(None))) for column in mentions]
