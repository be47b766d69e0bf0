"""A small encrypted forum, made once and copied, and a state folder of its own for each test."""

import shutil
from pathlib import Path

import pytest

from pcf_desktop import paths
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.workspace.small_forum import SmallForum, make


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> SmallForum:
    made = make(tmp_path_factory.mktemp("pattern") / "forum")
    made.add(*(f"The taxi was late, week {week}. " * 40 for week in range(60)))
    return made


@pytest.fixture
def forum(pattern: SmallForum, tmp_path: Path) -> SmallForum:
    """Sixty comments in one save."""
    folder = ForumFolder(Path(shutil.copytree(pattern.folder.path, tmp_path / "forum")))
    return SmallForum(folder, pattern.key.copy(), pattern.recovery)


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "state", lambda: tmp_path / "state")
    return tmp_path / "state"
