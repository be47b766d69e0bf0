"""One item of a list, as it stands in the text."""

from dataclasses import dataclass, replace

from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement


@dataclass(frozen=True)
class Item:
    """The places of an item's words, line by line, and what its own mark or row says."""

    pieces: tuple[tuple[int, int], ...]
    number: int | None = None
    kind: PriorityKind | None = None
    judgement: ReturnJudgement | None = None
    bodies: tuple[str, ...] = ()
    certainty: float = 1.0

    @property
    def start(self) -> int:
        """Return where the item's words begin in the text."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Return where they end."""
        return self.pieces[-1][1]

    def words(self, even: str) -> str:
        """Return the words, one line after another with a line break between."""
        return "\n".join(even[start:end] for start, end in self.pieces)

    def plus(self, start: int, end: int) -> "Item":
        """Return the item with one more line."""
        return replace(self, pieces=(*self.pieces, (start, end)))
