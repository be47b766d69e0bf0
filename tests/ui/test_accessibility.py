"""The audit of every view, at three text sizes in four palettes; a screen nobody listed fails."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import pcf_desktop.ui
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.tokens import PALETTES
from tests.ui.audit import audit_at_rest
from tests.ui.desk import LoneDesk
from tests.ui.gallery import pages
from tests.ui.views.registry import views

SIZE = 1366 - 224, 768 - 70
"""What the window leaves to a screen on the smallest laptop we promise to work on."""

WIDE = 1366, 768

LOOKS = [*((palette, 100) for palette in PALETTES), ("dark", 150), ("contrast", 200)]
"""Every palette and every text size; a palette is only colours, a text size only moves things."""

LISTED = views()


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTED)
def test_everybody_can_use_the_view(name: str, desk: LoneDesk, qtbot: QtBot) -> None:
    view = shown(LISTED[name](desk), qtbot)
    for _ in range(3):  # what is read first may ask for more
        qtbot.waitUntil(lambda: not desk.worker.busy)
        qtbot.wait(10)
    assert faults_of(view, qtbot) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", pages())
def test_everybody_can_use_the_components(name: str, qtbot: QtBot) -> None:
    assert faults_of(shown(pages()[name](), qtbot), qtbot) == []


def shown(view: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(view)
    view.resize(*SIZE)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def faults_of(view: QWidget, qtbot: QtBot) -> list[str]:
    """Return what is wrong with a view at any text size in any palette."""
    faults = []
    for palette, percent in LOOKS:
        apply(Look(palette, percent))
        found = audit_at_rest(view, lambda: settle(view, qtbot))
        faults += [f"{palette} {percent} %: {fault}" for fault in found]
    apply(Look(percent=200))
    view.resize(*WIDE)
    found = audit_at_rest(view, lambda: settle(view, qtbot))
    faults += [f"wide, 200 %: {fault}" for fault in found]
    return faults


def settle(view: QWidget, qtbot: QtBot) -> None:
    """Let layouts and worker answer: what comes to stand elsewhere asks for room, or a picture."""
    for _ in range(4):
        if isinstance(view, Screen):
            qtbot.waitUntil(lambda: not view.desk.worker.busy)
        qtbot.wait(2)


def test_every_screen_is_in_the_registry_as_it_begins() -> None:
    for module in pkgutil.walk_packages(pcf_desktop.ui.__path__, "pcf_desktop.ui."):
        importlib.import_module(module.name)
    found = _screens(Screen)
    assert found
    assert found <= set(LISTED.values())


def _screens(kind: type[Screen]) -> set[type[Screen]]:
    below = {made for child in kind.__subclasses__() for made in (child, *_screens(child))}
    ours = (made for made in below if made.__module__.startswith("pcf_desktop."))
    return {made for made in ours if not made.__subclasses__()}  # on which no others stand
