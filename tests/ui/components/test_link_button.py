"""A link's words wrap and stay a target that can be hit."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.link_button import LinkButton


def test_long_words_wrap(qtbot: QtBot) -> None:
    link = LinkButton("When: Write a date as 3 April 2026, April 2026 or 2026.")
    qtbot.addWidget(link)
    assert link.heightForWidth(120) >= 3 * link.fontMetrics().height()
    assert link.heightForWidth(2000) >= 24


def test_it_has_the_colour_it_was_given(qtbot: QtBot) -> None:
    link = LinkButton("When", "bad")
    qtbot.addWidget(link)
    assert link.face().ink == colours().bad
