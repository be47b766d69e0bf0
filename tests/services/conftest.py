"""The made-up Shropshire forum with its survey brought in and linked, made once for all tests."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.progress import silent
from pcf_desktop.services.samples import demo_forum, samples
from pcf_desktop.workspace import Workspace, connection, migrate
from pcf_desktop.workspace.data_key import DataKey
from tests.conftest import DEVICE, KEY


@pytest.fixture(scope="session")
def linked_forum(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that forum, never opened by a test itself."""
    path = tmp_path_factory.mktemp("linked") / "forum.db"
    connection.create(path, DataKey(KEY))
    migrate.build(path, DataKey(KEY))
    workspace = Workspace(connection.connect(path, DataKey(KEY)), DEVICE)
    with workspace.change("Make the sample") as session:
        samples.begin(session, demo_forum.KEY)
    demo_forum.import_and_link(workspace, silent)
    workspace.close()
    return path


@pytest.fixture
def demo(linked_forum: Path, tmp_path: Path, open_file: Callable[[Path], Workspace]) -> Workspace:
    """That forum, open, of this test's own."""
    path = tmp_path / "demo.db"
    shutil.copy(linked_forum, path)
    return open_file(path)
