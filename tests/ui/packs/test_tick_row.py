"""A tick with words below them."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.packs.tick_row import TickRow
from pcf_desktop.ui.tokens import sizes


def test_an_ampersand_is_shown_and_read_as_it_stands(qtbot: QtBot) -> None:
    row = TickRow("Speech & language")
    qtbot.addWidget(row)
    assert row.check.accessibleName() == "Speech & language"
    assert row.check.shortcut().isEmpty()


def test_what_is_below_stands_under_the_words_at_any_text_size(qtbot: QtBot) -> None:
    below = Text("14 families")
    row = TickRow("Waits", below)
    qtbot.addWidget(row)
    row.show()
    usual = below.x()
    apply(Look(percent=200))
    qtbot.waitUntil(lambda: below.x() > usual)


def test_the_ring_of_the_focus_covers_nothing_of_what_is_below(qtbot: QtBot) -> None:
    below = Text("14 families")
    row = TickRow("Waits", below)
    qtbot.addWidget(row)
    row.show()
    assert below.y() > row.check.geometry().bottom() + sizes().ring + sizes().ring_gap
