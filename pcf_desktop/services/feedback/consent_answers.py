"""What a family answers later about words that are kept: anew, or that it takes them back.

It is noted for the comment itself, the nearest holder, also where a survey asked before.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, false, or_, select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Consent, Feedback
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.consents import KEEP, QUOTE, USE, Standing
from pcf_desktop.services.counting.voices import LISTED, beside
from pcf_desktop.services.feedback import packs_given
from pcf_desktop.services.feedback.feedback import MAY_QUOTE
from pcf_desktop.services.feedback.packs_given import Given

_ASKED = (KEEP, USE, QUOTE)


@dataclass(frozen=True)
class CommentConsent:
    """How it stands with one comment: its answer of `MAY_QUOTE`, none where it was taken back.

    `can_unask` says whether *not asked yet* could be true: no survey or family note says otherwise.
    `is_gone` says that nothing is left to take back. `others` are what else the same person said,
    and `also_ticked` whether answers of a survey belong to it.
    """

    feedback_id: int
    answer: str
    can_unask: bool
    taken_back_on: date | None
    is_gone: bool
    others: tuple[int, ...]
    also_ticked: bool
    packs: tuple[Given, ...]
    packs_of_all: tuple[Given, ...]


def of(session: Session, feedback_id: int) -> CommentConsent | None:
    """Return how it stands, None where the comment is not listed any longer."""
    row = session.execute(
        select(Feedback.response_id, Feedback.family_id).where(Feedback.id == feedback_id, LISTED)
    ).one_or_none()
    if row is None:
        return None
    standing = consents.standing(session, feedback_id)
    others = _others(session, feedback_id, row.response_id, row.family_id)
    return CommentConsent(
        feedback_id=feedback_id,
        answer=answer_of(standing),
        can_unask=not _said_elsewhere(session, row.response_id, row.family_id),
        taken_back_on=standing.withdrawn_on,
        is_gone=standing.withdrawn_on is not None
        and USE in standing.refused
        and QUOTE in standing.refused,
        others=others,
        also_ticked=row.response_id is not None,
        packs=tuple(packs_given.holding(session, [feedback_id])),
        packs_of_all=tuple(packs_given.holding(session, [feedback_id, *others])),
    )


def answer_of(standing: Standing) -> str:
    """Return which answer of `MAY_QUOTE` was given, nothing where it was taken back."""
    if standing.withdrawn_on is not None:
        return ""
    if QUOTE in standing.allowed:
        return "quote"
    if standing.refused & {KEEP, USE}:
        return "keep"
    if USE in standing.allowed or QUOTE in standing.refused:
        return "use"
    return "not_asked"


def answer(session: Session, feedback_id: int, may_quote: str, on: date) -> None:
    """Note what was answered; the earlier notes stay as they were, and count no more.

    *Not asked yet* takes the comment's own notes away, for they were a mistake.

    Raises:
        UserError: it was taken back, which is final; or there is no such answer.
    """
    if consents.standing(session, feedback_id).withdrawn_on is not None:
        raise UserError(
            "They took their words back, and that is final.", "Nothing was changed.", ""
        )
    if may_quote not in MAY_QUOTE:
        raise UserError("Choose whether we may quote it.", "Nothing was changed.")
    if not MAY_QUOTE[may_quote]:
        own = Consent.feedback_id == feedback_id
        session.execute(delete(Consent).where(own, Consent.part.in_(_ASKED)))
    consents.note(session, MAY_QUOTE[may_quote], on, None, feedback_id=feedback_id)


def take_back(
    session: Session, feedback_id: int, on: date, today: date, *, everything: bool = False
) -> int:
    """Note that the family takes its words back: no pack counts or quotes them from now on.

    With `everything`, so is all else that came in the same answers to a survey, what was ticked
    too; without a survey, all else that the family has said so far. Return how many comments.

    Raises:
        UserError: the day is still to come.
    """
    if on > today:
        raise UserError("This day is still to come.", "Nothing was changed.", "Write another day.")
    response_id, family_id = session.execute(
        select(Feedback.response_id, Feedback.family_id).where(Feedback.id == feedback_id)
    ).one()
    others = _others(session, feedback_id, response_id, family_id) if everything else ()
    if everything and response_id is not None:
        consents.withdraw(session, on, response_id=response_id)
    for key in (feedback_id, *others):
        consents.withdraw(session, on, feedback_id=key)
    return 1 + len(others)


def _said_elsewhere(session: Session, response_id: int | None, family_id: int | None) -> bool:
    """Say whether the answers of the survey, or the family, say something of it."""
    holders = ((Consent.response_id, response_id), (Consent.family_id, family_id))
    these = [column == key for column, key in holders if key is not None]
    asked = select(Consent.id).where(or_(false(), *these), Consent.part.in_(_ASKED))
    return session.scalar(asked.limit(1)) is not None


def _others(
    session: Session, feedback_id: int, response_id: int | None, family_id: int | None
) -> tuple[int, ...]:
    """Return what else came in the same response, else from the same family."""
    found = select(Feedback.id).where(beside(feedback_id, response_id, family_id))
    return tuple(session.scalars(found.order_by(Feedback.id)))
