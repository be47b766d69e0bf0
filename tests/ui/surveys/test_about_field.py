"""What a question says of the family is chosen on its card."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.services.surveys.about_family import LISTS, Told
from pcf_desktop.ui.surveys.about_field import AboutField, AboutWanted, LookWanted

MATCH = WordMatch("need", "on the spectrum", 3, None, "asd")
TOLD = Told(7, "need", [MATCH], Choosing("need", {"asd": "Autism"}))


def test_a_list_is_chosen_and_its_words_are_looked_at(qtbot: QtBot) -> None:
    field = AboutField(7, "What is the need?")
    qtbot.addWidget(field)
    field.show()
    assert field.combo.accessibleName() == "This question says: What is the need?"
    with qtbot.waitSignal(field.chosen) as chosen:
        field.combo.activated.emit(LISTS.index("need") + 1)
    assert chosen.args == [AboutWanted(7, "need")]
    field.show_told(TOLD)
    assert field.combo.currentText() == "The child’s need"
    with qtbot.waitSignal(field.looked) as looked:
        field.words.fields[0].take.click()
    assert looked.args == [LookWanted(7, MATCH, "asd")]
    with qtbot.waitSignal(field.chosen) as chosen:
        field.combo.activated.emit(0)
    assert chosen.args == [AboutWanted(7, None)]
    field.show_told(None)
    assert not field.words.isVisible()
    field.hold("Read-only")
    assert field.combo.toolTip() == "Read-only"
