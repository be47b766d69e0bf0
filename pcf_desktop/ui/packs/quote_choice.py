"""Which quotes a pack gets on each priority: the program's own choice until a person changes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pcf_desktop.services.packs import quotes, quotes_left_out
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.packs.quotes import Candidate
from pcf_desktop.services.priorities import priorities

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


@dataclass(frozen=True)
class QuoteOffer:
    """What may be quoted on one priority, and which of it the program would choose."""

    priority_id: int
    title: str
    candidates: tuple[Candidate, ...]
    picked: tuple[int, ...]
    left_out: tuple[str, ...] = ()
    """For each quote that a person chose before and that may not be quoted now, why, in words."""


def offers(session: "Session", plan: PackPlan) -> list[QuoteOffer]:
    """Return what may be quoted on each priority of a plan, in the order of the pack."""
    days = plan.from_day, plan.to_day
    found = []
    for each in priorities.choices(session):
        if each.id in plan.priority_ids:
            some = quotes.candidates(session, each.id, *days)
            chosen = plan.quotes.get(each.id, ())
            lost = tuple(quotes_left_out.sentences(session, each.id, chosen, *days))
            picked = quotes.pick(some, plan.quotes_each)
            title = f"{each.number} {each.title}" if each.number else each.title
            ids = tuple(one.feedback_id for one in picked)
            found.append(QuoteOffer(each.id, title, tuple(some), ids, lost))
    return found


class QuoteChoice:
    """The ticks of every priority; what a person ticked stays while it may still be quoted."""

    def __init__(self) -> None:
        self.offers: Mapping[int, QuoteOffer] = {}
        self._changed: dict[int, tuple[int, ...]] = {}
        self._ticks: list[tuple[int, int, tuple[int, ...] | None]] = []

    def take(self, found: Sequence[QuoteOffer]) -> None:
        """Take what may be quoted now."""
        self.offers = {each.priority_id: each for each in found}

    def chosen(self, priority_id: int) -> tuple[int, ...]:
        """Return the feedback to quote on a priority, in the order of the pack."""
        offer = self.offers[priority_id]
        if priority_id not in self._changed:
            return offer.picked
        there = {each.feedback_id for each in offer.candidates}
        return tuple(key for key in self._changed[priority_id] if key in there)

    def tick(self, priority_id: int, feedback_id: int, *, wanted: bool) -> None:
        """Quote a piece of feedback on a priority, after the others, or do not."""
        self._ticks.append((priority_id, feedback_id, self._changed.get(priority_id)))
        known = self._changed.get(priority_id, self.chosen(priority_id))
        others = tuple(key for key in known if key != feedback_id)
        self._changed[priority_id] = (*others, feedback_id) if wanted else others

    @property
    def can_undo(self) -> bool:
        """Whether there is a tick to take back."""
        return any(priority_id in self.offers for priority_id, *_ in self._ticks)

    def undo(self) -> tuple[int, int]:
        """Take back the last tick; return its priority and its feedback.

        Ticks are no saved changes, so the forum's own Undo knows nothing of them. Raises
        IndexError when there is none.
        """
        priority_id, feedback_id, before = self._ticks.pop()
        if before is None:
            self._changed.pop(priority_id, None)
        else:
            self._changed[priority_id] = before
        return (priority_id, feedback_id) if priority_id in self.offers else self.undo()

    def by_hand(self) -> dict[int, tuple[int, ...]]:
        """Return what a person chose, also what may no longer be quoted."""
        return dict(self._changed)

    def left_out(self) -> str:
        """Return which quotes a person chose cannot be in the pack, and why."""
        return " ".join(said for offer in self.offers.values() for said in offer.left_out)

    def all_chosen(self) -> dict[int, tuple[int, ...]]:
        """Return what is chosen on each priority, as a plan wants it."""
        return {key: self.chosen(key) for key in self.offers}

    def to_look_at(self) -> int:
        """Return how many quotes are chosen whose words may point to a person."""
        risky = {
            each.feedback_id
            for key, offer in self.offers.items()
            for each in offer.candidates
            if each.feedback_id in self.chosen(key) and each.details
        }
        return len(risky)
