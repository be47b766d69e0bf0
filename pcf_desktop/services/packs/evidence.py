"""What the figures and quotes of a pack rest on: its sources, and each quote on its own.

S01 is the same survey in every version and every pack; N01 is all that volunteers noted. E031 is
the evidence behind quote Q031, as permanent as its number.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Evidence
from pcf_desktop.records import Feedback, Link, Question, Survey, Term, When
from pcf_desktop.services.counting import counted, small_numbers, wording
from pcf_desktop.services.counting.voices import VOICE
from pcf_desktop.services.packs.quotes import Said

NOTED = "N01"
_NOTED_WORDS = "Noted by volunteers: conversations, messages and meetings"
WRITTEN = ("facebook", "private_message", "email", "text_whatsapp")
"""Ways of which no pack says more: who knows where to look could find the words again."""

LONGEST_QUESTION = 120
"""So many letters of a question say which one it was."""


class Sources:
    """The numbered sources of a forum's feedback, with their bases."""

    def __init__(
        self, session: Session, small_number: int, which: ColumnElement[bool] | None = None
    ) -> None:
        """Count the families behind each source; `which` says what feedback the pack counts.

        A base too small to tell is put together with others: beside the count of all families it
        would be found by subtraction.
        """
        self._session = session
        self._which = counted.feedback() if which is None else which
        rows = session.execute(_SOURCES.where(self._which)).all()
        bases = self._bases({_name(key): n for key, _, n in rows}, small_number)
        self.entries = {}
        for key, title, _ in rows:
            name, what = _name(key), _NOTED_WORDS if key is None else f"Survey: {title}"
            self.entries[name] = Evidence(name, what, bases[name])
        self._behind: dict[int, set[str]] = {}
        for priority_id, key in session.execute(_LINKED.where(self._which)):
            self._behind.setdefault(priority_id, set()).add(_name(key))

    def behind(self, priority_id: int) -> tuple[str, ...]:
        """Return every source that a priority's counts rest on."""
        return tuple(name for name in self.entries if name in self._behind.get(priority_id, ()))

    def _bases(self, voices: Mapping[str, int], small_number: int) -> dict[str, str]:
        together = _together(voices, small_number)
        found = {name: base_words(n, small_number) for name, n in voices.items()}
        base = base_words(self._families(together), small_number) if together else ""
        for name in together:
            others = [each for each in together if each != name]
            found[name] = f"{base}, together with {wording.listed(others)}" if others else base
        return found

    def _families(self, together: Collection[str]) -> int:
        """Count the families behind sources put together; one that spoke in two counts once."""
        keys = [int(name[1:]) for name in together if name != NOTED]
        these: ColumnElement[bool] = Question.survey_id.in_(keys)
        if NOTED in together:
            these |= Question.survey_id.is_(None)
        voices = select(func.count(VOICE.distinct())).select_from(Feedback)
        voices = voices.outerjoin(Question, Question.id == Feedback.question_id)
        return self._session.scalar(voices.where(self._which, these)) or 0


def _name(survey_id: int | None) -> str:
    return NOTED if survey_id is None else f"S{survey_id:02d}"


def _together(voices: Mapping[str, int], least: int) -> tuple[str, ...]:
    """Return the sources whose bases are told as one, none where each is large enough."""
    if all(n >= least for n in voices.values()):
        return ()
    shown = small_numbers.merged(voices, least)
    return shown.together if shown is not None else tuple(voices)


def number(quote: int) -> str:
    """Return the permanent number of the evidence behind a quote."""
    return f"E{quote:03d}"


def of_quotes(session: Session, numbers: Mapping[Said, int]) -> list[Evidence]:
    """Return what each quoted piece of feedback is, in the order of the quote numbers.

    Named are the survey with its question, or the way it was heard, and the month: nothing that
    says who spoke.
    """
    rows = session.execute(_QUOTED.where(Feedback.id.in_({key for key, _words in numbers})))
    sources: dict[int, tuple[str, str]] = {}
    for key, said, survey_id, question, way, channel in rows:
        what, month = _what(survey_id, question, way, channel), wording.month(said)
        sources[key] = (f"{what}, {month}" if month else what), _name(survey_id)
    by_number = sorted((taken, key) for (key, _words), taken in numbers.items())
    return [Evidence(number(taken), *sources[key]) for taken, key in by_number]


def _what(survey_id: int | None, question: str | None, way: str | None, channel: str | None) -> str:
    if survey_id is not None:
        return f"Answer to “{_shortened(question or '')}”"
    if way in WRITTEN:
        return "Written to the forum"
    return channel or "Noted by a volunteer"


def base_words(voices: int, small_number: int) -> str:
    """Return a count of families as it may leave the forum."""
    if voices < small_number:
        return f"fewer than {small_number} families"
    return wording.count(voices, "family", "families")


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_QUESTION:
        return words
    return words[:LONGEST_QUESTION].rsplit(" ", 1)[0] + " …"


_SOURCES: Select[int | None, str | None, int] = (
    select(Question.survey_id, Survey.title, func.count(VOICE.distinct()))
    .select_from(Feedback)
    .outerjoin(Question, Question.id == Feedback.question_id)
    .outerjoin(Survey, Survey.id == Question.survey_id)
    .group_by(Question.survey_id)
    .order_by(Question.survey_id.is_(None), Question.survey_id)
)
_LINKED: Select[int, int | None] = (
    select(Link.priority_id, Question.survey_id)
    .join(Feedback, Feedback.id == Link.feedback_id)
    .outerjoin(Question, Question.id == Feedback.question_id)
    .distinct()
)
_QUOTED: Select[int, When, int | None, str | None, str | None, str | None] = (
    select(Feedback.id, Feedback.said, Question.survey_id, Question.words, Term.key, Term.label)
    .select_from(Feedback)
    .outerjoin(Question, Question.id == Feedback.question_id)
    .outerjoin(Term, Term.id == Feedback.channel_id)
)
