"""What the figures and quotes of a pack rest on: its sources, and each quote on its own.

S01 is the same survey in every version and every pack; N01 is all that volunteers noted. E031 is
the evidence behind quote Q031, as permanent as its number.
"""

from collections.abc import Mapping

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Evidence
from pcf_desktop.records import Feedback, Link, Question, Survey, Term, When
from pcf_desktop.services import wording
from pcf_desktop.services.voices import LISTED, VOICE

NOTED = "N01"
_NOTED_WORDS = "Conversations and messages noted by volunteers"
LONGEST_QUESTION = 120
"""So many letters of a question say which one it was."""


class Sources:
    """The numbered sources of a forum's feedback, with their bases."""

    def __init__(self, session: Session, small_number: int) -> None:
        """Count the families behind each source; small bases are not told."""
        self._session = session
        found = [
            Evidence(f"S{key:02d}", f"Survey: {title}", base_words(voices, small_number))
            for key, title, voices in session.execute(_SURVEYS)
        ]
        noted = session.scalar(_NOTED) or 0
        if noted:
            found.append(Evidence(NOTED, _NOTED_WORDS, base_words(noted, small_number)))
        self.entries = {entry.number: entry for entry in found}

    def behind(self, priority_id: int) -> tuple[str, ...]:
        """Return every source that a priority's counts rest on."""
        linked = _PLACES.join(Link, Link.feedback_id == Feedback.id)
        found = self._session.scalars(
            linked.where(Link.priority_id == priority_id, LISTED).distinct()
        )
        numbers = {f"S{key:02d}" if key is not None else NOTED for key in found}
        return tuple(sorted(numbers & self.entries.keys()))


def number(quote: int) -> str:
    """Return the permanent number of the evidence behind a quote."""
    return f"E{quote:03d}"


def of_quotes(session: Session, numbers: Mapping[int, int]) -> list[Evidence]:
    """Return what each quoted piece of feedback is, in the order of the quote numbers.

    Named are the survey with its question, or the way it was heard, and the month: nothing that
    says who spoke.
    """
    rows = session.execute(_QUOTED.where(Feedback.id.in_(list(numbers))))
    found = {}
    for key, said, survey_id, question, channel in rows:
        if survey_id is not None:
            what = f"Answer to “{_shortened(question or '')}”"
            base = f"S{survey_id:02d}"
        else:
            what, base = channel or "Noted by a volunteer", NOTED
        month = wording.month(said)
        words = f"{what}, {month}" if month else what
        found[numbers[key]] = Evidence(number(numbers[key]), words, base)
    return [found[key] for key in sorted(found)]


def base_words(voices: int, small_number: int) -> str:
    """Return a count of families as it may leave the forum."""
    if voices < small_number:
        return f"fewer than {small_number} families"
    return wording.count(voices, "family", "families")


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_QUESTION:
        return words
    return words[:LONGEST_QUESTION].rsplit(" ", 1)[0] + " …"


_PLACES: Select[int | None] = (
    select(Question.survey_id)
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
_NOTED = (
    select(func.count(VOICE.distinct()))
    .select_from(Feedback)
    .where(LISTED, Feedback.question_id.is_(None))
)
_QUOTED: Select[int, When, int | None, str | None, str | None] = (
    select(Feedback.id, Feedback.said, Question.survey_id, Question.words, Term.label)
    .select_from(Feedback)
    .outerjoin(Question, Question.id == Feedback.question_id)
    .outerjoin(Term, Term.id == Feedback.channel_id)
)
