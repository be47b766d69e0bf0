"""The container of old Office files (XLS), checked for chains that run in circles.

Such a file is a small disk: tables say which sector follows which. A damaged table can send a
reader round for ever, and the workbook reader takes memory at each turn until none is left.
"""

import struct
from collections.abc import Sequence

from pcf_desktop.importers.files.formats import damaged

_HEADER = struct.Struct("<30xHH26xI4xI")
"""The sizes of a sector and a small one as powers of two; where two of the tables begin."""
_IN_HEADER = 109
_HEADER_BYTES = 512
_SECTOR_SHIFTS = {9, 12}
_MINI_SHIFT = 6


def check_compound(data: bytes) -> None:
    """Raise `UserError` for a container with impossible sectors or a chain in a circle."""
    if len(data) < _HEADER_BYTES:
        raise damaged()
    shift, mini_shift, mini_start, more = _HEADER.unpack_from(data)
    if shift not in _SECTOR_SHIFTS or mini_shift != _MINI_SHIFT:
        raise damaged()
    disk = _Disk(data, 1 << shift)
    chain = disk.table_of(disk.allocation_sectors(more))
    _check_circles(chain)
    _check_circles(disk.table_of(disk.follow(mini_start, chain)))


class _Disk:
    """The sectors of the container."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size
        self._count = max(len(data) // size - 1, 0)

    def allocation_sectors(self, more: int) -> list[int]:
        """Return the sectors that hold the table of chains: 109 in the header, then a list."""
        start = _HEADER_BYTES - 4 * _IN_HEADER
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, start))
        seen: set[int] = set()
        while more < self._count:
            if more in seen:
                raise damaged()
            seen.add(more)
            *sectors, more = self._numbers(more)
            found.extend(sectors)
        return [sector for sector in found if sector < self._count]

    def table_of(self, sectors: Sequence[int]) -> list[int]:
        """Return the numbers that stand in some sectors, one after the other."""
        return [number for sector in sectors for number in self._numbers(sector)]

    def follow(self, start: int, chain: Sequence[int]) -> list[int]:
        """Return the sectors of one chain, which has been checked for circles."""
        found: list[int] = []
        while start < self._count and start < len(chain):
            found.append(start)
            start = chain[start]
        return found

    def _numbers(self, sector: int) -> list[int]:
        start = (sector + 1) * self._size
        whole = self._data[start : start + self._size]
        return list(struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4]))


def _check_circles(chain: Sequence[int]) -> None:
    """Walk every chain once; one that comes back to itself is damage."""
    done = bytearray(len(chain))
    for start in range(len(chain)):
        path: list[int] = []
        at = start
        while at < len(chain) and done[at] == 0:
            done[at] = 1
            path.append(at)
            at = chain[at]
        if at < len(chain) and done[at] == 1:
            raise damaged()
        for each in path:
            done[each] = 2
