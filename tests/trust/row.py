"""One line of what `make trust` prints."""

from dataclasses import dataclass


@dataclass
class Row:
    """What was tried so often, what was lost, and of what nobody was told."""

    name: str
    tried: int = 0
    lost: int = 0
    untold: int = 0
    more: str = ""

    @property
    def is_kept(self) -> bool:
        """Tell whether the bar is held."""
        return self.tried > 0 and self.lost == self.untold == 0

    def line(self) -> str:
        """Return the row as it is printed."""
        bar = "kept" if self.is_kept else "NOT KEPT"
        return f"{self.name:<34}{self.tried:>6}{self.lost:>6}{self.untold:>8}  {bar:<9}{self.more}"


HEAD = f"{'what was tried':<34}{'times':>6}{'lost':>6}{'untold':>8}  {'bar':<9}"
