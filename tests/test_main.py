"""Without arguments the window opens, with them a command runs."""

import sys

import pytest

from pcf_desktop import __main__ as start
from pcf_desktop import cli, dumps, launch


@pytest.fixture(autouse=True)
def dumped_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this process as it is: what the start forbids, nothing allows again."""
    monkeypatch.setattr(dumps, "forbid", lambda: None)


def test_a_word_after_the_name_is_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    def command(arguments: list[str]) -> int:
        given.extend(arguments)
        return 7

    monkeypatch.setattr(cli, "main", command)
    monkeypatch.setattr(sys, "argv", ["pcf-desktop", "check", "folder"])
    assert start.main() == 7
    assert given == ["check", "folder"]


def test_nothing_after_the_name_is_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "main", lambda: 3)
    monkeypatch.setattr(sys, "argv", ["pcf-desktop"])
    assert start.main() == 3


def test_ctrl_c_while_a_command_still_loads_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Slow:
        """Is asked first where a module is, and is interrupted."""

        def find_spec(self, *_wanted: object) -> None:
            raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "pcf_desktop.cli")
    monkeypatch.setattr(sys, "meta_path", [Slow(), *sys.meta_path])
    monkeypatch.setattr(sys, "argv", ["pcf-desktop", "check", "folder"])
    assert start.main() == 2
    assert capsys.readouterr().err == "Stopped. Nothing was changed.\n"
