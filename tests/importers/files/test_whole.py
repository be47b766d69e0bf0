"""A file is read whole, or one sentence says why not; what has no end is never begun."""

import os
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.whole import whole

TOO_LARGE = UserError("Too large.", "Nothing has changed.", "Choose another.")


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as refused:
        whole(path, "letter", 10, TOO_LARGE)
    return refused.value


def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    assert whole(tmp_path / "a", "letter", 10, TOO_LARGE) == b"0123456789"


def test_each_fault_is_said_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"0123456789A")
    assert refusal(tmp_path / "large") is TOO_LARGE
    assert refusal(tmp_path).happened == "This is a folder, not a file."
    assert refusal(tmp_path).todo == "Choose the letter inside it."
    assert refusal(tmp_path / "missing").happened == "There is no file with this name."
    assert refusal(tmp_path / "nul\x00").happened == "This file cannot be opened."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_a_device_is_refused_before_it_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        assert refusal(path).happened == "This is no file that can be read."
