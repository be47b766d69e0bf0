"""The six stances in words, with their marks and the letters that choose them."""

from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from pcf_desktop.services.counting.stances import STANCES
from pcf_desktop.services.priorities.priorities import Heard
from pcf_desktop.ui.components.stance_bar import StanceShare
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import count

_LEVELS = {"good": Level.GOOD, "bad": Level.BAD, "mixed": Level.AMBER, "same": Level.NONE}


def words_of(stance: str) -> str:
    """Return the name of a stance, a key of `STANCES`."""
    return {
        "better": tr("Better"),
        "no_change": tr("No change"),
        "worse": tr("Worse"),
        "mixed": tr("Mixed"),
        "strength": tr("Strength"),
        "concern": tr("Concern"),
    }[stance]


def mark_of(stance: str) -> Mark:
    """Return a stance as a word with its shape and colour."""
    return Mark(words_of(stance), _LEVELS[STANCES[stance].tone])


def letters() -> Mapping[str, str]:
    """Return the stances in their order, each with the letter that chooses it."""
    return {
        "better": tr("B"),
        "no_change": tr("N"),
        "worse": tr("W"),
        "mixed": tr("M"),
        "strength": tr("S"),
        "concern": tr("C"),
    }


@dataclass(frozen=True)
class Said(StanceShare):
    """What families say as a bar, with the number of comments in its words."""

    comments: int = 0

    @property
    @override
    def words(self) -> str:
        """The finding with families and comments apart."""
        if not self.families:
            return super().words
        comments = count(self.comments, tr("comment"), tr("comments"))
        return f"{super().words}; {comments}"


def bar_of(heard: Heard) -> Said:
    """Return what families say as a bar; no change and mixed share its middle."""
    by = heard.by_stance
    return Said(heard.good, by["no_change"] + by["mixed"], heard.bad, heard.comments)
