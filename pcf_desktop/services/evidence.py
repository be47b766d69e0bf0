"""What the figures and quotes of a pack rest on: each survey, and each way a family was heard.

S01 is the same survey, and L07 the same channel, in every version and every pack.
"""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Evidence
from pcf_desktop.records import Feedback, Link, Question, Survey, Term
from pcf_desktop.services import wording
from pcf_desktop.services.voices import LISTED, VOICE


class Sources:
    """The numbered sources of a forum's feedback, with their bases."""

    def __init__(self, session: Session, small_number: int) -> None:
        """Count the families behind each source; small bases are not told."""
        self._session = session
        entries = [
            Evidence(f"S{key:02d}", f"Survey: {title}", base_words(voices, small_number))
            for key, title, voices in session.execute(_SURVEYS)
        ]
        entries += [
            Evidence(
                f"L{key:02d}", f"Noted by a volunteer: {label}", base_words(voices, small_number)
            )
            for key, label, voices in session.execute(_CHANNELS)
        ]
        self.entries = {entry.number: entry for entry in entries}

    def of(self, feedback_id: int) -> tuple[str, ...]:
        """Return the source of one piece of feedback."""
        return self._numbers(_PLACES.where(Feedback.id == feedback_id))

    def behind(self, priority_id: int) -> tuple[str, ...]:
        """Return every source that a priority's counts rest on."""
        linked = _PLACES.join(Link, Link.feedback_id == Feedback.id)
        return self._numbers(linked.where(Link.priority_id == priority_id, LISTED))

    def _numbers(self, places: Select[int | None, int | None]) -> tuple[str, ...]:
        found = {
            f"S{survey:02d}" if survey is not None else f"L{channel:02d}"
            for survey, channel in self._session.execute(places.distinct())
            if survey is not None or channel is not None
        }
        return tuple(sorted(found & self.entries.keys()))


def base_words(voices: int, small_number: int) -> str:
    """Return a count of families as it may leave the forum."""
    if voices < small_number:
        return f"fewer than {small_number} families"
    return wording.count(voices, "family", "families")


_PLACES = (
    select(Question.survey_id, Feedback.channel_id)
    .select_from(Feedback)
    .outerjoin(Question, Question.id == Feedback.question_id)
)
_SURVEYS = (
    select(Survey.id, Survey.title, func.count(VOICE.distinct()))
    .select_from(Feedback)
    .join(Question, Question.id == Feedback.question_id)
    .join(Survey, Survey.id == Question.survey_id)
    .where(LISTED)
    .group_by(Survey.id)
)
_CHANNELS = (
    select(Term.id, Term.label, func.count(VOICE.distinct()))
    .select_from(Feedback)
    .join(Term, Term.id == Feedback.channel_id)
    .where(LISTED, Feedback.question_id.is_(None))
    .group_by(Term.id)
    .order_by(Term.position)
)
