"""Which question of a survey says something of the family: its child's need, age, status, district.

Its answers are matched to the forum's lists, and count the families of the responses. An answer
that is a name of the list is sure; any other counts once somebody has looked at it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.sheet import Answer as Given
from pcf_desktop.importers.sheet import Kind, Sheet
from pcf_desktop.records import Answer, AnswerMeaning, Option, Question
from pcf_desktop.services.counting.by_family import SUBJECTS
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import known_words, reference
from pcf_desktop.services.forum.known_words import DISTRICT, NONE, Choosing, Said, WordMatch

LISTS = (*SUBJECTS, DISTRICT)
"""What a question can say of the family."""

_ANSWERS = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE, Kind.NUMBER})


@dataclass(frozen=True)
class Told:
    """What a question says of the family, what its answers mean, and what else they can mean."""

    question_id: int
    about: str
    matches: list[WordMatch]
    choosing: Choosing


@dataclass(frozen=True)
class _Given:
    """One answer that was given: an option or a number, and its words."""

    option_id: int | None
    number: float | None
    words: str
    count: int


def can_tell(kind: str) -> bool:
    """Say whether a question's answers can be matched to a list."""
    return kind in _ANSWERS


def choose(
    session: Session, list_key: str, counts: Mapping[str, int], said: Said
) -> tuple[list[WordMatch], Choosing]:
    """Return what the answers of a file mean, before it is imported, and what they can mean."""
    districts = feedback.districts(session)
    found = known_words.matched(session, list_key, counts, said, districts)
    return found, known_words.choosing(session, list_key, found, districts)


def tell(session: Session, question_id: int, about: str | None) -> None:
    """Say what a question's answers say of the family, or that they say nothing.

    What is sure, or was said before of such words, is taken at once.
    """
    question = session.get_one(Question, question_id)
    if question.about != about:
        question.about = about
        session.execute(delete(AnswerMeaning).where(AnswerMeaning.question_id == question_id))
    _take(session, question, {})


def look(session: Session, question_id: int, said: Said) -> None:
    """Take what somebody says that answers mean, and remember it for every other survey."""
    known_words.remember(session, said)
    _take(session, session.get_one(Question, question_id), said)


def at_import(session: Session, survey_id: int, about: Mapping[str, str], said: Said) -> None:
    """Note what was said of a file's questions, by their keys, and of their answers.

    A question of which it was said before takes the answers that are new and sure.
    """
    known_words.remember(session, said)
    for question in session.scalars(select(Question).where(Question.survey_id == survey_id)):
        if question.key in about:
            tell(session, question.id, about[question.key] or None)
        _take(session, question, said)


def before(session: Session, keys: Collection[str]) -> dict[str, str]:
    """Return what questions of these keys say of the family in the newest survey that says it."""
    rows = session.execute(
        select(Question.key, Question.about)
        .where(Question.about.is_not(None))
        .order_by(Question.survey_id)
    )
    return {key: about for key, about in rows if key in keys and about is not None}


def words_of_file(
    session: Session, sheet: Sheet, about: Mapping[str, str], said: Said
) -> dict[str, tuple[list[WordMatch], Choosing]]:
    """Return what the answers of a file mean, by list, and what they can mean instead."""
    counts: dict[str, Counter[str]] = {}
    places = [
        (place, counts.setdefault(about[each.key], Counter()))
        for place, each in enumerate(sheet.questions)
        if about.get(each.key) and can_tell(each.kind)
    ]
    for row in sheet.responses() if places else ():
        for place, counter in places:
            counter.update(_words(row.cells[place]))
    return {key: choose(session, key, counter, said) for key, counter in counts.items()}


def told(session: Session, survey_id: int) -> dict[int, Told]:
    """Return what each question of a survey says of the family, by its id."""
    found = session.scalars(
        select(Question).where(Question.survey_id == survey_id, Question.about.is_not(None))
    )
    return {question.id: _told(session, question) for question in found}


def subjects(told_by: Mapping[int, Told]) -> list[str]:
    """Return what the questions of a survey say of families, each once."""
    found = {each.about for each in told_by.values()}
    return [key for key in LISTS if key in found]


def _told(session: Session, question: Question) -> Told:
    about = question.about or ""
    given, kept = _given(session, question), _kept(session, question)
    counts = _counts(given)
    found, choosing = choose(session, about, counts, {})
    taken = {each.words: kept[_place(each)] for each in given if _place(each) in kept}
    shown = [
        replace(each, key=taken[each.words])
        if each.words in taken
        else replace(each, key=None, likely=each.key or each.likely)
        for each in found
    ]
    shown.sort(key=lambda each: each.key is not None)
    districts = choosing.labels if about == DISTRICT else ()
    offered = known_words.choosing(session, about, shown, districts)
    return Told(question.id, about, shown, offered)


def _take(session: Session, question: Question, said: Said) -> None:
    """Keep what answers mean, as far as it was said or is sure."""
    if question.about is None:
        return
    given = _given(session, question)
    found, _ = choose(session, question.about, _counts(given), said)
    sure = {each.words: each for each in found if each.key is not None}
    _keep(session, question, _meanings(given, sure, said, _kept(session, question)))


def _meanings(
    given: Iterable[_Given],
    sure: Mapping[str, WordMatch],
    said: Said,
    kept: Mapping[tuple[int | None, float | None], str],
) -> dict[_Given, str]:
    """Return what is new: of answers of which nothing is kept, or something is said now."""
    known = [(each, sure[each.words]) for each in given if each.words in sure]
    return {
        each: match.key or NONE
        for each, match in known
        if _place(each) not in kept or match.place in said
    }


def _keep(session: Session, question: Question, meanings: Mapping[_Given, str]) -> None:
    """Keep what answers mean, in place of what they meant before."""
    ids = {word.key: word.id for word in reference.words(session, question.about or "")}
    for each, key in meanings.items():
        session.execute(
            delete(AnswerMeaning).where(
                AnswerMeaning.question_id == question.id,
                AnswerMeaning.option_id.is_not_distinct_from(each.option_id),
                AnswerMeaning.number.is_not_distinct_from(each.number),
            )
        )
        session.add(
            AnswerMeaning(
                question_id=question.id,
                option_id=each.option_id,
                number=each.number,
                term_id=ids.get(key),
                district=(key or None) if question.about == DISTRICT else None,
            )
        )
    session.flush()


def _words(answer: Given) -> tuple[str, ...]:
    if answer is None:
        return ()
    if isinstance(answer, tuple):
        return answer
    return (f"{answer:g}" if isinstance(answer, int | float) else str(answer),)


def _place(each: _Given) -> tuple[int | None, float | None]:
    return each.option_id, each.number


def _given(session: Session, question: Question) -> list[_Given]:
    """Return the options of a question, and the numbers that were given where it has none."""
    options = session.execute(
        select(Option.id, Option.words, func.count(Answer.id))
        .outerjoin(Answer, Answer.option_id == Option.id)
        .where(Option.question_id == question.id)
        .group_by(Option.id)
        .order_by(Option.position)
    )
    found = [_Given(key, None, words, count) for key, words, count in options]
    numbers = session.execute(
        select(Answer.number, func.count())
        .where(
            Answer.question_id == question.id,
            Answer.option_id.is_(None),
            Answer.number.is_not(None),
        )
        .group_by(Answer.number)
    )
    return [*found, *(_Given(None, number, f"{number:g}", count) for number, count in numbers)]


def _kept(session: Session, question: Question) -> dict[tuple[int | None, float | None], str]:
    """Return what is kept of each answer's meaning: a key, a district, or `NONE`."""
    keys = {word.id: word.key for word in reference.words(session, question.about or "")}
    found = session.scalars(select(AnswerMeaning).where(AnswerMeaning.question_id == question.id))
    return {
        (each.option_id, each.number): each.district or keys.get(each.term_id or 0, NONE)
        for each in found
    }


def _counts(given: Iterable[_Given]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in given:
        counts[each.words] = counts.get(each.words, 0) + each.count
    return counts
