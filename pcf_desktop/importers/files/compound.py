"""The container of old Office files (XLS): the workbook in it, by chains that were checked.

Such a file is a small disk: tables say which sector follows which. A damaged table can send a
reader round for ever or far out of the file, and the workbook reader takes memory at each turn
until none is left, which ends the whole program.
"""

import struct
from collections.abc import Mapping, Sequence

from pcf_desktop.importers.files.formats import damaged

_HEADER = struct.Struct("<30xHH6x3I8x4I")
"""The sizes of a sector and a small one as powers of two, then how many sectors the folder and the
table of chains have, where the folder begins, where the small table begins and how many it has,
and the same of the list of tables."""
_ENTRY = struct.Struct("<64sH50xIQ")
"""An entry of the folder: a name and its bytes; where what it names begins, and its bytes."""
_ENTRY_BYTES = 128
_END = 0xFFFFFFFE
_SMALL = 4096
"""Bytes. What is smaller stands in small sectors, inside the first entry's stream."""
_WORKBOOKS = ("Workbook", "Book")
_IN_HEADER = 109
_HEADER_BYTES = 512
_OLD_SHIFT = 9
_SECTOR_SHIFTS = {_OLD_SHIFT, 12}
_MINI_SHIFT = 6


def workbook_stream(data: bytes) -> bytes:
    """Return the workbook inside the container.

    Raises `UserError` for a container with impossible sectors or sizes, a chain in a circle or
    out of the file, or without a workbook.
    """
    if len(data) < _HEADER_BYTES:
        raise damaged()
    shift, mini_shift, *sizes = _HEADER.unpack_from(data)
    folders, tables, folder, mini_start, minis, more, lists = sizes
    if shift not in _SECTOR_SHIFTS or mini_shift != _MINI_SHIFT:
        raise damaged()
    disk = _Disk(data, 1 << shift)
    if max(folders, tables, minis, lists) > disk.count:
        raise damaged()
    chain = disk.table_of(disk.allocation_sectors(more))
    _check_circles(chain)
    small_chain = disk.table_of(disk.follow(mini_start, chain)) if minis else []
    _check_circles(small_chain)
    entries = _entries(disk.stream(folder, chain), wide=shift != _OLD_SHIFT)
    root, book = next(iter(entries.values()), None), _first(entries, _WORKBOOKS)
    if root is None or book is None or max(root[1], book[1]) > len(data):
        raise damaged()
    small = _Disk(disk.stream(root[0], chain), 1 << _MINI_SHIFT, header=0)
    return small.stream(book[0], small_chain) if book[1] < _SMALL else disk.stream(book[0], chain)


def _entries(folder: bytes, *, wide: bool) -> dict[str, tuple[int, int]]:
    """Return where each stream begins and its bytes, by name; old files count in 32 bits."""
    found: dict[str, tuple[int, int]] = {}
    for at in range(0, len(folder) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        name, _, start, size = _ENTRY.unpack_from(folder, at)
        words = name.decode("utf-16-le", "replace").partition("\0")[0]
        found.setdefault(words, (start, size if wide else size & 0xFFFFFFFF))
    return found


def _first(entries: Mapping[str, tuple[int, int]], names: Sequence[str]) -> tuple[int, int] | None:
    return next((entries[name] for name in names if name in entries), None)


class _Disk:
    """The sectors of the container, or the small ones of a stream in it, which has no header."""

    def __init__(self, data: bytes, size: int, header: int = 1) -> None:
        self._data = data
        self._size = size
        self._header = header
        self.count = max(-(-len(data) // size) - header, 0)

    def stream(self, start: int, chain: Sequence[int]) -> bytes:
        """Return the bytes of one chain; raise `UserError` for one that leaves the file."""
        sectors = self.follow(start, chain)
        if (chain[sectors[-1]] if sectors else start) != _END:
            raise damaged()
        return b"".join(map(self._sector, sectors))

    def allocation_sectors(self, more: int) -> list[int]:
        """Return the sectors that hold the table of chains: 109 in the header, then a list."""
        start = _HEADER_BYTES - 4 * _IN_HEADER
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, start))
        seen: set[int] = set()
        while more < self.count:
            if more in seen:
                raise damaged()
            seen.add(more)
            *sectors, more = self._numbers(more)
            found.extend(sectors)
        return [sector for sector in found if sector < self.count]

    def table_of(self, sectors: Sequence[int]) -> list[int]:
        """Return the numbers that stand in some sectors, one after the other."""
        return [number for sector in sectors for number in self._numbers(sector)]

    def follow(self, start: int, chain: Sequence[int]) -> list[int]:
        """Return the sectors of one chain, which has been checked for circles."""
        found: list[int] = []
        while start < self.count and start < len(chain):
            found.append(start)
            start = chain[start]
        return found

    def _numbers(self, sector: int) -> list[int]:
        whole = self._sector(sector)
        return list(struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4]))

    def _sector(self, sector: int) -> bytes:
        start = (sector + self._header) * self._size
        return self._data[start : start + self._size]


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
