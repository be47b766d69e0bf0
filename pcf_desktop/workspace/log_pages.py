"""The pages of a write-ahead log (sqlite.org/fileformat2), each judged by itself.

SQLite stops at the first frame whose checksum does not follow from the one before, and so one bit
costs every save after it. But each page has a seal of its own (see `foreign_log`), and the checksum
is a linear one: where a single word of four bytes is wrong, both its place and its value follow
from it, and the seal proves them. So such a frame is put right, and others are passed over.
"""

import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import mul
from typing import Final

from pcf_desktop.workspace.connection import PAGE
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.foreign_log import FRAME, HEADER, MAGIC, checksum, is_sealed

_WORD: Final = 1 << 32
_WORDS: Final = 2 + PAGE // 4
"""Of each frame the checksum covers so many: the page's number, the commit's size, the page."""

Sums = tuple[int, int]


@dataclass(frozen=True)
class Frame:
    """A page of the log; `size` is the database's in pages where a commit ends here, else 0."""

    number: int
    size: int
    page: bytes | None
    """None where it is damaged beyond mending."""


@dataclass
class PageLog:
    """The frames of a log in their order, and the first at which SQLite would stop, or None."""

    frames: list[Frame] = field(default_factory=list)
    stops_at: int | None = None

    def commits(self) -> list[int]:
        """Return the places of the frames with which a commit ends."""
        return [place for place, frame in enumerate(self.frames) if frame.size]

    def is_damaged(self) -> bool:
        """Tell whether SQLite would lose a commit; a write that was cut off is no damage."""
        return self.stops_at is not None and any(at >= self.stops_at for at in self.commits())

    def is_whole(self, last: int) -> bool:
        """Tell whether each page lost up to this frame was written again, well, up to it."""
        missing: set[int] = set()
        for frame in self.frames[: last + 1]:
            (missing.discard if frame.page is not None else missing.add)(frame.number)
        return not missing

    def pages(self, last: int) -> dict[int, bytes]:
        """Return the newest good content of each page up to this frame, by its number."""
        return {f.number: f.page for f in self.frames[: last + 1] if f.page is not None}


def read(content: bytes, key: DataKey, salt: bytes) -> PageLog:
    """Read a log of the database that has this salt, as far as it is this log's own."""
    raw = [
        content[at : at + FRAME + PAGE]
        for at in range(HEADER, len(content) - FRAME - PAGE + 1, FRAME + PAGE)
    ]
    header = content[:HEADER]
    reader = _Reader(raw, *_of_header(header, raw), key, salt)
    log = PageLog(stops_at=None if reader.is_begun_well else 0)
    start, after_loss = _stored(header, 24), not reader.is_begun_well
    for place in range(len(raw)):
        frame, start, is_as_written = reader.judge(place, start, after_loss=after_loss)
        if frame is None:
            break
        if not is_as_written and log.stops_at is None:
            log.stops_at = place
        log.frames.append(frame)
        after_loss = frame.page is None
    return log


def _of_header(header: bytes, raw: Sequence[bytes]) -> tuple[bool, str, bytes]:
    """Return whether a log's header is sound, the byte order of its sums, and its frames' mark.

    Of a damaged one the frames tell.
    """
    order = MAGIC.get(int.from_bytes(header[:4], "big"))
    if order is not None and checksum(header[:24], order, (0, 0)) == _stored(header, 24):
        return True, order, header[16:24]
    return False, _order(raw, header), _mark(raw)


@dataclass(frozen=True)
class _Reader:
    raw: Sequence[bytes]
    is_begun_well: bool
    order: str
    mark: bytes
    """The two numbers that every frame of this log carries, and no frame of an earlier one."""
    key: DataKey
    salt: bytes

    def judge(
        self, place: int, start: Sums, *, after_loss: bool
    ) -> tuple[Frame | None, Sums, bool]:
        """Return a frame, where the checksum goes on, and whether SQLite would take it as it is.

        None where the log ends: what follows is of an earlier one.
        """
        raw, words = self.raw[place], self._words(place)
        stored, computed = _stored(raw, 16), _sums(words, start)
        is_ours = raw[8:16] == self.mark
        frame = self._frame(words)
        if stored == computed and frame.page is not None:
            return frame, stored, is_ours
        if frame.page is not None and self._sum_alone_is_off(place, computed, stored):
            return frame, computed, False
        mended = self._mended(words, stored, computed)
        if mended is not None:
            return mended, stored, False
        if not is_ours or (frame.page is not None and not after_loss):
            return None, stored, False
        return frame, stored, False

    def _words(self, place: int) -> Sequence[int]:
        raw = self.raw[place]
        return struct.unpack(f"{self.order}{_WORDS}I", raw[:8] + raw[FRAME:])

    def _frame(self, words: Sequence[int]) -> Frame:
        content = struct.pack(f"{self.order}{_WORDS}I", *words)
        number, size = struct.unpack(">2I", content[:8])
        page = content[8:]
        return Frame(number, size, page if self._is_sealed(page, number) else None)

    def _is_sealed(self, page: bytes, number: int) -> bool:
        return is_sealed(page, number, self.key, self.salt)

    def _sum_alone_is_off(self, place: int, computed: Sums, stored: Sums) -> bool:
        """Tell whether it is this frame's checksum itself that is damaged."""
        if place + 1 < len(self.raw):
            following = _sums(self._words(place + 1), computed)
            return following == _stored(self.raw[place + 1], 16)
        return (computed[0] == stored[0]) != (computed[1] == stored[1])

    def _mended(self, words: Sequence[int], stored: Sums, computed: Sums) -> Frame | None:
        """Return the frame with one word put right, where that gives its checksum and its seal."""
        for place, by in _one_word_off(stored, computed):
            right = list(words)
            right[place] = (right[place] + by) % _WORD
            frame = self._frame(right)
            if frame.page is not None:
                return frame
        return None


def _mark(raw: Sequence[bytes]) -> bytes:
    """Return what the first frames carry, the header of the log being damaged."""
    found = Counter(frame[8:16] for frame in raw[:3]).most_common(1)
    return found[0][0] if found else b""


def _order(raw: Sequence[bytes], header: bytes) -> str:
    """Return the byte order of the checksums, the header of the log being damaged."""
    for order in MAGIC.values():
        for before, frame in ((header[24:], raw[:1]), *((f[16:24], raw[1:2]) for f in raw[:1])):
            start = _stored(before, 0)
            for each in frame:
                words = struct.unpack(f"{order}{_WORDS}I", each[:8] + each[FRAME:])
                if _sums(words, start) == _stored(each, 16):
                    return order
    return "<"


def _stored(raw: bytes, at: int) -> Sums:
    first, second = struct.unpack(">2I", raw[at : at + 8].ljust(8, b"\0"))
    return first, second


@cache
def _weights() -> tuple[tuple[int, ...], tuple[int, ...], Sums, Sums]:
    """Return by how much each word counts in the two sums, and in them the sums of before.

    A pair of words (x, y) takes sums (a, b) to a + b + x and a + 2b + x + y.
    """
    first, second = [], []
    (aa, ab), (ba, bb) = (1, 0), (0, 1)
    for _ in range(_WORDS // 2):
        first += [ab, aa + ab]  # the pairs from the last to the first, of each y before x
        second += [bb, ba + bb]
        aa, ab = (aa + ab) % _WORD, (aa + 2 * ab) % _WORD
        ba, bb = (ba + bb) % _WORD, (ba + 2 * bb) % _WORD
    return tuple(first[::-1]), tuple(second[::-1]), (aa, ab), (ba, bb)


def _sums(words: Sequence[int], start: Sums) -> Sums:
    """Return the running checksum after a frame, as SQLite works it out."""
    first, second, of_first, of_second = _weights()
    return (
        (sum(map(mul, words, first)) + sum(map(mul, start, of_first))) % _WORD,
        (sum(map(mul, words, second)) + sum(map(mul, start, of_second))) % _WORD,
    )


def _one_word_off(stored: Sums, computed: Sums) -> Iterator[tuple[int, int]]:
    """Yield each word, and what to add to it, that would make the sums the stored ones."""
    off = [(one - other) % _WORD for one, other in zip(stored, computed, strict=True)]
    first, second, _, _ = _weights()
    for place, weights in enumerate(zip(first, second, strict=True)):
        odd = 0 if weights[0] % 2 else 1  # of two neighbours in such a row never both are even
        by = off[odd] * pow(weights[odd], -1, _WORD) % _WORD
        if by and all(
            by * weight % _WORD == each for weight, each in zip(weights, off, strict=True)
        ):
            yield place, by
