"""What is done and what is left before the meeting, as a task list."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.records import (
    InspectionEvent,
    Meeting,
    PackIssue,
    Priority,
    Survey,
    Term,
    When,
)
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.priorities import priorities


@dataclass(frozen=True)
class Tasks:
    """The figures behind the task list of Home."""

    listed: int
    """Every priority there is, the forum's own concerns too; the other counts leave those out."""
    comments: int
    surveys: int
    to_sort: int
    priorities: int
    too_few: int
    """Priorities on which fewer families were heard than a pack can count."""
    packs: int
    families: int
    """Families heard on any of the priorities."""
    worse: int
    """Priorities on which more families have bad to say than good, of a change or a state."""
    heard: int
    """Priorities on which any family was heard."""


@dataclass(frozen=True)
class NextDate:
    """A dated event to come, or the last ones there were."""

    words: str
    note: str | None
    on: When


def tasks(session: Session) -> Tasks:
    """Return how far the forum has come."""
    said = priorities.voices_heard(session)
    counts = {key: priorities.count_heard(each) for key, each in said.items()}
    own = set(
        session.scalars(
            select(Priority.id)
            .join(Term, Term.id == Priority.kind_id)
            .where(Term.key != priorities.OWN_CONCERN)
        )
    )
    worse = sum(heard.bad > heard.good for key, heard in counts.items() if key in own)
    return Tasks(
        listed=listed(session),
        comments=feedback.count(session),
        surveys=_count(session, Survey),
        to_sort=feedback.count_to_sort(session),
        priorities=len(own),
        too_few=sum(
            key not in counts or counts[key].families < priorities.FEW_FAMILIES for key in own
        ),
        packs=packs_made(session),
        families=len(
            set().union(*(priorities.distinct(said[key], said[key]) for key in own & said.keys()))
        ),
        worse=worse,
        heard=sum(key in counts for key in own),
    )


def listed(session: Session) -> int:
    """Return how many priorities there are, the forum's own concerns too."""
    return _count(session, Priority)


def packs_made(session: Session) -> int:
    """Return how many packs were given out."""
    return session.scalar(select(func.count(PackIssue.pack_id.distinct()))) or 0


def next_dates(session: Session, today: date, most: int = 4) -> list[NextDate]:
    """Return the next dates of the inspection and its meetings; the last ones when none is left."""
    events = session.execute(
        select(Term.label, InspectionEvent.note, InspectionEvent.on).join(
            Term, Term.id == InspectionEvent.kind_id
        )
    ).all()
    meetings = session.execute(select(Meeting.title, Meeting.place, Meeting.on)).all()
    dated = sorted(
        (NextDate(*row) for row in (*events, *meetings) if row[2].latest is not None),
        key=lambda each: each.on.latest or today,
    )
    ahead = [each for each in dated if each.on.latest is not None and each.on.latest >= today]
    return ahead[:most] or dated[-most:]


def _count(session: Session, record: type[Survey | Priority]) -> int:
    return session.scalar(select(func.count()).select_from(record)) or 0
