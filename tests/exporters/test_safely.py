import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.exporters import safely

OLD, NEW = b"the earlier pack", b"the new pack" * 1000


def sound(path: Path) -> None:
    assert path.read_bytes() == NEW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "Pack.docx"
    found.write_bytes(OLD)
    return found


def left_over(folder: Path) -> list[str]:
    return [found.name for found in folder.iterdir() if found.name != "Pack.docx"]


def test_the_new_file_takes_the_place_of_the_old(path):
    safely.write(path, NEW, sound)
    assert path.read_bytes() == NEW
    assert left_over(path.parent) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_the_file_is_for_this_person_only(path):
    safely.write(path, NEW, sound)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_does_not_pass_its_check_changes_nothing(path):
    def refuse(part: Path) -> None:
        raise ValueError("not whole")

    with pytest.raises(ValueError, match="not whole"):
        safely.write(path, NEW, refuse)
    assert path.read_bytes() == OLD
    assert left_over(path.parent) == []


def fail(code: int, kind: type[OSError] = OSError):
    def failing(*args: object) -> None:
        raise kind(code, os.strerror(code))

    return failing


@pytest.mark.parametrize("point", ["open", "fsync", "fdopen"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_fault_at_any_point_leaves_the_old_file_and_nothing_else(path, monkeypatch, point, code):
    monkeypatch.setattr(os, point, fail(code))
    with pytest.raises(UserError) as caught:
        safely.write(path, NEW, sound)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert left_over(path.parent) == []
    assert caught.value.safe == "Your earlier pack has not been changed."


def test_a_full_disk_is_said_with_figures(path, monkeypatch):
    monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    with pytest.raises(
        UserError, match=r"The disk is full: Pack\.docx needs 0\.0 MB and [\d,.]+ MB"
    ):
        safely.write(path, NEW, sound)


def test_a_full_disk_that_tells_no_figures_is_still_said(path, monkeypatch):
    monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    monkeypatch.setattr("shutil.disk_usage", fail(errno.EIO))
    with pytest.raises(UserError, match="too little is free"):
        safely.write(path, NEW, sound)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_really_full_device_is_a_plain_sentence(tmp_path, monkeypatch):
    real = os.open
    monkeypatch.setattr(os, "open", lambda *_: real("/dev/full", os.O_WRONLY))
    with pytest.raises(UserError, match="The disk is full") as caught:
        safely.write(tmp_path / "Pack.pdf", NEW, sound)
    assert caught.value.safe == "Nothing was written."


@pytest.mark.parametrize(
    ("name", "reader"),
    [("Pack.docx", "Word"), ("Pack.xlsx", "Excel"), ("Pack.pdf", "your PDF reader")],
)
def test_a_file_held_open_says_which_program_to_close_it_in(tmp_path, monkeypatch, name, reader):
    (tmp_path / name).write_bytes(OLD)
    monkeypatch.setattr(Path, "replace", fail(errno.EACCES, PermissionError))
    with pytest.raises(UserError) as caught:
        safely.write(tmp_path / name, NEW, sound)
    assert caught.value.todo == f"Close {name} in {reader}, then choose Try again."
    assert caught.value.safe == "Your earlier pack has not been changed."
    assert (tmp_path / name).read_bytes() == OLD
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError, match="The folder gone is not there"):
        safely.write(tmp_path / "gone" / "Pack.pdf", NEW, sound)


def test_a_file_in_place_of_the_folder_is_said(path):
    with pytest.raises(UserError, match=r"The folder Pack\.docx is not there"):
        safely.write(path / "Pack.pdf", NEW, sound)


def test_a_folder_in_place_of_the_file_is_said(tmp_path):
    (tmp_path / "Pack.pdf").mkdir()
    with pytest.raises(UserError, match="could not be written"):
        safely.write(tmp_path / "Pack.pdf", NEW, sound)
    assert [found.name for found in tmp_path.iterdir()] == ["Pack.pdf"]


def test_a_closed_folder_is_said(path, monkeypatch):
    monkeypatch.setattr(os, "open", fail(errno.EACCES, PermissionError))
    with pytest.raises(UserError, match="does not allow writing"):
        safely.write(path, NEW, sound)


def test_what_a_killed_program_left_is_removed_and_work_under_way_is_not(tmp_path):
    old, fresh, other = (tmp_path / name for name in (".a~pcf-part", ".b~pcf-part", "c.docx"))
    for found in (old, fresh, other):
        found.write_bytes(OLD)
    os.utime(old, (time.time() - 120,) * 2)
    safely.tidy(tmp_path)
    assert sorted(found.name for found in tmp_path.iterdir()) == [".b~pcf-part", "c.docx"]


KILLED = """
import sys, pathlib
from pcf_desktop.exporters import safely
path = pathlib.Path(sys.argv[1])
print("ready", flush=True)
at = 0
while True:
    data = b"%08d" % at * 40_000
    safely.write(path, data, lambda part: None)
    at += 1
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_kill_at_any_moment_leaves_a_whole_file_and_the_next_write_tidies(tmp_path):
    path = tmp_path / "Pack.docx"
    caught_half_way = 0
    for at in range(25):
        with subprocess.Popen(  # noqa: S603  # our own interpreter, and words of this file
            [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
            time.sleep(0.011 + at * 0.0013)
            program.send_signal(signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == 8 * 40_000
        assert data == data[:8] * 40_000
        parts = [found for found in tmp_path.iterdir() if found != path]
        caught_half_way += len(parts)
        for part in parts:
            os.utime(part, (time.time() - 120,) * 2)
        safely.tidy(tmp_path)
        assert list(tmp_path.iterdir()) == [path]
    assert caught_half_way > 0


def test_a_folder_is_made_where_it_is_missing_or_it_is_said_why_not(tmp_path: Path) -> None:
    safely.ready(tmp_path / "new" / "pack")
    safely.ready(tmp_path / "new" / "pack")
    assert (tmp_path / "new" / "pack").is_dir()
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "pack"):
        with pytest.raises(UserError, match="is not there"):
            safely.ready(place)
