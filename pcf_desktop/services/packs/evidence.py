"""What the figures and quotes of a pack rest on: its sources, and each quote on its own.

S01 is the same survey in every version and every pack; N01 is all that volunteers noted. E031 is
the evidence behind quote Q031, as permanent as its number.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Evidence
from pcf_desktop.records import Feedback, Link, Question, Survey, Term, When
from pcf_desktop.services.counting import counted, wording
from pcf_desktop.services.counting.voices import VOICE
from pcf_desktop.services.disclosure.printed import Printed, Rules
from pcf_desktop.services.packs.ledger import Ledger
from pcf_desktop.services.packs.quotes import Said

NOTED = "N01"
_NOTED_WORDS = "Noted by volunteers: conversations, messages and meetings"
WRITTEN = ("facebook", "private_message", "email", "text_whatsapp")
"""Ways of which no pack says more: who knows where to look could find the words again."""

LONGEST_QUESTION = 120
"""So many letters of a question say which one it was."""


def source_of(survey_id: int | None) -> str:
    """Return the number of a survey among the sources of every pack; None is what was noted."""
    return NOTED if survey_id is None else f"S{survey_id:02d}"


class Sources:
    """The numbered sources of what a pack counts, each with the families behind its comments."""

    def __init__(
        self, session: Session, ledger: Ledger, families: int, ticked: Mapping[int, str]
    ) -> None:
        """Count the families behind each source.

        A base too small to tell is put together with others: beside the count of all `families`
        who said anything it would be found by subtraction. `ticked` are the surveys of which the
        pack shows tables, by their ids; one without any comment has its base beside each table.
        """
        self._session = session
        self._which = counted.feedback(ledger.from_day, ledger.to_day)
        rows = session.execute(_SOURCES.where(self._which)).all()
        voices = {source_of(key): n for key, _, n in rows}
        told = ledger.divided("sources", families, voices, self._families)
        what = {source_of(key): f"Survey: {title}" for key, title in ticked.items()}
        what |= {
            source_of(key): _NOTED_WORDS if key is None else f"Survey: {title}"
            for key, title, _ in rows
        }
        self.entries = {
            name: Evidence(name, words, _base(name, told, voices, ledger.rules))
            for name, words in sorted(what.items(), key=lambda each: (each[0] == NOTED, each[0]))
        }
        self._behind: dict[int, set[str]] = {}
        for priority_id, key in session.execute(_LINKED.where(self._which)):
            self._behind.setdefault(priority_id, set()).add(source_of(key))

    def behind(self, priority_id: int) -> tuple[str, ...]:
        """Return every source that a priority's counts rest on."""
        return tuple(name for name in self.entries if name in self._behind.get(priority_id, ()))

    def _families(self, together: Collection[str]) -> int:
        """Count the families behind sources put together; one that spoke in two counts once."""
        keys = [int(name[1:]) for name in together if name != NOTED]
        these: ColumnElement[bool] = Question.survey_id.in_(keys)
        if NOTED in together:
            these |= Question.survey_id.is_(None)
        voices = select(func.count(VOICE.distinct())).select_from(Feedback)
        voices = voices.outerjoin(Question, Question.id == Feedback.question_id)
        return self._session.scalar(voices.where(self._which, these)) or 0


def _base(name: str, told: Printed | None, voices: Mapping[str, int], rules: Rules) -> str:
    """Return the families behind a source's comments, as they may leave the forum."""
    if name not in voices:
        return "answers only"
    if told is None:
        return f"fewer than {rules.breakdown} families"
    if name in told.alone:
        return wording.count(told.alone[name], "family", "families")
    for names, families in told.shown.items():
        if name in names:
            others = [each for each in names if each != name]
            base = wording.count(families, "family", "families")
            return f"{base}, together with {wording.listed(others)}"
    base = wording.count(told.base, "family", "families")
    return f"among the {base} behind all comments" if len(voices) > 1 else base


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
        sources[key] = (f"{what}, {month}" if month else what), source_of(survey_id)
    by_number = sorted((taken, key) for (key, _words), taken in numbers.items())
    return [Evidence(number(taken), *sources[key]) for taken, key in by_number]


def _what(survey_id: int | None, question: str | None, way: str | None, channel: str | None) -> str:
    if survey_id is not None:
        return f"Answer to “{_shortened(question or '')}”"
    if way in WRITTEN:
        return "Written to the forum"
    return channel or "Noted by a volunteer"


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
