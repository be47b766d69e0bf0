"""Priorities, and what families say of each: families, comments and stances counted apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session, aliased

from pcf_desktop.days import day
from pcf_desktop.records import (
    AreaView,
    Feedback,
    ForumView,
    InspectionEvent,
    Judgement,
    Keyword,
    Link,
    Priority,
    RagKey,
    Term,
    When,
)
from pcf_desktop.services.counting import counted, wording
from pcf_desktop.services.counting.stances import BAD, GOOD, OF_FAMILIES
from pcf_desktop.services.counting.voices import LISTED, VOICE
from pcf_desktop.services.disclosure.printed import Rules

OWN_CONCERN = "own_concern"
"""The one kind that stands in no letter; a key of the list `priority_kind`."""

FEW_FAMILIES = Rules().breakdown
"""On fewer, no pack counts who said what, unless the forum has chosen another number."""


@dataclass(frozen=True)
class Heard:
    """What families say of one priority. `by_stance` counts families; one family counts once.

    By the keys of `OF_FAMILIES`, which says what counts as what.
    """

    families: int
    comments: int
    by_stance: Mapping[str, int]

    @property
    def good(self) -> int:
        """Return how many have only good to say, of a change or a state."""
        return self.by_stance["better"] + self.by_stance["strength"]

    @property
    def bad(self) -> int:
        """Return how many have only bad to say, of a change or a state."""
        return self.by_stance["worse"] + self.by_stance["concern"]


Said: TypeAlias = Mapping[str, Sequence[str]]
"""Whose voice each comment is, by its stance; a voice stands there as often as it has spoken."""

NOTHING_HEARD = Heard(0, 0, dict.fromkeys(OF_FAMILIES, 0))


@dataclass(frozen=True)
class Views:
    """One priority with its four views, never merged."""

    id: int
    number: str | None
    position: int
    kind: str
    title: str
    words: str | None
    bodies: tuple[str, ...]
    source: str | None
    is_embargoed: bool
    judgement: str | None
    judgement_key: str | None
    """A key of the list `judgement`."""
    judged_at: str | None
    """The event at which it was judged, with its dates, or only the day."""
    sentence: str | None
    judged_in: str | None
    """The source of the judgement."""
    area: str | None
    area_shape: str | None
    forum: str | None
    heard: Heard


@dataclass(frozen=True)
class Choice:
    """A priority to choose: its id, its number as printed, its title."""

    id: int
    number: str | None
    title: str


def voices_heard(
    session: Session,
    from_day: date | None = None,
    to_day: date | None = None,
    *,
    for_pack: bool = False,
) -> Mapping[int, Said]:
    """Return whose the comments on each priority are, in a period or at any time.

    Feedback of unknown date counts only where no period is asked for. What a family keeps to
    itself counts for the forum, and not in a pack.
    """
    counts = [*counted.said_within(from_day, to_day), *([counted.MAY_COUNT] if for_pack else [])]
    rows = session.execute(
        select(Link.priority_id, Link.stance, func.group_concat(VOICE))
        .join(Feedback, Feedback.id == Link.feedback_id)
        # SQLite would look into the table itself, past all that was written, for each link.
        .with_hint(Link, "INDEXED BY ix_link_priority_id_stance_feedback_id", "sqlite")
        .with_hint(Feedback, "INDEXED BY ix_feedback_voice", "sqlite")
        .where(LISTED, *counts)
        .group_by(Link.priority_id, Link.stance)  # as the index has them: nothing is sorted
    )
    found: dict[int, dict[str, Sequence[str]]] = {}
    for priority_id, stance, voices in rows:
        if voices is not None:  # else no family speaks in any of them
            found.setdefault(priority_id, {})[stance] = voices.split(",")
    return found


def heard(
    session: Session,
    from_day: date | None = None,
    to_day: date | None = None,
    *,
    for_pack: bool = False,
) -> dict[int, Heard]:
    """Return what was heard on each priority; what counts is as with `voices_heard`."""
    said = voices_heard(session, from_day, to_day, for_pack=for_pack)
    return {priority_id: count_heard(each) for priority_id, each in said.items()}


def count_heard(said: Said) -> Heard:
    """Return what was heard, of whose the comments are."""
    good, bad, mixed = (distinct(said, stances) for stances in (GOOD, BAD, ("mixed",)))
    every, mixed = distinct(said, said), mixed | (good & bad)
    found = {"mixed": mixed}
    for change, state, those in (("better", "strength", good), ("worse", "concern", bad)):
        found[change] = distinct(said, [change]) - mixed
        found[state] = those - mixed - found[change]
    found["no_change"] = every.difference(*found.values())
    by_stance = {key: len(found[key]) for key in OF_FAMILIES}
    return Heard(len(every), sum(map(len, said.values())), by_stance)


def distinct(said: Said, stances: Iterable[str]) -> set[str]:
    """Return each voice that has said one of these, once."""
    return set().union(*(said.get(stance, ()) for stance in stances))


def glad(
    session: Session,
    priority_ids: Iterable[int],
    from_day: date | None = None,
    to_day: date | None = None,
) -> int:
    """Return how many families a pack may say found something better or good on these priorities.

    One family counts once, whatever else it said.
    """
    return _voices(session, priority_ids, from_day, to_day, Link.stance.in_(GOOD))


def spoke(
    session: Session,
    priority_ids: Iterable[int],
    from_day: date | None = None,
    to_day: date | None = None,
) -> int:
    """Return how many families a pack may count on any of these priorities, each once."""
    return _voices(session, priority_ids, from_day, to_day, true())


def _voices(
    session: Session,
    priority_ids: Iterable[int],
    from_day: date | None,
    to_day: date | None,
    which: ColumnElement[bool],
) -> int:
    query = (
        select(func.count(VOICE.distinct()))
        .select_from(Link)
        .join(Feedback, Feedback.id == Link.feedback_id)
        .where(Link.priority_id.in_(list(priority_ids)), which)
    )
    return session.scalar(query.where(counted.feedback(from_day, to_day))) or 0


def every(
    session: Session,
    from_day: date | None = None,
    to_day: date | None = None,
    *,
    for_pack: bool = False,
) -> list[Views]:
    """Return every priority in its order, the forum's own concerns last; counts as `heard`."""
    counts = heard(session, from_day, to_day, for_pack=for_pack)
    judged = _latest_judgements(session)
    areas, forums = _latest_areas(session), _latest_forum_views(session)
    rows = session.execute(
        select(Priority, Term.key)
        .join(Term, Term.id == Priority.kind_id)
        .order_by(Term.key == OWN_CONCERN, Priority.position, Priority.id)
    )
    found = []
    for priority, kind in rows:
        judgement, judged_as, at, sentence, source = judged.get(priority.id, _NOT_JUDGED)
        label, shape = areas.get(priority.id, (None, None))
        found.append(
            Views(
                priority.id,
                priority.number,
                priority.position,
                kind,
                priority.title,
                priority.words,
                tuple(priority.bodies),
                priority.source,
                priority.is_embargoed,
                judgement,
                judged_as,
                at,
                sentence,
                source,
                label,
                shape,
                forums.get(priority.id),
                counts.get(priority.id, NOTHING_HEARD),
            )
        )
    return found


def choices(session: Session) -> list[Choice]:
    """Return every priority to choose from, in its order."""
    rows = session.execute(
        select(Priority.id, Priority.number, Priority.title)
        .join(Term, Term.id == Priority.kind_id)
        .order_by(Term.key == OWN_CONCERN, Priority.position, Priority.id)
    )
    return [Choice(*row) for row in rows]


def keywords(session: Session) -> dict[int, list[str]]:
    """Return the words that suggest each priority."""
    found: dict[int, list[str]] = {}
    rows = session.execute(select(Keyword.priority_id, Keyword.words).order_by(Keyword.id))
    for priority_id, words in rows:
        found.setdefault(priority_id, []).append(words)
    return found


_Judged: TypeAlias = tuple[str | None, str | None, str | None, str | None, str | None]
"""The judgement in words and as a key, the event, the sentence, the source."""
_NOT_JUDGED: _Judged = (None, None, None, None, None)


def _latest_judgements(session: Session) -> dict[int, _Judged]:
    kind = aliased(Term)
    on = func.coalesce(Judgement.on, InspectionEvent.on_to)
    rows = session.execute(
        select(Judgement, Term.label, Term.key, kind.label, InspectionEvent.on)
        .join(Term, Term.id == Judgement.judgement_id)
        .outerjoin(InspectionEvent, InspectionEvent.id == Judgement.event_id)
        .outerjoin(kind, kind.id == InspectionEvent.kind_id)
        .order_by(on, Judgement.id)
    )
    return {
        row.priority_id: (label, key, _judged_at(row, event, days), row.sentence, row.source)
        for row, label, key, event, days in rows
    }


def _judged_at(judged: Judgement, event: str | None, days: When | None) -> str | None:
    if event is None or days is None:
        return day(judged.on) if judged.on is not None else None
    said = wording.span(days)
    return f"{event}, {said}" if said else event


def _latest_areas(session: Session) -> dict[int, tuple[str, str]]:
    rows = session.execute(
        select(AreaView.priority_id, RagKey.label, RagKey.shape)
        .join(RagKey, RagKey.id == AreaView.rag_id)
        .order_by(AreaView.on, AreaView.id)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _latest_forum_views(session: Session) -> dict[int, str]:
    rows = session.execute(
        select(ForumView.priority_id, ForumView.label).order_by(ForumView.on, ForumView.id)
    )
    return {row[0]: row[1] for row in rows}
