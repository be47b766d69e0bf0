"""The audit of every view, at three text sizes in four palettes; a screen nobody listed fails."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import pcf_desktop.ui
from pcf_desktop.ui.appearance import Choice, apply
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.tokens import PALETTES
from pcf_desktop.ui.views import views
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk
from tests.ui.gallery import pages

SIZE = 1366 - 224, 768 - 70
"""What the window leaves to a screen on the smallest laptop we promise to work on."""

LISTED = {view.name: view.make for view in views()}


@pytest.mark.parametrize("name", LISTED)
def test_everybody_can_use_the_view(name: str, desk: LoneDesk, qtbot: QtBot) -> None:
    assert faults_of(LISTED[name](desk), qtbot) == []


@pytest.mark.parametrize("name", pages())
def test_everybody_can_use_the_components(name: str, qtbot: QtBot) -> None:
    assert faults_of(pages()[name](), qtbot) == []


def faults_of(view: QWidget, qtbot: QtBot) -> list[str]:
    """Return what is wrong with a view at any text size in any palette."""
    qtbot.addWidget(view)
    view.resize(*SIZE)
    with qtbot.waitExposed(view):
        view.show()
    faults = []
    for percent in (100, 150, 200):
        for palette in PALETTES:
            apply(Choice(palette, percent))
            qtbot.wait(1)
            faults += [f"{palette} {percent} %: {fault}" for fault in audit(view)]
    return faults


def test_every_screen_is_in_the_registry(desk: LoneDesk, qtbot: QtBot) -> None:
    for module in pkgutil.walk_packages(pcf_desktop.ui.__path__, "pcf_desktop.ui."):
        importlib.import_module(module.name)
    made = [view.make(desk) for view in views()]
    for view in made:
        qtbot.addWidget(view)
    assert _screens(Screen) <= {type(view) for view in made}


def _screens(kind: type[Screen]) -> set[type[Screen]]:
    below = {made for child in kind.__subclasses__() for made in (child, *_screens(child))}
    return {made for made in below if made.__module__.startswith("pcf_desktop.")}
