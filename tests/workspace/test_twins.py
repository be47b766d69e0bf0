"""A folder that was copied while it was open opens in two places: the second one is told."""

import shutil
from contextlib import ExitStack, closing
from pathlib import Path
from uuid import uuid4

import pytest

from pcf_desktop import paths
from pcf_desktop.workspace import connection, opening, twins
from pcf_desktop.workspace.opening import OpenForum
from tests.commanding import WORDS


def open_(folder: Path) -> OpenForum:
    return opening.open_forum(folder, opening.with_passphrase(WORDS))


def test_the_second_of_two_copies_is_told_where_the_first_is_open(
    forum_folder: Path, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(forum_folder, tmp_path / "copy of it"))
    with closing(open_(forum_folder)) as first:
        assert not any("too" in each for each in first.warnings)
        with closing(open_(copied)) as second:
            (told,) = (each for each in second.warnings if "is open in" in each)
            assert f"open in the folder {forum_folder} too" in told
            with second.workspace.change("Save") as session:  # nobody is kept out
                assert session is not None
    with closing(open_(copied)) as alone:
        assert not any("is open in" in each for each in alone.warnings)


def test_a_computer_that_keeps_no_state_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("where a folder is wanted")
    monkeypatch.setattr(paths, "state", lambda: blocked)
    with ExitStack() as held:
        assert twins.told(uuid4(), tmp_path, held) == ()


def test_a_forum_on_a_full_disk_is_read_and_says_why_nothing_is_saved(
    forum_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in forum_folder.rglob("*") if path.is_file()}
    monkeypatch.setattr(connection, "is_full", lambda _path: True)
    with closing(open_(forum_folder)) as forum:
        assert opening.FULL in forum.warnings
        assert forum.workspace.is_read_only
        with forum.workspace.read() as session:
            assert session is not None
    after = {path: path.read_bytes() for path in forum_folder.rglob("*") if path.is_file()}
    assert after == before
