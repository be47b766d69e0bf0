"""The formats a document can take. To add one: a file with `make` and `check`, and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from pcf_desktop.exporters import docx, pdf, safely, xlsx
from pcf_desktop.exporters.document import Document
from pcf_desktop.exporters.made import Made
from pcf_desktop.progress import Progress, silent


class Make(Protocol):
    """Turns a document into a file's bytes; says how far it is, stops when `progress` raises."""

    def __call__(self, document: Document, progress: Progress = silent) -> Made:
        """Return the bytes, the pages where known, and what the person should be told."""
        ...


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name, the ending of its files, how it is made and how a file is checked."""

    name: str
    suffix: str
    make: Make
    check: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: where, how many pages (0: only its program knows), what to tell."""

    path: Path
    pages: int
    notes: tuple[str, ...]


FORMATS: Final = (
    Exporter("PDF", ".pdf", pdf.make, pdf.check),
    Exporter("Word", ".docx", docx.make, docx.check),
    Exporter("Excel", ".xlsx", xlsx.make, xlsx.check),
)


def export(
    document: Document, exporter: Exporter, path: Path, progress: Progress = silent
) -> Exported:
    """Write the document to `path`: afterwards either the whole new file stands there or the old.

    Raises UserError where the person can mend it (see `safely`), Cancelled when `progress` does.
    """
    made = exporter.make(document, progress)
    safely.write(path, made.data, exporter.check)
    return Exported(path, made.pages, made.notes)
