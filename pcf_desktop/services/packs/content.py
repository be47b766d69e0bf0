"""What goes into a pack, chosen and counted, before it is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pcf_desktop.records import Forum
from pcf_desktop.services.counting import small_numbers, wording
from pcf_desktop.services.counting.small_numbers import Shown
from pcf_desktop.services.counting.stances import OF_FAMILIES
from pcf_desktop.services.packs.quotes import Candidate
from pcf_desktop.services.priorities.priorities import Views


@dataclass(frozen=True)
class Content:
    """A pack's priorities in their order, and what is quoted on each."""

    forum: Forum
    title: str
    prepared_for: str
    from_day: date | None
    to_day: date | None
    priorities: tuple[Views, ...]
    quotes: Mapping[int, tuple[Candidate, ...]]
    glad: int
    """Families who said of any of the priorities that something is better or works well."""
    spoke: int
    """Families who said anything of any of them."""
    left_out: tuple[Views, ...] = ()
    """The priorities that the forum did not choose, counted as the others are."""
    heard_outside: frozenset[int] = frozenset()
    """The priorities on which families were heard only outside the period, by their ids."""
    linked: int = 0
    """Comments that count and are linked to any priority, in the pack or not."""
    to_sort: int = 0
    """Comments that count, and that nobody has linked or sorted yet."""

    @property
    def in_period(self) -> str:
        """Return words that end a sentence on what was heard, empty where all dates count."""
        return " in this period" if self.from_day is not None or self.to_day is not None else ""

    def stances(self, each: Views) -> Shown | None:
        """Return how families divide on a priority, as it may leave the forum."""
        if each.heard.families < self.forum.small_number:
            return None
        return small_numbers.merged(each.heard.by_stance, self.forum.small_number)


def together(keys: tuple[str, ...]) -> str:
    """Return the stances that are put together, by name: better, no change or mixed."""
    names = [OF_FAMILIES[key].label.split(",")[0].lower() for key in keys]
    return wording.either(names).capitalize()
