"""What the feedback list found: its ids, and how many the filters hide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pcf_desktop.services.feedback import feedback, search
from pcf_desktop.services.feedback.feedback import Filter
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import count, number

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


@dataclass(frozen=True)
class FoundComments:
    """All that the filters leave, in order, and of it what is searched.

    `total` are listed, `binned` are in the bin; the bin is shown, or else what is listed.
    """

    ordered: Sequence[int]
    shown: Sequence[int]
    total: int
    binned: int
    is_bin: bool

    @property
    def left_out(self) -> str:
        """Say what the filters hide; what is in the bin counts only where the bin is shown."""
        everything = self.total + (self.binned if self.is_bin else 0)
        return tr("{n} hidden by filters").format(n=number(everything - len(self.shown)))

    @property
    def words(self) -> str:
        """Say how many are shown."""
        comments = count(len(self.shown), tr("comment"), tr("comments"))
        return tr("{comments} in the bin").format(comments=comments) if self.is_bin else comments

    def narrowed(self, session: "Session", words: str) -> "FoundComments":
        """Return the same with what has other words."""
        return replace(self, shown=search.within(session, self.ordered, words))


def find(session: "Session", wanted: Filter, words: str, *, oldest_first: bool) -> FoundComments:
    """Return what a filter and a search leave."""
    ordered = feedback.ids(session, wanted, oldest_first=oldest_first)
    shown = search.within(session, ordered, words)
    total, binned = feedback.count(session), feedback.count_binned(session)
    return FoundComments(ordered, shown, total, binned, wanted.is_binned)
