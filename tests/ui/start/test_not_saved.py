"""What was not saved as a forum was closed is said once, with what the person can do."""

import os
import stat

import pytest

from pcf_desktop import paths
from pcf_desktop.errors import UserError
from pcf_desktop.ui.start import not_saved


def test_what_was_kept_is_told_once() -> None:
    not_saved.keep(["log feedback", "keep a draft"])
    assert not_saved.take() == ["log feedback", "keep a draft"]
    assert not_saved.take() == ()


@pytest.mark.skipif(os.name != "posix", reason="has no such permissions")
def test_only_its_owner_reads_what_was_kept() -> None:
    not_saved.keep(["log feedback"])
    (file,) = paths.state().iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("spoilt", ["", "{}", "[", "7", "\udcff"])
def test_a_spoilt_note_is_no_trouble(spoilt: str) -> None:
    not_saved.keep([])
    (file,) = paths.state().iterdir()
    file.write_bytes(spoilt.encode("utf-8", "surrogateescape"))
    assert not_saved.take() == ()


def test_a_computer_that_refuses_keeps_nothing() -> None:
    paths.state().write_text("a file where the folder should be")
    not_saved.keep(["log feedback"])
    assert not_saved.take() == ()


def test_it_says_what_and_why_and_what_to_do() -> None:
    full = UserError("The disk is full.", "Nothing was changed.", "Delete something.")
    told = not_saved.told({"log feedback": full, "keep a draft": RuntimeError("Oxbellow")})
    assert str(told) == (
        "Not saved when the forum was closed: “log feedback”; “keep a draft”. The disk is full. "
        "All that was saved before is safe. Delete something. Open the forum and do this again."
    )


def test_of_an_earlier_start_only_what_is_known() -> None:
    told = not_saved.told({"log feedback": None})
    assert str(told) == (
        "Not saved when the forum was closed: “log feedback”. "
        "All that was saved before is safe. Open the forum and do this again."
    )
