"""What goes into a pack, chosen and counted, before it is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass

from pcf_desktop.days import day
from pcf_desktop.records import Forum
from pcf_desktop.services.counting import wording
from pcf_desktop.services.counting.counted import Comments, Families
from pcf_desktop.services.counting.stances import NEAR
from pcf_desktop.services.disclosure.printed import Printed
from pcf_desktop.services.packs.ledger import Ledger
from pcf_desktop.services.packs.own_messages import OwnWords
from pcf_desktop.services.packs.quotes import Candidate
from pcf_desktop.services.packs.who_answered import Answers
from pcf_desktop.services.priorities.priorities import Views


@dataclass(frozen=True)
class Content:
    """A pack's priorities in their order, what is quoted on each, and what surveys say.

    Counts are the true ones; whoever prints one asks the `ledger` what may be printed.
    """

    forum: Forum
    title: str
    prepared_for: str
    ledger: Ledger
    priorities: tuple[Views, ...]
    quotes: Mapping[int, tuple[Candidate, ...]]
    answers: Answers
    families: Families
    comments: Comments
    own_words: Mapping[int, OwnWords]
    """What the forum says in its own words, by priority."""
    glad: int
    """Families who said of any of the priorities that something is better or works well."""
    spoke: int
    """Families who said anything of any of them."""
    left_out: tuple[Views, ...] = ()
    """The priorities that the forum did not choose, counted as the others are."""
    heard_outside: frozenset[int] = frozenset()
    """The priorities on which families were heard only outside the period, by their ids."""

    @property
    def is_bound(self) -> bool:
        """Tell whether the pack keeps to a period."""
        return self.ledger.from_day is not None or self.ledger.to_day is not None

    @property
    def in_period(self) -> str:
        """Return words that end a sentence on what was heard, empty where all dates count."""
        return " in this period" if self.is_bound else ""

    def told(self, each: Views) -> Printed | None:
        """Return how families divide on a priority, as it may leave the forum."""
        heard = each.heard
        key = f"priority {each.id}"
        return self.ledger.divided(key, heard.families, heard.by_stance, near=NEAR)

    def counted_when(self, told: Printed) -> str:
        """Return words that say when an older figure was counted, empty where it is of today."""
        if not self.ledger.is_older(told):
            return ""
        period = wording.period(told.from_day, told.to_day)
        within = f", {period}" if told.from_day or told.to_day else ""
        return f" (counted on {day(told.on)}{within})" if told.on is not None else ""
