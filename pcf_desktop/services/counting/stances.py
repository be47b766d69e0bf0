"""What a comment says of a priority, and what a family says that has made several.

Three stances tell of a change, *better*, *no change* and *worse*, and two of a state, *works well*
and *a concern*. They are never added up. A family with both good and bad to say counts as mixed;
one that tells of a change and of a state in the same sense counts with the change.
"""

from collections.abc import Mapping, Sequence
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
    "better": Summed("good", "Better", "it is better", "better"),
    "strength": Summed("good", "Works well", "it works well", "working well"),
    "no_change": Summed("same", "No change", "nothing has changed", "unchanged"),
    "mixed": Summed("mixed", "Mixed", "some of it is good and some is not", "mixed"),
    "worse": Summed("bad", "Worse", "it is worse", "worse"),
    "concern": Summed("bad", "A concern", "it is a concern", "a concern"),
}
"""By the keys of `STANCES`, in the order in which a chart shows them."""

NEAR = (
    (("better", "strength"), ("no_change",), ("mixed",), ("worse", "concern")),
    (("better", "strength"), ("no_change", "mixed"), ("worse", "concern")),
)
"""What may stand as one where families are few: first what points the same way."""


def label_of(keys: Sequence[str]) -> str:
    """Return the name of what stands as one, as *Worse, or a concern*."""
    first, *others = [OF_FAMILIES[key].label for key in keys]
    return ", or ".join([first, *(other.lower() for other in others)])


def said_of(keys: Sequence[str]) -> str:
    """Return what families say, after *that*: *it is worse or a concern*."""
    if len(keys) == 1:
        return OF_FAMILIES[keys[0]].said
    *most, last = [OF_FAMILIES[key].short for key in keys]
    return f"it is {', '.join(most)} or {last}"


def tone_of(keys: Sequence[str]) -> "Tone":
    """Return the tone of what stands as one; mixed where it points different ways."""
    tones = {OF_FAMILIES[key].tone for key in keys}
    return tones.pop() if len(tones) == 1 else "mixed"
