"""The made-up Shropshire forum in a real encrypted file, for views that need something to show."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pcf_desktop.records import stamp
from pcf_desktop.services import samples
from pcf_desktop.workspace import Workspace, connection, migrate
from pcf_desktop.workspace.data_key import DataKey
from tests.ui.desk import LoneDesk

KEY = bytes(range(32))
DEVICE = stamp.new_uid()


def build(path: Path) -> None:
    """Make the forum file."""
    connection.create(path, DataKey(KEY))
    migrate.build(path, DataKey(KEY))
    workspace = open_workspace(path)
    with workspace.change("Make the sample") as session:
        samples.begin(session, "shropshire")
    workspace.close()


def open_workspace(path: Path) -> Workspace:
    """Open a file that `build` made; whoever opens it closes it."""
    return Workspace(connection.connect(path, DataKey(KEY)), DEVICE)


@contextmanager
def sample_desk(folder: Path) -> Iterator[LoneDesk]:
    """Give a desk at a new made-up forum in a folder."""
    path = folder / "forum.db"
    build(path)
    workspace = open_workspace(path)
    desk = LoneDesk(workspace)
    try:
        yield desk
    finally:
        desk.worker.close()
        workspace.close()
