"""How many pieces each filter of the feedback list would show; no texts are read for it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Executable, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from pcf_desktop.records import Feedback, Link, Question
from pcf_desktop.services.counting import consents, keys
from pcf_desktop.services.counting.voices import unlisted
from pcf_desktop.services.feedback import feedback, listing, search
from pcf_desktop.services.feedback.listing import Filter

ALL = Filter()


@dataclass(frozen=True)
class Counts:
    """Pieces of feedback under each filter; channels and surveys by their ids."""

    every: int
    to_sort: int
    linked: int
    may_quote: int
    binned: int
    channels: Mapping[int, int]
    surveys: Mapping[int, int]


def counts(session: Session, wanted: Filter = ALL, words: str = "") -> Counts:
    """Count what each filter would show beside the others that are set, and a search's words.

    What is in the bin counts as that alone, what is set aside nowhere; a channel or survey with
    none at all is left out.
    """
    whole = _whole(session)
    found = search.feedback_ids(session, words)
    if wanted.is_empty and found is None:
        return whole

    def beside(others: Filter) -> set[int]:
        if others.is_empty and found is not None:
            return set(found)
        left = set(listing.ids(session, others))
        return left if found is None else left.intersection(found)

    all_states = replace(wanted, is_linked=None, to_sort=False, may_quote=False, is_binned=False)
    shown, binned = beside(all_states), replace(all_states, is_binned=True)
    to_sort = listing.ids(session, Filter(to_sort=True))
    linked = keys.fetch(session, select(Link.feedback_id))
    channel = select(Feedback.id, Feedback.channel_id)
    survey = select(Feedback.id, Question.survey_id).join(
        Question, Question.id == Feedback.question_id
    )
    return Counts(
        len(shown),
        len(shown.intersection(to_sort)),
        len(shown.intersection(linked)),
        len(shown & consents.every_allowed(session, consents.QUOTE)),
        len(listing.ids(session, replace(binned, words=words))),
        _among(session, channel, beside(replace(wanted, channel_id=None)), whole.channels),
        _among(session, survey, beside(replace(wanted, survey_id=None)), whole.surveys),
    )


def _among(
    session: Session, of: Executable, shown: set[int], offered: Iterable[int]
) -> dict[int, int]:
    """Count those that are shown by what a query gives of each; nought for what has none left."""
    found = Counter(value for key, value in keys.rows(session, of) if key in shown)
    return {value: found[value] for value in offered}


def _whole(session: Session) -> Counts:
    """Count everything that is listed, from indexes alone."""
    hidden = unlisted(session)
    linked = set(keys.fetch(session, select(Link.feedback_id)))
    surveys: dict[int, int] = {}
    asked = dict(session.execute(select(Question.id, Question.survey_id)).all())
    for question_id, number in _by(session, Feedback.question_id, hidden).items():
        surveys[asked[question_id]] = surveys.get(asked[question_id], 0) + number
    return Counts(
        feedback.count(session),
        feedback.count_to_sort(session),
        len(linked - hidden),
        len(consents.every_allowed(session, consents.QUOTE) - hidden),
        feedback.count_binned(session),
        _by(session, Feedback.channel_id, hidden),
        surveys,
    )


def _by(
    session: Session, column: InstrumentedAttribute[int | None], hidden: set[int]
) -> dict[int, int]:
    """Count by a column from its index, and take off the few that no list shows."""
    grouped = select(column, func.count()).where(column.is_not(None)).group_by(column)
    found = dict(keys.rows(session, grouped))
    for key, number in keys.rows(session, grouped.where(Feedback.id.in_(hidden))) if hidden else ():
        found[key] -= number
    return {key: number for key, number in found.items() if number}
