"""The formats a document can take. To add one: a file with `make` and `check`, and a line here."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from pcf_desktop.exporters import safely
from pcf_desktop.exporters.document import Document
from pcf_desktop.exporters.made import Exporter, Made
from pcf_desktop.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: where, how many pages (0: only its program knows), what to tell."""

    path: Path
    pages: int
    notes: tuple[str, ...]


def _by(room: str, name: str, about: str, suffix: str, *, is_usual: bool = True) -> Exporter:
    """Return the format of a file of ours, which is imported when it first makes or checks.

    Its libraries take more than 20 MB, and most days no pack is made.
    """

    def make(document: Document, progress: Progress = silent) -> Made:
        made: Made = import_module(f"{__package__}.{room}").make(document, progress)
        return made

    def check(path: Path) -> None:
        import_module(f"{__package__}.{room}").check(path)

    return Exporter(name, about, suffix, make, check, is_usual)


PDF: Final = _by("pdf", "PDF", "To print and to send. Nobody can change it by accident.", ".pdf")
WORD: Final = _by("docx", "Word", "To copy from, and to work on together.", ".docx")
EXCEL: Final = _by("xlsx", "Excel", "Every table of the pack, to count with.", ".xlsx")
MARKDOWN: Final = _by(
    "markdown", "Markdown", "To paste into an e-mail or a web page.", ".md", is_usual=False
)
FORMATS: Final = (PDF, WORD, EXCEL, MARKDOWN)

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
