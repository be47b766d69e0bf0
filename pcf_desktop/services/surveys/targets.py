"""The survey an export goes into: which question of the file is which question of the survey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Kind, Sheet
from pcf_desktop.importers.sheet import SheetQuestion as Asked
from pcf_desktop.records import Option, Question, Survey
from pcf_desktop.services.forum import reference, series
from pcf_desktop.services.surveys import consent_words

_NO_ANSWERS = frozenset({Kind.IDENTITY, Kind.SYSTEM})

LONGEST_TITLE = 300
"""Letters: what the column of titles holds."""


@dataclass(frozen=True)
class QuestionPlace:
    """A question that is kept: where it stands in the file, and where its answers go.

    `question_id` is None, and an option's id below nought, while nothing of it is written yet.
    """

    index: int
    key: str
    words: str
    kind: Kind
    question_id: int | None
    options: Mapping[str, int]
    part: str | None
    """The part of consent that it asks for."""
    senders_off: bool = False
    """Whether who sent a message is taken off the head of a comment."""
    asked: frozenset[str] = frozenset()
    """The options that the file knows."""
    was: Kind | None = field(default=None, compare=False)
    """What its answers that are here were read as; None where it was not asked before."""

    @property
    def is_read_anew(self) -> bool:
        """Whether what is here as comments is now to be ticked, or the other way round."""
        return self.was is not None and (self.was is Kind.TEXT) != (self.kind is Kind.TEXT)

    @cached_property
    def words_of_options(self) -> dict[int, str]:
        """The words of each option that is here, by its id."""
        return {key: words for words, key in self.options.items()}


@dataclass(frozen=True)
class Target:
    """A survey, there already or to be made: `closed` answers stay answers, `free` are comments."""

    survey_id: int | None
    channel_id: int
    closed: tuple[QuestionPlace, ...]
    free: tuple[QuestionPlace, ...]
    never_words: tuple[int, ...] = ()
    """Questions whose comments were never any: a machine wrote them."""

    @property
    def read_anew(self) -> tuple[QuestionPlace, ...]:
        """The questions of which what is here is put into another shape."""
        return tuple(place for place in (*self.closed, *self.free) if place.is_read_anew)


def find(session: Session, sheet: Sheet, title: str) -> Target:
    """Return where an export would go, and write nothing.

    Raises:
        UserError: the survey has no title or one too long, or no question is kept.
    """
    kept = list(_kept(sheet))
    _require(title.strip(), sheet, kept)
    survey = _survey(session, title)
    questions = _questions(session, survey)
    options = _options(session, survey)
    places = tuple(
        replace(
            _place(index, asked, questions.get(asked.key), options),
            senders_off=sheet.choices.senders_off,
        )
        for index, asked in kept
    )
    channel_id = survey.channel_id if survey is not None else None
    return Target(
        survey.id if survey is not None else None,
        channel_id or reference.term_id(session, "channel", "own_survey"),
        tuple(place for place in places if place.kind is not Kind.TEXT),
        tuple(place for place in places if place.kind is Kind.TEXT),
        tuple(_never_comments(sheet, questions)),
    )


def make(session: Session, sheet: Sheet, title: str) -> Target:
    """Return where an export goes, with survey, questions and options made where they are new.

    Raises as `find` does.
    """
    kept = list(_kept(sheet))
    _require(title.strip(), sheet, kept)
    survey = _survey(session, title)
    if survey is None:
        channel_id = reference.term_id(session, "channel", "own_survey")
        key = _new_key(session)
        survey = Survey(id=key, title=title.strip(), tool=sheet.tool, channel_id=channel_id)
        session.add(survey)
        session.flush()
    questions = _questions(session, survey)
    was = {key: Kind(question.kind) for key, question in questions.items()}
    for position, asked in kept:
        question = questions.get(asked.key)
        if question is None:
            questions[asked.key] = question = Question(
                survey_id=survey.id,
                key=asked.key,
                position=position,
                words=_words(asked),
                row=asked.row,
            )
            session.add(question)
        question.kind = asked.kind.value
    session.flush()
    for _, asked in kept:
        _make_options(session, questions[asked.key].id, asked.options)
    session.flush()
    made = find(session, sheet, title)
    return replace(made, closed=_as_before(made.closed, was), free=_as_before(made.free, was))


def _as_before(
    places: Sequence[QuestionPlace], was: Mapping[str, Kind]
) -> tuple[QuestionPlace, ...]:
    """Return places that know what their answers were before this file was read."""
    return tuple(replace(place, was=was.get(place.key)) for place in places)


def _never_comments(sheet: Sheet, questions: Mapping[str, Question]) -> Iterator[int]:
    """Give the questions that are here as comments, and of which a machine wrote the answers."""
    for asked in sheet.questions:
        question = questions.get(asked.key)
        is_own = asked.kind is Kind.SYSTEM and not asked.keep
        if is_own and question is not None and question.kind == Kind.TEXT.value:
            yield question.id


def _kept(sheet: Sheet) -> Iterator[tuple[int, Asked]]:
    for index, question in enumerate(sheet.questions):
        if question.keep and question.kind is not Kind.SYSTEM:
            yield index, question


def _new_key(session: Session) -> int:
    """Return an id that no survey ever had: packs name a survey by it, as S01."""
    series.reach(session, "survey", session.scalar(select(func.max(Survey.id))) or 0)
    return series.take(session, "survey")


def _require(title: str, sheet: Sheet, kept: Sequence[tuple[int, Asked]]) -> None:
    nothing = "Nothing was imported."
    if not title:
        raise UserError("The survey has no title yet.", nothing, "Give it a title first.")
    if len(title) > LONGEST_TITLE:
        raise UserError(
            "The survey's title is too long.", nothing, f"Keep it under {LONGEST_TITLE} letters."
        )
    if not kept:
        raise UserError(
            "No question of this file is kept."
            if any(each.kind not in _NO_ANSWERS for each in sheet.questions)
            else "This file holds names and addresses only, and none of them is kept.",
            nothing,
            "Keep at least one column in the step Match columns.",
        )


def _survey(session: Session, title: str) -> Survey | None:
    return session.scalars(
        select(Survey).where(Survey.title == title.strip()).order_by(Survey.id)
    ).first()


def _questions(session: Session, survey: Survey | None) -> dict[str, Question]:
    if survey is None:
        return {}
    found = session.scalars(select(Question).where(Question.survey_id == survey.id))
    return {question.key: question for question in found}


def _options(session: Session, survey: Survey | None) -> dict[int, dict[str, int]]:
    if survey is None:
        return {}
    found: dict[int, dict[str, int]] = {}
    rows = session.execute(
        select(Option.question_id, Option.words, Option.id)
        .join(Question, Question.id == Option.question_id)
        .where(Question.survey_id == survey.id)
    )
    for question_id, words, key in rows:
        found.setdefault(question_id, {})[words] = key
    return found


def _place(
    index: int, asked: Asked, question: Question | None, options: Mapping[int, Mapping[str, int]]
) -> QuestionPlace:
    to_come = {words: -place for place, words in enumerate(asked.options, start=1)}
    known = options.get(question.id, {}) if question is not None else {}
    return QuestionPlace(
        index=index,
        key=asked.key,
        words=asked.label,
        kind=asked.kind,
        question_id=question.id if question is not None else None,
        options={**to_come, **known},
        part=consent_words.part(asked.text) if asked.kind is Kind.CONSENT else None,
        asked=frozenset(asked.options),
        was=Kind(question.kind) if question is not None else None,
    )


def _make_options(session: Session, question_id: int, wanted: Sequence[str]) -> None:
    """Add the options that are new; a file that holds all of them also says their order."""
    found = session.scalars(
        select(Option).where(Option.question_id == question_id).order_by(Option.position)
    )
    known = {option.words: option for option in found}
    order = list(wanted) if known.keys() <= set(wanted) else list(dict.fromkeys([*known, *wanted]))
    for position, words in enumerate(order):
        if words in known:
            known[words].position = position
        else:
            session.add(Option(question_id=question_id, position=position, words=words))


def _words(asked: Asked) -> str:
    """Return a question's words, told apart where the same words are asked of a second child."""
    return asked.text if asked.occurrence == 1 else f"{asked.text} ({asked.occurrence})"
