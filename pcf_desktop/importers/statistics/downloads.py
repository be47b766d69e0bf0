"""A published file as it was downloaded: a CSV, or the ZIP in which the department packs it."""

import codecs
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.archives import check_archive, files_inside
from pcf_desktop.importers.files.formats import SAFE, damaged, read_bytes

NEEDED = ("time_period", "geographic_level")
"""Columns that every published file has, and by which one is known."""
MOST_NAMED = 5

_ZIP, _HEAD, _CHUNK = b"PK\x03\x04", 1 << 14, 1 << 20
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Download:
    """The CSV of a download; `open` gives its bytes from the beginning, `size` is their number."""

    name: str
    open: Callable[[], IO[bytes]]
    size: int


@contextmanager
def download_at(path: Path) -> Iterator[Download]:
    """Give the CSV at a path, in a ZIP or not. Nothing is unpacked to the disk.

    Raises `UserError` for a ZIP that is locked, damaged or far too large inside, and for one
    that holds no published file or several; `OSError` for what cannot be opened.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe or device has no end
        raise UserError("This is no file that can be read.", SAFE, "Choose the downloaded file.")
    with path.open("rb") as stream:
        is_zip = stream.read(len(_ZIP)) == _ZIP
    if not is_zip:
        yield Download(path.name, lambda: path.open("rb"), path.stat().st_size)
        return
    data = read_bytes(path)
    check_archive(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield _only([each for each in _members(archive) if _is_published(each)])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise damaged() from None


def _members(archive: zipfile.ZipFile) -> list[Download]:
    return [
        Download(PurePosixPath(entry.filename).name, partial(archive.open, entry), entry.file_size)
        for entry in files_inside(archive)
    ]


def _is_published(download: Download) -> bool:
    with download.open() as stream:
        head = stream.read(_HEAD)
    text = head.decode("utf-16" if head.startswith(_WIDE) else "latin-1", "replace")
    names = text.split("\n", 1)[0].casefold().replace('"', "").split(",")
    return {name.strip("\ufeff\u00ef\u00bb\u00bf \r") for name in names}.issuperset(NEEDED)


def _only(found: Sequence[Download]) -> Download:
    if len(found) == 1:
        return found[0]
    if not found:
        raise not_published()
    names = ", ".join(each.name for each in found[:MOST_NAMED])
    more = " and others" if len(found) > MOST_NAMED else ""
    raise UserError(
        f"This ZIP holds {len(found):,} files of figures: {names}{more}.",
        SAFE,
        "Unpack it, and choose one of them.",
    )


def encoding_of(download: Download) -> str:
    """Return UTF-8 where every byte fits it, else what Excel in England saves."""
    with download.open() as stream:
        head = stream.read(_CHUNK)
        if head.startswith(_WIDE):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while head:
                decoder.decode(head)
                head = stream.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def not_published() -> UserError:
    """Return the sentence for what is no published file."""
    return UserError(
        "This is not a statistics file of the Department for Education.",
        SAFE,
        "On Explore education statistics choose the data set, and download it as CSV.",
    )
