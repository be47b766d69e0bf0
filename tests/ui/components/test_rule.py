"""A rule is one pixel high at any text size."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Choice, apply
from pcf_desktop.ui.components.rule import Rule


def test_it_stays_thin(qtbot: QtBot) -> None:
    rule = Rule()
    qtbot.addWidget(rule)
    rule.resize(100, 100)
    apply(Choice(percent=200))
    assert rule.height() == 1
