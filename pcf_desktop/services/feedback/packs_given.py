"""Which packs that were written to a file hold somebody's words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import PackEvidence, PackIssue, Quote


@dataclass(frozen=True)
class Given:
    """One file of a pack that was written, and when."""

    pack_id: int
    file_name: str
    at: datetime


def holding(session: Session, feedback_ids: Collection[int]) -> list[Given]:
    """Return the files that quote any of these comments, the latest first."""
    rows = session.execute(
        select(PackIssue.pack_id, PackIssue.file_name, PackIssue.at)
        .join(PackEvidence, PackEvidence.issue_id == PackIssue.id)
        .join(Quote, Quote.id == PackEvidence.quote_id)
        .where(Quote.feedback_id.in_(feedback_ids))
        .distinct()
        .order_by(PackIssue.at.desc(), PackIssue.file_name)
    )
    return [Given(*row) for row in rows]
