"""Words are shown literally."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.text import Text


def test_markup_is_shown_as_it_was_written(qtbot: QtBot) -> None:
    words = '<b>No</b> <img src="file:///etc/hostname">'
    label = Text(words, wrap=False)
    qtbot.addWidget(label)
    label.show()
    assert label.text() == words
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(words)


def test_a_tone_is_a_colour_of_the_palette(qtbot: QtBot) -> None:
    label = Text("Late")
    qtbot.addWidget(label)
    label.show()
    label.set_tone("bad")
    assert label.palette().color(label.foregroundRole()) == colours().bad
    label.set_tone("muted")
    assert label.palette().color(label.foregroundRole()) == colours().muted
