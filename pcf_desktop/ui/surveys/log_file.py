"""The log that is being brought in: its bytes' digest, what it was read as, what was chosen."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.logs.log_sheet import LogMatching, LogSheet
from pcf_desktop.importers.logs.reading import find_log, read_log
from pcf_desktop.importers.logs.recognition import is_like_a_log
from pcf_desktop.importers.sheet import Choices
from pcf_desktop.progress import Progress
from pcf_desktop.services.logs.importing import LogSource
from pcf_desktop.ui.surveys.export_file import ExportFile, open_export


@dataclass(frozen=True)
class LogFile:
    """A file as it was read."""

    path: Path
    source: LogSource
    sheet: LogSheet
    choices: LogMatching = field(default_factory=LogMatching)


def open_log(path: Path, choices: LogMatching, progress: Progress) -> LogFile:
    """Read a log off the GUI thread; raises as `read_log` does."""
    sheet = read_log(path, choices, progress)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return LogFile(path, LogSource(path.name, digest), sheet, choices)


def opened_by_looks(
    path: Path, choices: Choices, taken: Choices, progress: Progress, *, by_looks: bool
) -> ExportFile | Path:
    """Read a survey; return the path alone of what looks like a log."""
    try:
        export = open_export(path, choices, progress)
    except UserError:
        with suppress(UserError):
            if by_looks and find_log(path, progress) is not None:
                return path
        raise
    is_log = by_looks and is_like_a_log(export.sheet)
    return path if is_log else replace(export, taken=taken)
