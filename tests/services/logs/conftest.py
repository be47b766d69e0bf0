"""A log of a made-up forum, and the way in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.logs.log_sheet import LogMatching, LogSheet
from pcf_desktop.importers.logs.reading import read_log
from pcf_desktop.progress import silent
from pcf_desktop.services.forum.known_words import Said
from pcf_desktop.services.logs import importing
from pcf_desktop.services.logs.importing import LogReport, LogSource
from pcf_desktop.workspace import Workspace
from tests.made_up_log import DISTRICTS, HEADINGS, write

SOURCE = LogSource("log.csv", "0" * 64)
LOOKED: Said = {("district", name.casefold()): name for name in DISTRICTS}

Read = Callable[..., LogSheet]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write rows as a log and read it."""

    def written(
        body: list[list[str]], headings: tuple[str, ...] = HEADINGS, **chosen: object
    ) -> LogSheet:
        path = write(tmp_path / "log.csv", body, headings)
        return read_log(path, LogMatching.from_data(chosen))

    return written


def bring(workspace: Workspace, sheet: LogSheet, said: Said = LOOKED) -> LogReport:
    """Bring a log in as one change."""
    with workspace.change("import a log") as session:
        return importing.import_log(session, sheet, said, SOURCE, silent)
