"""An icon on the page grows with the words beside it."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.ui.components.icon import Icon


def test_it_is_painted_in_its_colour_and_grows(qtbot: QtBot) -> None:
    icon = Icon("warning", "amber")
    qtbot.addWidget(icon)
    before = icon.sizeHint().width()
    icon.resize(64, 64)
    picture = icon.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(64) for y in range(64)}
    assert colours().amber.name() in seen
    apply(Look(percent=200))
    icon.show()
    assert icon.sizeHint().width() > before * 1.5
