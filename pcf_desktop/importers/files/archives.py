"""ZIP containers (workbooks are such), checked before a reader that trusts them opens them."""

import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import PurePosixPath

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import LONGEST_CELL, SAFE, cell_too_long, damaged

MOST_BYTES_INSIDE = 300 * 2**20
MOST_ENTRIES = 2000
HIGHEST_RATIO = 100
MOST_CELLS = 12_000_000
"""The workbook reader keeps room for each cell of the used rectangle: 300 MB at this many."""

_RATIO_MATTERS_FROM = 10 * 2**20
_CHUNK = 1 << 18
"""Bytes. Pieces of a megabyte take half as long again to inflate."""
_SLICE = 1 << 16
_OVERLAP = 64
_LOCAL_HEADER = 30
_FAR = rb"(?:([A-Za-z]{2,3})([0-9]{1,7})|[A-Za-z]?([0-9]{6,7}))"
_FAR_CELL = re.compile(rb'"(?<= r=")' + _FAR + rb'"')
"""Begins at the quote, and looks back: in a sheet full of words those are fewer than spaces."""
_FAR_CELL_ODDLY_WRITTEN = re.compile(rb"""\sr\s*=\s*["']""" + _FAR + rb"""["']""")
_PROLOG_CHUNKS = 4
_CELL_ENDS = {
    "sharedStrings": (b"si>",),
    "worksheets/": (b"c>", b"/>"),
    "content.xml": (b"table-cell", b"/>"),
}
"""What ends a cell, or stands between two, in the parts of a workbook that hold text."""
_BYTES_OF_A_LETTER = 4
_ODD_CHUNKS = 16
"""The slow pattern is for files made by hand, and those are small."""


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP in memory; damage of any kind is one sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
        *(KeyError, ValueError, NotImplementedError, RuntimeError),
    ):
        raise damaged() from None


def check_archive(data: bytes) -> None:
    """Refuse a ZIP that says it unpacks to far more than it is. Nothing is inflated for that."""
    with opened(data) as archive:
        entries = archive.infolist()
    stated = sum(entry.file_size for entry in entries)
    too_dense = stated > max(_RATIO_MATTERS_FROM, HIGHEST_RATIO * len(data))
    if len(entries) > MOST_ENTRIES or stated > MOST_BYTES_INSIDE or too_dense:
        raise _bomb()
    if any(entry.flag_bits & 1 for entry in entries):
        raise UserError(
            "This ZIP file is locked with a password.",
            SAFE,
            "Unpack it with its password first, then choose the file inside.",
        )


def files_inside(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of a ZIP, without folders, what a Mac adds, and what has no name."""
    return [
        entry
        for entry in archive.infolist()
        if entry.filename  # a damaged one may have none, and then even is_dir() falls over
        and not entry.is_dir()
        and not entry.filename.startswith("__MACOSX/")
        and not PurePosixPath(entry.filename).name.startswith(".")
    ]


def check_workbook(data: bytes) -> None:
    """Refuse a workbook that lies about its size, holds XML entities, or reaches too far.

    Parts are inflated a megabyte at a time and none is kept, because a header can lie.
    """
    check_archive(data)
    with opened(data) as archive:
        for entry in archive.infolist():
            if entry.filename.lower().endswith((".xml", ".rels", ".bin")):
                _check_part(_inflated(data, entry), entry)


def read_member(data: bytes, name: str) -> bytes:
    """Return one entry, in memory, of a ZIP that `check_archive` has passed.

    Piece by piece: at once it would be held twice.
    """
    whole = io.BytesIO()
    with opened(data) as archive, archive.open(name) as member:
        shutil.copyfileobj(member, whole, _CHUNK)
    return whole.getvalue()


def _check_part(chunks: Iterator[bytes], entry: zipfile.ZipInfo) -> None:
    width, height, tail = 1, 1, b""
    is_sheet = "worksheets/" in entry.filename
    ends = next((ends for part, ends in _CELL_ENDS.items() if part in entry.filename), None)
    run = 0
    for number, chunk in enumerate(chunks):
        if ends is not None:
            run = _since(chunk, ends, run)
        if number < _PROLOG_CHUNKS and (b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk):
            raise UserError(
                "This workbook holds instructions that workbooks never have.",
                SAFE,
                "Ask where the file comes from, and download it again.",
            )
        if is_sheet:
            far_cell = _FAR_CELL_ODDLY_WRITTEN if number < _ODD_CHUNKS else _FAR_CELL
            seam = tail + chunk[:_OVERLAP]
            for letters, row, far_row in chain(far_cell.findall(seam), far_cell.findall(chunk)):
                width = max(width, _column(letters))
                height = max(height, int(row or far_row))
            tail = chunk[-_OVERLAP:]
    check_rectangle(height, width)


def _since(chunk: bytes, ends: tuple[bytes, ...], run: int) -> int:
    """Return how many bytes a cell has gone on at the end of a chunk; refuse one that is endless.

    Memory counts here, not the letter: a cell is three times as long before it is found out.
    """
    last = max(map(chunk.rfind, ends))
    run = run + len(chunk) if last < 0 else len(chunk) - last
    if run > LONGEST_CELL * _BYTES_OF_A_LETTER:
        raise cell_too_long()
    return run


def check_rectangle(height: int, width: int, most: int = MOST_CELLS) -> None:
    """Refuse a sheet whose used rectangle is too large to hold: more than so many cells."""
    if width * height > most:
        raise _too_wide(height, width)


def _too_wide(height: int, width: int) -> UserError:
    return UserError(
        f"This worksheet reaches to row {height:,} and column {width:,}.",
        SAFE,
        "Delete the stray value far away from the table, save the file, and try again.",
    )


def _inflated(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give an entry's real content in chunks; stop where it is longer than it says."""
    head = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if len(head) < _LOCAL_HEADER:
        raise damaged()
    start = entry.header_offset + _LOCAL_HEADER + sum(_two_lengths(head))
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise damaged()
    given = 0
    for chunk in _pieces(packed):
        given += len(chunk)
        if given > entry.file_size:
            raise _bomb()
        yield chunk


def _pieces(packed: memoryview) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _SLICE):
            piece = inflate.decompress(packed[at : at + _SLICE], _CHUNK)
            while piece:
                yield piece
                piece = inflate.decompress(inflate.unconsumed_tail, _CHUNK)
    except zlib.error:
        raise damaged() from None


def _two_lengths(head: bytes) -> tuple[int, int]:
    return int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _bomb() -> UserError:
    return UserError(
        "This file is far larger inside than it should be.",
        SAFE,
        "Ask where the file comes from, and download it again.",
    )
