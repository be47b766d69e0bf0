"""The formats a document can take. To add one: a file with its `FORMAT`, and its name here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pcf_desktop.exporters import docx, markdown, pdf, safely, xlsx
from pcf_desktop.exporters.document import Document
from pcf_desktop.exporters.made import Exporter
from pcf_desktop.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: where, how many pages (0: only its program knows), what to tell."""

    path: Path
    pages: int
    notes: tuple[str, ...]


FORMATS: Final = (pdf.FORMAT, docx.FORMAT, xlsx.FORMAT, markdown.FORMAT)

USUAL: Final = tuple(each for each in FORMATS if each.is_usual)
"""What a pack is made in when nobody says otherwise."""


def export(
    document: Document, exporter: Exporter, path: Path, progress: Progress = silent
) -> Exported:
    """Write the document to `path`: afterwards either the whole new file stands there or the old.

    Raises UserError where the person can mend it (see `safely`), Cancelled when `progress` does.
    """
    made = exporter.make(document, progress)
    safely.write(path, made.data, exporter.check)
    return Exported(path, made.pages, made.notes)
