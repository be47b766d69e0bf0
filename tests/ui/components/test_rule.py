"""A rule is one pixel high at any text size."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.rule import Divider


def test_it_stays_thin(qtbot: QtBot) -> None:
    rule = Divider()
    qtbot.addWidget(rule)
    rule.resize(100, 100)
    apply(Look(percent=200))
    assert rule.height() == 1
