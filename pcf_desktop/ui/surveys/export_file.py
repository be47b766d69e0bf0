"""The export that is being brought in: its bytes' digest, what it was read as, what was chosen."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pcf_desktop.importers.files.tables import TextSettings, open_source
from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import Progress, silent
from pcf_desktop.services.surveys import said_before
from pcf_desktop.services.surveys.importing import Source

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


_ADDED = re.compile(r"(?:\s*\((?:1-\d+|\d{1,2})\))+$")
"""What Microsoft Forms adds to a name, which answers are in it, and a browser: which copy."""


@dataclass(frozen=True)
class ExportFile:
    """A file as it was read. `tables` are the worksheets, or files in a ZIP, to choose from.

    Of the `choices`, those in `taken` were not made for this file: the survey is so already.
    """

    path: Path
    source: Source
    sheet: Sheet
    tables: tuple[str, ...] = ()
    choices: Choices = field(default_factory=Choices)
    taken: Choices = field(default_factory=Choices)

    @property
    def title(self) -> str:
        """The file's name as a title, without what a download adds to it."""
        name = _ADDED.sub("", self.path.stem) or self.path.stem
        title = " ".join(name.replace("_", " ").replace("-", " ").split())
        return title[:1].upper() + title[1:]

    def keeping(self, keys: Collection[str], *, keep: bool) -> "ExportFile":
        """Return the export with questions kept, or left out; nothing is read again."""
        choices = replace(self.choices, keep={**self.choices.keep, **dict.fromkeys(keys, keep)})
        questions = tuple(
            replace(each, keep=keep) if each.key in keys else each for each in self.sheet.questions
        )
        sheet = replace(self.sheet, questions=questions, choices=choices)
        return replace(self, sheet=sheet, choices=choices)

    def with_kind(self, keys: Collection[str], kind: Kind) -> Choices:
        """Return the choices with questions of another kind, for reading the file again.

        What the person said of keeping it stands; else the new kind decides.
        """
        return replace(self.choices, kinds={**self.choices.kinds, **dict.fromkeys(keys, kind)})

    def without_senders(self, *, off: bool) -> "ExportFile":
        """Return the export with who sent a message taken off the head of comments, or not."""
        choices = replace(self.choices, senders_off=off)
        return replace(self, sheet=replace(self.sheet, choices=choices), choices=choices)

    def for_survey(self, session: "Session", title: str) -> "ExportFile":
        """Return the export as the survey of this title has it; read again where it must be.

        What was chosen for this file stands. Raises as `open_export` does.
        """
        before = said_before.said_before(session, self.sheet, title)
        now, taken = self.choices, self.taken
        kinds = {key: kind for key, kind in now.kinds.items() if taken.kinds.get(key) != kind}
        keep = {key: kept for key, kept in now.keep.items() if taken.keep.get(key) != kept}
        wanted = said_before.as_before(replace(now, kinds=kinds, keep=keep), before)
        if wanted == now:
            return self
        return replace(open_export(self.path, wanted, silent), taken=before)


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
