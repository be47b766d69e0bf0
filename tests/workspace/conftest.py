"""Encrypted forums, made once and copied, and a state folder of its own for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pcf_desktop import paths
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.opening import OpenForum
from tests.workspace import made_forum
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


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A forum as the program makes it, and its recovery key; no test opens it itself."""
    place = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paths, "state", lambda: place / "state")
        return place / "forum", made_forum.make(place / "forum")


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A closed forum of this test's own."""
    return Path(shutil.copytree(made[0], tmp_path / "forum"))


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenForum]:
    """That forum, open."""
    forum = made_forum.open_(folder)
    yield forum
    forum.close()
