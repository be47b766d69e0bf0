"""One word and what it means: taken by a press, chosen, or looked at and left out."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum.known_words import NONE, WordMatch
from pcf_desktop.ui.surveys.word_field import WordField

OPEN = WordMatch("need", "sorting autism", 3, None, "asd", "Found among the words.")
LABELS = {"asd": "Autism", "hi": "Deaf"}


def test_a_likely_word_is_taken_with_a_press(qtbot: QtBot) -> None:
    field = WordField(OPEN, LABELS)
    qtbot.addWidget(field)
    assert field.typed() == "Not looked at yet: left out"
    assert field.take.accessibleName() == "Take “Autism” for “sorting autism”"
    with qtbot.waitSignal(field.looked) as looked:
        qtbot.keyClick(field.take, Qt.Key.Key_Space)
    assert looked.args == [OPEN, "asd"]


def test_another_meaning_is_chosen_or_none(qtbot: QtBot) -> None:
    field = WordField(OPEN, LABELS)
    qtbot.addWidget(field)
    for place, key in ((2, "hi"), (3, NONE)):
        with qtbot.waitSignal(field.looked) as looked:
            field.combo.activated.emit(place)
        assert looked.args == [OPEN, key]
    with qtbot.assertNotEmitted(field.looked):
        field.combo.activated.emit(0)
    field.put("Deaf")
    assert field.typed() == "Deaf"


def test_what_is_settled_is_shown_and_nothing_is_pressed(qtbot: QtBot) -> None:
    field = WordField(WordMatch("need", "Deaf", 1, "hi"), LABELS)
    qtbot.addWidget(field)
    assert field.typed() == "Deaf"
    assert not hasattr(field, "take")
    field.hold("Read-only")
    assert not field.combo.isEnabled()
