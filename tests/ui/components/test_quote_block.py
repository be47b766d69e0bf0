"""A quote stands between quotation marks, literally."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.quote_block import QuoteBlock


def test_words_are_quoted_literally(qtbot: QtBot) -> None:
    quote = QuoteBlock("<b>No</b> plan", "Q031")
    qtbot.addWidget(quote)
    quote.show()
    assert quote.words.text() == "“<b>No</b> plan”"
    assert quote.source.isVisible()
    assert QuoteBlock("x").source.isHidden()
