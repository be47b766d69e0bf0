import errno
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

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


def test_a_list_held_open_is_called_a_file_and_no_pack(tmp_path, monkeypatch):
    (tmp_path / "rows.csv").write_bytes(OLD)
    monkeypatch.setattr(Path, "replace", fail(errno.EACCES, PermissionError))
    with pytest.raises(UserError, match=r"rows\.csv is open in Excel\.") as caught:
        safely.write(tmp_path / "rows.csv", NEW, sound)
    assert caught.value.safe == "Your earlier file has not been changed."


PACK = ("Pack.pdf", "Pack.docx", "Pack.xlsx")


def hold_open(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Refuse to replace this file, as Windows does while a program has it open."""
    replace = Path.replace

    def replaced(part: Path, path: Path) -> Path:
        if path.name == name:
            raise PermissionError(errno.EACCES, "in use")
        return replace(part, path)

    monkeypatch.setattr(Path, "replace", replaced)


@pytest.mark.parametrize("locked", PACK)
@pytest.mark.parametrize("links", [True, False])
def test_one_file_held_open_leaves_all_the_earlier_ones(tmp_path, monkeypatch, locked, links):
    for name in PACK[:2]:
        (tmp_path / name).write_bytes(OLD + name.encode())
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", fail(errno.EPERM, PermissionError))
    hold_open(monkeypatch, locked)
    with pytest.raises(UserError, match=f"{locked} is open in"):
        safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK])
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert kept == {name: OLD + name.encode() for name in PACK[:2]}


def test_files_that_belong_together_are_all_replaced(tmp_path):
    for name in PACK[1:]:
        (tmp_path / name).write_bytes(OLD)
    safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(PACK, NEW)


def test_one_file_that_fails_its_check_leaves_all_the_earlier_ones(path):
    def refuse(part: Path) -> None:
        raise ValueError("not whole")

    files = [safely.File(path, NEW, sound), safely.File(path.with_name("a.pdf"), NEW, refuse)]
    with pytest.raises(ValueError, match="not whole"):
        safely.write_all(files)
    assert path.read_bytes() == OLD
    assert left_over(path.parent) == []


def test_without_room_to_keep_an_earlier_file_all_earlier_files_come_back(path, monkeypatch):
    second, third = path.with_name("a.pdf"), path.with_name("a.xlsx")
    second.write_bytes(OLD)
    copy = shutil.copyfile

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no second names here")

    def fill_up(source: Path, kept: Path) -> None:
        if source == second:
            kept.write_bytes(OLD[:1])
            raise OSError(errno.ENOSPC, "full")
        copy(source, kept)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(shutil, "copyfile", fill_up)
    with pytest.raises(UserError, match="The disk is full"):
        safely.write_all([safely.File(each, NEW, sound) for each in (path, second, third)])
    assert (path.read_bytes(), second.read_bytes(), third.exists()) == (OLD, OLD, False)
    assert left_over(path.parent) == ["a.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_a_copy_kept_of_an_earlier_file_is_for_this_person_only(tmp_path, monkeypatch):
    copied, replace = tmp_path / PACK[0], Path.replace
    before = os.umask(0o022)
    try:
        copied.write_bytes(OLD)
        monkeypatch.setattr(Path, "hardlink_to", fail(errno.EPERM, PermissionError))
        seen: set[int] = set()

        def look(part: Path, path: Path) -> Path:
            kept = [each for each in tmp_path.iterdir() if each.name.startswith(".")]
            seen.update(
                stat.S_IMODE(each.stat().st_mode) for each in kept if each.read_bytes() == OLD
            )
            return replace(part, path)

        monkeypatch.setattr(Path, "replace", look)
        safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK])
    finally:
        os.umask(before)
    assert seen == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="Windows is not asked to settle a folder")
def test_a_folder_the_disk_cannot_settle_does_not_bring_half_a_pack_back(tmp_path, monkeypatch):
    sync = os.fsync

    def fails(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "the disk has an error")
        sync(handle)

    for name in PACK:
        (tmp_path / name).write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", fails)
    safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(PACK, NEW)


@pytest.mark.parametrize("taken", PACK)
@pytest.mark.parametrize("links", [True, False])
def test_new_files_take_no_place_of_another_and_none_is_written(
    tmp_path, monkeypatch, taken, links
):
    (tmp_path / taken).write_bytes(OLD)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", fail(errno.EPERM, PermissionError))
    with pytest.raises(safely.Taken):
        safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK], anew=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {taken: OLD}


@pytest.mark.parametrize("links", [True, False])
def test_new_files_are_whole_and_for_this_person_only(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", fail(errno.EPERM, PermissionError))
    safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK], anew=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(PACK, NEW)
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_a_link_that_leads_nowhere_is_no_free_name(tmp_path):
    (tmp_path / PACK[0]).symlink_to(tmp_path / "gone")
    with pytest.raises(safely.Taken):
        safely.write_all([safely.File(tmp_path / PACK[0], NEW, sound)], anew=True)
    assert not (tmp_path / "gone").exists()


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError, match="The folder gone is not there"):
        safely.write(tmp_path / "gone" / "Pack.pdf", NEW, sound)


def test_a_file_in_place_of_the_folder_is_said(path):
    with pytest.raises(UserError, match=r"A file stands where the folder Pack\.docx is wanted"):
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
    now = int(time.time())
    names = (f".{now - 3_700}-a~pcf-part", f".{now - 3_500}-b~pcf-part", "c.docx", ".d~pcf-part")
    for name in names:
        (tmp_path / name).write_bytes(OLD)
        os.utime(tmp_path / name, (now - 86_400,) * 2)  # a second name is as old as its file
    safely.tidy(tmp_path)
    assert {found.name for found in tmp_path.iterdir()} == set(names[1:])


WRITER = """
import sys
from pathlib import Path
from pcf_desktop.exporters import safely

def wait(part):
    print("written", flush=True)
    sys.stdin.readline()
    part.read_bytes()

safely.write(Path(sys.argv[1]), b"words", wait)
"""


def test_a_program_that_starts_later_leaves_what_another_is_writing(tmp_path):
    def begin(name: str) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-B", "-c", WRITER, tmp_path / name],
            cwd=Path(safely.__file__).parents[2], stdin=pipe, stdout=pipe, stderr=pipe, text=True,
        )  # fmt: skip

    with begin("first.csv") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "written\n"
        with begin("second.csv") as second:
            assert second.communicate("\n", timeout=60) == ("written\n", "")
        assert first.communicate("\n", timeout=60) == ("", "")
    assert (first.returncode, second.returncode) == (0, 0)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["first.csv", "second.csv"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_a_part_is_this_persons_alone_before_its_first_byte(tmp_path, monkeypatch):
    before, opened = os.umask(0), os.fdopen
    seen: list[tuple[int, int]] = []

    def look(handle: int, mode: str) -> IO[bytes]:
        found = os.fstat(handle)
        seen.append((stat.S_IMODE(found.st_mode), found.st_size))
        return opened(handle, mode)

    try:
        monkeypatch.setattr(os, "fdopen", look)
        safely.write_all([safely.File(tmp_path / name, NEW, sound) for name in PACK])
    finally:
        os.umask(before)
    assert seen == [(0o600, 0)] * len(PACK)


def test_new_files_are_taken_back_but_not_what_somebody_made_of_them(tmp_path):
    files = [safely.File(tmp_path / name, NEW, sound) for name in PACK]
    safely.write_all(files, anew=True)
    (tmp_path / PACK[0]).unlink()
    (tmp_path / PACK[1]).write_bytes(OLD)
    safely.take_back(files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {PACK[1]: OLD}


def test_a_folder_is_made_where_it_is_missing_or_it_is_said_why_not(tmp_path: Path) -> None:
    safely.ready(tmp_path / "new" / "pack")
    safely.ready(tmp_path / "new" / "pack")
    assert (tmp_path / "new" / "pack").is_dir()
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "pack"):
        with pytest.raises(UserError, match=f"A file stands where the folder {place.name} is"):
            safely.ready(place)
