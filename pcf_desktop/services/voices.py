"""Whose voice a piece of feedback is: one loud parent is one voice."""

from typing import Any

from sqlalchemy import case, func
from sqlalchemy.sql.elements import ColumnElement

from pcf_desktop.records import Feedback

# Three kinds of owner share one number line: 3n, 3n + 1, 3n + 2.
VOICE: ColumnElement[int] = case(
    (Feedback.family_id.is_not(None), Feedback.family_id * 3),
    (Feedback.response_id.is_not(None), Feedback.response_id * 3 + 1),
    else_=Feedback.id * 3 + 2,
)
"""The family where it is known, else the respondent of the survey, else the piece itself."""

LISTED: ColumnElement[bool] = Feedback.binned_at.is_(None) & ~Feedback.set_aside
"""Feedback that counts: neither in the bin nor set aside as a disclosure."""


def families() -> ColumnElement[Any]:
    """Return the count of voices, which screens and packs call families."""
    return func.count(VOICE.distinct())
