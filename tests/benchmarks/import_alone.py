"""One import in a program of its own, whose memory is watched from outside."""

import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace, connection
from pcf_desktop.workspace.data_key import DataKey

KEY, DEVICE = bytes(range(32)), UUID(int=1)


def run(path: Path, export: Path, *, and_back: bool) -> None:
    """Import an export into a forum file; then undo it and do it again, where that is watched."""
    with closing(Workspace(connection.connect(path, DataKey(KEY)), DEVICE)) as workspace:
        sheet = read(export)
        with workspace.change("import") as session:
            importing.import_survey(session, sheet, "A", Source("a.xlsx", "0" * 64), silent)
        if and_back:
            workspace.undo()
            workspace.redo()


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), and_back="--and-back" in sys.argv)
