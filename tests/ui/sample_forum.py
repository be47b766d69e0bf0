"""The made-up Shropshire forum in a real encrypted file, for views that need something to show."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pcf_desktop.records import stamp
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import Workspace, connection, envelope, forum_folder, keys, migrate
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.commanding import WORDS
from tests.ui.desk import LoneDesk

DEVICE = stamp.new_uid()


def build(place: Path) -> None:
    """Make the forum in a new folder."""
    forum_folder.create(place, WORDS, migrate.build, Cost(16))
    with (
        closing(open_workspace(place)) as workspace,
        workspace.change("Make the sample") as session,
    ):
        samples.begin(session, "shropshire")


def open_workspace(place: Path, *, read_only: bool = False) -> Workspace:
    """Open a forum that `build` made; whoever opens it closes it."""
    folder = ForumFolder(place)
    key = keys.open_with_passphrase(envelope.load(folder.envelope), WORDS)
    connect = connection.connect_read_only if read_only else connection.connect
    return Workspace(connect(folder.database, key), DEVICE)


@contextmanager
def sample_desk(folder: Path) -> Iterator[LoneDesk]:
    """Give a desk at a new made-up forum in a folder."""
    build(folder / "forum")
    workspace = open_workspace(folder / "forum")
    desk = LoneDesk(workspace)
    try:
        yield desk
    finally:
        desk.worker.close()
        workspace.close()
