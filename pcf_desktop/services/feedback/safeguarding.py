"""When a child may be at risk: it is passed on, and is no evidence.

The program shows the forum's own steps and keeps only that something was passed on, and when.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Disclosure, Feedback, Forum


def steps(session: Session) -> str:
    """Return the steps this forum has agreed on, nothing where none are written down."""
    return (session.scalar(select(Forum.safeguarding_steps)) or "").strip()


def note(session: Session, passed_on: date, flagged_on: date) -> int:
    """Note that something was passed on, and keep nothing of what it was; return the note's id.

    Raises:
        UserError: the day is still to come.
    """
    _past(passed_on, flagged_on)
    made = Disclosure(flagged_on=flagged_on, passed_on=passed_on)
    session.add(made)
    session.flush()
    return made.id


def set_aside(session: Session, feedback_id: int, passed_on: date, flagged_on: date) -> int:
    """Take feedback out of every list, count and pack, and note that it was passed on.

    Raises:
        UserError: the day is still to come.
    """
    key = note(session, passed_on, flagged_on)
    session.get_one(Disclosure, key).feedback_id = feedback_id
    session.get_one(Feedback, feedback_id).set_aside = True
    return key


def _past(passed_on: date, today: date) -> None:
    if passed_on > today:
        raise UserError(
            "That day is still to come.",
            "Nothing was noted.",
            "Write the day on which it was passed on.",
        )
