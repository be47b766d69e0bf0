"""A fault is told plainly, and its report holds no words of families."""

import logging
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui import faults
from pcf_desktop.ui.components.button import Button

SAID = "Our daughter has waited nineteen months"


def broken() -> Exception:
    def lookup() -> str:
        kept: dict[str, str] = {}
        return kept[SAID]

    try:
        try:
            return RuntimeError(lookup())
        except KeyError as cause:
            raise RuntimeError(SAID) from cause
    except RuntimeError as error:
        return error


def test_a_report_says_where_and_never_what() -> None:
    said = faults.report(broken())
    assert "RuntimeError" in said
    assert "KeyError" in said
    assert f"{__name__}:" in said
    assert SAID not in said
    assert "/" not in said


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = faults.FaultDialog(broken())
    qtbot.addWidget(dialog)
    copy = next(b for b in dialog.findChildren(Button) if "Copy" in b.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.report


def test_a_fault_is_logged_and_does_not_stop_the_program(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        dialog = faults.show_fault(broken())
    qtbot.waitUntil(dialog.isVisible)
    assert SAID not in caplog.text
    assert "RuntimeError" in caplog.text
    dialog.accept()


def test_errors_that_nobody_handles_are_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(faults, "show_fault", told.append)
    faults.watch()
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == [error]
