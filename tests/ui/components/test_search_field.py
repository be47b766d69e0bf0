"""Search as you type: one search for a word typed fast, Escape empties."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.search_field import PAUSE, SearchField


def test_a_word_typed_fast_is_one_search(qtbot: QtBot) -> None:
    field = SearchField("Search feedback")
    asked: list[str] = []
    qtbot.addWidget(field)
    field.searched.connect(asked.append)
    qtbot.keyClicks(field, "autism")
    qtbot.waitUntil(lambda: asked == ["autism"])
    qtbot.wait(PAUSE * 2)
    assert asked == ["autism"]


def test_escape_empties_it(qtbot: QtBot) -> None:
    field = SearchField("Search feedback")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.come()
    qtbot.keyClicks(field, "autism")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_its_name_is_its_label_and_its_key_is_shown_only_while_empty(qtbot: QtBot) -> None:
    field = SearchField("Search feedback", "Ctrl+K")
    qtbot.addWidget(field)
    assert field.accessibleName() == "Search feedback"
    field.resize(field.sizeHint())
    field.grab()
    with_key = field.textMargins().right()
    field.setText("autism")
    field.grab()
    assert with_key > field.textMargins().right() == 0


def test_the_words_take_the_room_of_the_key_while_somebody_types(qtbot: QtBot) -> None:
    field = SearchField("Search feedback", "Ctrl+K")
    qtbot.addWidget(field)
    before = field.textMargins()
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.come()
    qtbot.waitUntil(field.hasFocus)
    assert before.right() > field.textMargins().right() == 0
    field.clearFocus()
    assert field.textMargins() == before


def test_the_room_grows_with_the_text(qtbot: QtBot) -> None:
    field = SearchField("Search feedback", "Ctrl+K")
    qtbot.addWidget(field)
    before = field.textMargins()
    apply(Look(percent=200))
    assert field.textMargins().left() > before.left()
    assert field.textMargins().right() > before.right()
