"""A check box is large enough, wraps its words, and is ticked by them too."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.ui.components.check_field import Check, CheckField
from tests.ui.audit import name_of

WORDS = "They agreed that we keep what they said until the inspection is over and a year beyond"


def test_it_is_large_enough_even_with_small_text(qtbot: QtBot) -> None:
    apply(Look(percent=90))
    check = Check("They agreed")
    qtbot.addWidget(check)
    assert check.sizeHint().height() >= 24


def test_long_words_wrap(qtbot: QtBot) -> None:
    check = Check(WORDS)
    qtbot.addWidget(check)
    assert check.heightForWidth(200) > 3 * check.heightForWidth(2000) // 2


def test_a_click_on_its_words_ticks_it(qtbot: QtBot) -> None:
    check = Check("They agreed")
    qtbot.addWidget(check)
    check.resize(check.sizeHint())
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(check.width() - 5, 10))
    assert check.isChecked()
    image = check.grab().toImage()
    assert image.pixelColor(4, check.height() // 2) == colours().accent


def test_as_a_field_it_says_whether_it_is_ticked_and_can_be_put_back(qtbot: QtBot) -> None:
    field = CheckField("They agreed")
    qtbot.addWidget(field)
    assert field.is_blank
    with qtbot.waitSignal(field.changed):
        field.box.click()
    typed = field.typed()
    field.clear()
    assert not field.box.isChecked()
    field.put(typed)
    assert field.box.isChecked()
    field.set_words("They all agreed")
    assert name_of(field.box) == field.box.text() == field.words == "They all agreed"
