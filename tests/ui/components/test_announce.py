"""Announcements reach a screen reader when one is running, and nobody else."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components import announce as module
from pcf_desktop.ui.components.text import Text


@pytest.mark.parametrize(("running", "heard"), [(True, ["Saved 10:42 am"]), (False, [])])
def test_only_a_running_reader_is_told(
    running: object, heard: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        told.append(event.message())

    # Offscreen there is no reader; this stands where Qt hands its events to one.
    reader = SimpleNamespace(isActive=lambda: running, updateAccessibility=hear)
    monkeypatch.setattr(module, "QAccessible", reader)
    label = Text("Saved")
    qtbot.addWidget(label)
    module.announce(label, "Saved 10:42 am")
    module.announce(label, "")
    assert told == heard
