"""Which responses without a known name are here already: told by time and likeness.

One corrected cell makes another fingerprint, and so does Excel, which drops the seconds, writes
dates another way round or shifts them by an hour. So what is left of a file is held against what
is left of the survey: first what was said in the same words at the same time, then what is alike.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from pcf_desktop.days import with_zone
from pcf_desktop.importers import naming
from pcf_desktop.importers.sheet import Row
from pcf_desktop.records import Response
from pcf_desktop.services.surveys import clocks, responses, said_words
from pcf_desktop.services.surveys.clocks import NEVER, Clock
from pcf_desktop.services.surveys.said_words import SaidWords
from pcf_desktop.services.surveys.targets import Target

MOST_PAIRS = 1_000_000
"""How many are compared word by word; beyond, only what was said in the same words is found."""

COVERS = 0.5
"""The share of a survey that a file holds when it is a later export of the whole of it."""

ALIKE, AT_ONE_SECOND = 0.5, 0.4
"""The share of questions that are answered alike in two versions of one response."""

A_DAY = timedelta(days=1)


class Held(NamedTuple):
    """A response of the survey: its name, what it said by its digest, and when, if it is known."""

    id: int
    known_as: str
    digest: str
    batch_id: int | None
    when: datetime | None = None


@dataclass(frozen=True)
class Left:
    """A response of the file whose name nobody knows, and when it was given."""

    name: str
    row: Row

    @property
    def when(self) -> datetime | None:
        """When it was sent in, else begun."""
        return self.row.completed or self.row.started


@dataclass
class Matches:
    """Whose rows are here already, whose may be, and whose are new."""

    same: list[tuple[Held, Left]] = field(default_factory=list)
    unsure: list[tuple[Held, Left]] = field(default_factory=list)
    new: list[Left] = field(default_factory=list)


def tell(
    session: Session, target: Target, left: Sequence[Left], held: Mapping[str, Held], met: set[int]
) -> Matches:
    """Return what became of the rows that no name tells; `met` are the responses found by name."""
    by_id = any(each.known_as.startswith(naming.ID) for each in held.values() if each.id in met)
    pairing = _Pairing(
        rows=dict(enumerate(left)),
        held={
            each.id: each
            for each in _with_times(session, target.survey_id, held.values(), met, left)
        },
        by_id=by_id,
    )
    if not pairing.held:
        return Matches(new=list(left))
    count = len(held)
    digests = {place: responses.digest(target, each.row) for place, each in pairing.rows.items()}
    pairing.join(digests, {key: each.digest for key, each in pairing.held.items()})
    if pairing.rows and pairing.held:
        _by_words(session, target, pairing, count, met)
    if pairing.has_other_ids_by_chance():
        return Matches(new=list(left))
    return Matches(pairing.same, pairing.unsure, list(pairing.rows.values()))


@dataclass
class _Pairing:
    """Rows and responses that are not yet found to be one another."""

    rows: dict[int, Left]
    held: dict[int, Held]
    by_id: bool
    same: list[tuple[Held, Left]] = field(default_factory=list)
    unsure: list[tuple[Held, Left]] = field(default_factory=list)
    in_use: list[Clock] = field(default_factory=list)

    def join(self, said: Mapping[int, Hashable], here: Mapping[int, Hashable]) -> None:
        """Join what was said in the same words at the same time, as the clocks of both tell it."""
        for clock in clocks.CLOCKS:
            if clock.is_certain or self._goes_by(clock, said, here):
                if clock not in self.in_use:
                    self.in_use.append(clock)
                for place, key in self._met(clock, list(self.rows), said, here):
                    self.take(place, key)

    def take(self, place: int, key: int) -> None:
        """Let a row be a response that is here."""
        self.same.append((self.held.pop(key), self.rows.pop(place)))

    def may_be(self, place: int, key: int) -> bool:
        """Say whether names allow a row to be a response: two ids of one tool do not."""
        both = self.held[key].known_as, self.rows[place].name
        return not (self.by_id and all(name.startswith(naming.ID) for name in both))

    def has_other_ids_by_chance(self) -> bool:
        """Say whether rows with ids were found to be others with ids, but too few of them.

        Then it is not the tool's id that is another one now, and they are others' answers.
        """
        both = [
            (held, row)
            for held, row in (*self.same, *self.unsure)
            if held.known_as.startswith(naming.ID) and row.name.startswith(naming.ID)
        ]
        left = min(len(self.rows), len(self.held))
        return bool(both) and len(both) < max(clocks.LEAST, COVERS * (len(both) + left))

    def _goes_by(
        self, clock: Clock, said: Mapping[int, Hashable], here: Mapping[int, Hashable]
    ) -> bool:
        """Say whether the whole file was written by another clock, and not one row by chance."""
        if clock in self.in_use:
            return True
        step = max(1, len(self.rows) // clocks.SAMPLE)
        some = list(self.rows)[::step]
        hits = sum(1 for _ in self._met(clock, some, said, here))
        return hits >= clocks.LEAST and hits >= clocks.SHARE * min(len(some), len(self.held))

    def _met(
        self,
        clock: Clock,
        places: Iterable[int],
        said: Mapping[int, Hashable],
        here: Mapping[int, Hashable],
    ) -> list[tuple[int, int]]:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for key, each in self.held.items():
            moment = clock.of_response(each.when)
            if key in here and moment is not NEVER:
                waiting[moment, here[key]].append(key)
        found = []
        for place in places:
            row = self.rows[place]
            there = waiting.get((clock.of_row(row.when), said[place]), [])
            for key in there:
                if clock.tells(row.when, self.held[key].when) and self.may_be(place, key):
                    there.remove(key)
                    found.append((place, key))
                    break
        return found


def _with_times(
    session: Session,
    survey_id: int | None,
    held: Iterable[Held],
    met: set[int],
    left: Sequence[Left],
) -> list[Held]:
    """Return the responses not met that were given at about the time of a row that is left."""
    rest = {each.id: each for each in held if each.id not in met}
    days = clocks.days_around(each.when for each in left)
    rows = session.execute(
        select(Response.id, Response.completed_at, Response.started_at).where(
            Response.survey_id == survey_id, _about(days)
        )
    )
    found = []
    for key, completed, started in rows:
        when = clocks.local(completed or started)
        if key in rest and (when is None or days is None or when.date() in days):
            found.append(rest[key]._replace(when=when))
    return found


def _about(days: set[date] | None) -> ColumnElement[bool]:
    """Return which responses were given between the first and the last day, or at no known time."""
    if not days:
        return true()
    moment = func.coalesce(Response.completed_at, Response.started_at)
    first, last = (
        with_zone(datetime.combine(day, time())) for day in (min(days), max(days) + A_DAY)
    )
    return or_(moment.is_(None), moment.between(first, last))


def _by_words(
    session: Session, target: Target, pairing: _Pairing, count: int, met: set[int]
) -> None:
    """Join by the words of each answer, which stay where kinds change and questions are added."""
    here = said_words.here(session, target, pairing.held)
    said = {place: said_words.of_row(target, each.row) for place, each in pairing.rows.items()}
    pairing.join(
        {place: each.key for place, each in said.items()},
        {key: each.key for key, each in here.items() if each.key is not None},
    )
    covers = len(met) + len(pairing.same) >= COVERS * count
    for place, key, sure in _alike(pairing, said, here, covers=covers):
        if place in pairing.rows and key in pairing.held:
            if sure:
                pairing.take(place, key)
            else:
                pairing.unsure.append((pairing.held.pop(key), pairing.rows.pop(place)))


def _alike(
    pairing: _Pairing,
    said: Mapping[int, SaidWords],
    here: Mapping[int, SaidWords],
    *,
    covers: bool,
) -> list[tuple[int, int, bool]]:
    """Return rows and responses that are one, or may be, the surest first.

    That one only may be another is asked where the file is a later export of the whole survey and
    does not hold that one any more, or where both came in the same second.
    """
    rare = said_words.rare((*here.values(), *said.values()))
    found: list[tuple[bool, float, int, int]] = []
    for clock in pairing.in_use:
        for place, key in _candidates(clock, pairing):
            share, telling = said[place].likeness(here[key], rare)
            sure = _is_sure(clock, share, telling=telling)
            if sure or (covers and share >= ALIKE) or clock.is_exact:
                found.append((not sure, -share, place, key))
    return [(place, key, not unsure) for unsure, _, place, key in sorted(found)]


def _is_sure(clock: Clock, share: float, *, telling: bool) -> bool:
    if clock.is_exact:
        return share >= AT_ONE_SECOND
    return share >= ALIKE and (telling or clock.is_to_the_minute)


def _candidates(clock: Clock, pairing: _Pairing) -> list[tuple[int, int]]:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for key, each in pairing.held.items():
        moment = clock.of_response(each.when)
        if moment is not NEVER:
            waiting[moment].append(key)
    times = {place: clock.of_row(row.when) for place, row in pairing.rows.items()}
    pairs = sum(len(waiting.get(moment, ())) for moment in times.values())
    if pairs > MOST_PAIRS:
        return []
    return [
        (place, key)
        for place, moment in times.items()
        for key in waiting.get(moment, ())
        if clock.tells(pairing.rows[place].when, pairing.held[key].when)
        and pairing.may_be(place, key)
    ]
