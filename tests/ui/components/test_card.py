"""A card keeps what is in it at its top, unless something wants the whole height."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.text import Text


def shown(card: Card, qtbot: QtBot) -> Card:
    qtbot.addWidget(card)
    card.resize(400, 600)
    with qtbot.waitExposed(card):
        card.show()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return card


def test_words_stay_together_at_the_top(qtbot: QtBot) -> None:
    card, first, second = Card("Next dates", "In January"), Text("One"), Text("Two")
    card.add(first, second)
    card.add_row(Button("Open"))
    shown(card, qtbot)
    assert second.geometry().bottom() < 200
    assert card.accessibleName() == "Next dates"


def test_what_wants_the_height_has_it(qtbot: QtBot) -> None:
    card, large = Card(), QTextEdit()
    card.add(large)
    shown(card, qtbot)
    assert large.height() > 500
    assert not card.title.isVisible()
