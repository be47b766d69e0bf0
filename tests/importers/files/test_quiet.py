"""What a library writes to the terminal by itself goes nowhere."""

import os

import pytest

from pcf_desktop.importers.files.quiet import quietly


def test_only_what_is_written_meanwhile_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    os.write(2, b"before ")
    with quietly(), quietly():
        os.write(2, b"Ann Ford")
    os.write(2, b"after")
    assert capfd.readouterr().err == "before after"


def test_an_error_still_comes(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="here"), quietly():
        raise ValueError("here")
    os.write(2, b"after")
    assert capfd.readouterr().err == "after"


def test_without_a_terminal_nothing_needs_to_be_quiet() -> None:
    kept = os.dup(2)
    os.close(2)
    try:
        with quietly():
            said = True
    finally:
        os.dup2(kept, 2)
        os.close(kept)
    assert said
