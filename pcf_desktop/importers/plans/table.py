"""A table as a plan prints it: texts, merged cells, colours, and what stands above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from pcf_desktop.importers.files.cells import Cell, as_text

Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class PrintedTable:
    """Rows of cells with what a plain grid does not say.

    Places are (row, column), counted from 0 in `rows`. `merged` maps each covered place of a
    merged cell to its first; `fills` holds colours as hexadecimal RGB. `above` are the texts
    between this table and the one before. `first_row` is the number of the first row in the
    file, from 1.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    merged: Mapping[Place, Place] = field(default_factory=dict)
    fills: Mapping[Place, str] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    is_sheet: bool = True
    """Whether `name` is a worksheet's own, and may say which priority its actions serve."""

    @cached_property
    def width(self) -> int:
        """Return the number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def origin(self, row: int, column: int) -> Place:
        """Return the first place of the merged cell that covers a place, or the place itself."""
        return self.merged.get((row, column), (row, column))

    def cell(self, row: int, column: int) -> Cell:
        """Return what stands at a place, also where a merged cell only reaches over it."""
        row, column = self.origin(row, column)
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Return the text at a place, each line without white space around it."""
        lines = (" ".join(line.split()) for line in as_text(self.cell(row, column)).splitlines())
        return "\n".join(line for line in lines if line)

    def texts(self, row: int) -> list[str]:
        """Return the texts of a row; a cell merged over columns stands in its first only."""
        return [
            "" if self.origin(row, column)[1] < column else self.text(row, column)
            for column in range(self.width)
        ]

    def fill(self, row: int, column: int) -> str | None:
        """Return the colour at a place."""
        return self.fills.get(self.origin(row, column))

    def continues(self, row: int, column: int) -> bool:
        """Return whether a place belongs to a merged cell that began in a row above."""
        return self.origin(row, column)[0] < row

    def number(self, row: int) -> int:
        """Return the row's number in the file, from 1."""
        return self.first_row + row
