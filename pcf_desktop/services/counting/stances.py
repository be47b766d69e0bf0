"""What a comment says of a priority: six stances, and the four in which a family is summed up.

A family counts as good or bad where all that it says is so; with both to say it is mixed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcf_desktop.exporters.charts import Tone


@dataclass(frozen=True)
class Stance:
    """What one comment says, and how that is printed beside a quote."""

    tone: "Tone"
    quoted: str


@dataclass(frozen=True)
class Summed:
    """What a family as a whole says: in a chart, after *families say*, and among others."""

    tone: "Tone"
    label: str
    said: str
    short: str


STANCES: Mapping[str, Stance] = {
    "better": Stance("good", "Better"),
    "no_change": Stance("same", "No change"),
    "worse": Stance("bad", "Worse"),
    "mixed": Stance("mixed", "Mixed"),
    "strength": Stance("good", "Works well"),
    "concern": Stance("bad", "A concern"),
}
"""By the keys of the reference list `stance`."""

GOOD = tuple(key for key, each in STANCES.items() if each.tone == "good")
BAD = tuple(key for key, each in STANCES.items() if each.tone == "bad")

OF_FAMILIES: Mapping[str, Summed] = {
    "better": Summed("good", "Better", "it is better or works well", "better"),
    "no_change": Summed("same", "No change", "nothing has changed", "unchanged"),
    "worse": Summed("bad", "Worse, or a concern", "it is worse or a concern", "worse"),
    "mixed": Summed("mixed", "Mixed", "some of it is better and some worse", "mixed"),
}
