"""A laptop has one id, made once, that survives a damaged note."""

import errno
import os
from uuid import UUID

import pytest

from pcf_desktop import paths
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.faults import CannotWrite


def test_the_id_is_made_once_and_kept() -> None:
    first = this_device()
    assert isinstance(first, UUID)
    assert this_device() == first
    place = paths.state() / "device"
    assert place.read_text("ascii") == str(first)
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_an_id_that_cannot_be_kept_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_handle: int) -> None:
        raise OSError(errno.EIO, "the disk has an error")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(CannotWrite):
        this_device()


@pytest.mark.parametrize("damaged", [b"", b"no id", b"\xff\xfe\x00", b"0" * 4000])
def test_a_note_that_does_not_read_is_written_anew(damaged: bytes) -> None:
    paths.state().mkdir(parents=True)
    (paths.state() / "device").write_bytes(damaged)
    made = this_device()
    assert this_device() == made
