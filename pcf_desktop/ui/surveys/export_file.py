"""The export that is being brought in: its bytes' digest, what it was read as, what was chosen."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from pcf_desktop.importers.files.tables import TextSettings, open_source
from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import Progress
from pcf_desktop.services.survey_import import Source


@dataclass(frozen=True)
class ExportFile:
    """A file as it was read. `tables` are the worksheets, or files in a ZIP, to choose from."""

    path: Path
    source: Source
    sheet: Sheet
    tables: tuple[str, ...] = ()
    choices: Choices = field(default_factory=Choices)

    def keeping(self, key: str, *, keep: bool) -> "ExportFile":
        """Return the export with one question kept, or left out; nothing is read again."""
        choices = replace(self.choices, keep={**self.choices.keep, key: keep})
        questions = tuple(
            replace(each, keep=keep) if each.key == key else each for each in self.sheet.questions
        )
        sheet = replace(self.sheet, questions=questions, choices=choices)
        return replace(self, sheet=sheet, choices=choices)

    def with_kind(self, key: str, kind: Kind) -> Choices:
        """Return the choices with a question of another kind, for reading the file again.

        What the person said of keeping it stands; else the new kind decides.
        """
        return replace(self.choices, kinds={**self.choices.kinds, key: kind})


def open_export(path: Path, choices: Choices, progress: Progress) -> ExportFile:
    """Read an export off the GUI thread.

    Raises `UserError` for a file that cannot be read or is no survey; `Cancelled` by `progress`.
    """
    sheet = read(path, choices, progress)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    tables: tuple[str, ...] = ()
    if sheet.sheet is not None:
        found = open_source(path, TextSettings(choices.encoding, choices.delimiter))
        tables = (*found.names, *(found.hidden if choices.hidden else ()))
    return ExportFile(path, Source(path.name, digest), sheet, tables, choices)
