"""The log says where the program went wrong, to its owner alone, and holds no word of a family."""

import logging
import stat
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from pcf_desktop import logs, paths
from pcf_desktop.records import Feedback
from pcf_desktop.workspace import Workspace

CANARY = "Quetzalbrook"


def written() -> str:
    return (paths.logs() / "pcf-desktop.log").read_text("utf-8")


def fail(words: str) -> None:
    raise ValueError(words)


def caught(words: str) -> ValueError:
    try:
        fail(words)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_fault_is_noted_by_its_kind_and_places_without_its_message() -> None:
    logs.begin()
    noted = logs.note_fault(caught(CANARY))
    assert noted.splitlines()[0] == "ValueError"
    assert noted.splitlines()[-1].endswith("in fail")
    assert noted in written()
    assert CANARY not in written()


def test_a_fault_is_noted_with_its_causes_and_no_folder() -> None:
    place = f"C:\\Users\\{CANARY}\\pcf_desktop\\tool.py"
    code = compile("raise KeyError", place, "exec")

    def wrap() -> None:
        try:
            exec(code, {"__name__": "tool"})  # noqa: S102
        except KeyError as error:
            raise RuntimeError(CANARY) from error

    with pytest.raises(RuntimeError) as raised:
        wrap()
    logs.begin()
    outer, inner = logs.note_fault(raised.value).split("\nKeyError\n")
    assert outer.splitlines()[0] == "RuntimeError"
    assert inner.splitlines()[-1] == "  tool:1 in <module>"
    assert inner in written()
    for folder in (CANARY, str(Path(__file__).parent), "\\"):
        assert folder not in written()


def test_errors_that_caused_each_other_are_noted_once() -> None:
    first, second = caught("a"), caught("b")
    first.__cause__, second.__cause__ = second, first
    assert logs.report(first).count("ValueError") == 2


def break_off(workspace: Workspace) -> None:
    with workspace.change("Break off") as session:
        session.add(Feedback(words=CANARY))
        session.flush()
        session.connection().exec_driver_sql("SELECT no_such, ? FROM feedback", (CANARY,))


def test_an_error_of_the_database_takes_no_words_along(workspace: Workspace) -> None:
    logs.begin()
    with pytest.raises(OperationalError, match="no such column") as raised:
        break_off(workspace)
    assert CANARY not in str(raised.value)
    logs.note_fault(raised.value)
    assert CANARY not in written()
    with workspace.read() as session:
        assert session.scalars(select(Feedback)).all() == []


def test_the_log_is_its_owners_alone_also_when_it_starts_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logs, "_SIZE", 200)
    logs.begin()
    for number in range(20):
        logs.LOG.error("line %s", number)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in paths.logs().iterdir()}
    assert modes == {"pcf-desktop.log": 0o600, "pcf-desktop.log.1": 0o600}
    assert stat.S_IMODE(paths.logs().stat().st_mode) == 0o700


def test_beginning_twice_notes_each_fault_once() -> None:
    logs.begin()
    logs.begin()
    logs.LOG.error("once")
    assert written().count("once") == 1
    logs.end()
    assert logs.LOG.handlers == []


def test_where_no_log_can_be_written_the_program_goes_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file in the folder's place")
    logs.begin()
    logs.note_fault(caught(CANARY))
    assert isinstance(logs.LOG.handlers[0], logging.NullHandler)
    assert capsys.readouterr().err == ""
