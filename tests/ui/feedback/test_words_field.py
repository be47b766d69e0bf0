"""Who sent a message is offered to be taken off, and stays until a person presses."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.words_field import WordsField

SENDER = "[12/03/2025, 19:02] Jane:"
SAID = "The bus is late again"


def test_who_sent_it_comes_off_by_a_press_alone_and_comes_back_by_undo(qtbot: QtBot) -> None:
    field = WordsField("What was said?", lines=3)
    qtbot.addWidget(field)
    field.show()
    field.page.insertPlainText(SAID)
    assert not field.offer.isVisible()
    field.page.clear()
    field.page.insertPlainText(f"{SENDER} {SAID}")
    assert field.offer.text() == f"Take off who sent it: “{SENDER}”"
    assert field.value() == f"{SENDER} {SAID}"
    field.offer.click()
    assert field.value() == SAID
    assert not field.offer.isVisible()
    field.page.undo()
    assert field.value() == f"{SENDER} {SAID}"
    assert field.offer.isVisible()
