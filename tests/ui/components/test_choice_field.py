"""A choice is found by typing any part of its words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCompleter
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from tests.ui.audit import name_of

OPTIONS = [Choosable("c", "Coffee morning"), Choosable("p", "Phone call"), Choosable("s", "Survey")]


def made(qtbot: QtBot, *, filters: bool = True) -> ChoiceField:
    field = ChoiceField("How it came", OPTIONS, filters=filters)
    qtbot.addWidget(field)
    field.show()
    return field


def completer(field: ChoiceField) -> QCompleter:
    found = field.combo.completer()
    assert found is not None
    return found


def test_typing_finds_any_part_of_the_words(qtbot: QtBot) -> None:
    found = completer(made(qtbot))
    found.setCompletionPrefix("CALL")
    assert found.completionCount() == 1
    assert found.currentCompletion() == "Phone call"


def test_words_typed_in_full_are_taken_up(qtbot: QtBot) -> None:
    field = made(qtbot)
    field.combo.setEditText("phone call")
    assert field.value() == "p"
    assert field.check()
    assert field.combo.currentText() == "Phone call"


def test_words_that_are_no_option_are_a_problem(qtbot: QtBot) -> None:
    field = made(qtbot)
    field.combo.setEditText("pigeon")
    assert field.value() == ""
    assert not field.check()
    assert field.problem == "Choose one from the list."
    field.combo.setEditText("")
    assert field.check()


def test_a_choice_stays_when_the_options_change(qtbot: QtBot) -> None:
    field = made(qtbot)
    field.set_value("s")
    field.set_options(OPTIONS[1:])
    assert field.value() == "s"
    field.set_options(OPTIONS[:1])
    assert (field.value(), field.combo.currentText()) == ("", "")


def test_nothing_is_chosen_at_first_and_choosing_tells(qtbot: QtBot) -> None:
    for filters in (True, False):
        field = made(qtbot, filters=filters)
        assert field.value() == ""
        with qtbot.waitSignal(field.changed):
            field.set_value("p")
        assert field.value() == "p"


def test_a_screen_reader_hears_its_label(qtbot: QtBot) -> None:
    field = made(qtbot)
    typed = field.combo.lineEdit()
    assert typed is not None
    assert (name_of(field.combo), name_of(typed)) == ("How it came", "How it came")


def test_without_filtering_the_keys_choose(qtbot: QtBot) -> None:
    field = made(qtbot, filters=False)
    qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    assert field.value() == "c"
    assert field.check()


def test_what_a_form_said_of_a_plain_list_stays_when_the_focus_leaves(qtbot: QtBot) -> None:
    field = made(qtbot, filters=False)
    field.set_problem("Choose what kind it is.")
    field.left.emit()
    assert field.problem == "Choose what kind it is."


@pytest.mark.parametrize(("typed", "key"), [("pho", "p"), ("MORN", "c"), ("surv", "s")])
def test_a_part_that_is_only_in_one_option_is_enough(qtbot: QtBot, typed: str, key: str) -> None:
    field = made(qtbot)
    field.combo.setEditText(typed)
    assert field.check()
    assert (field.value(), field.problem) == (key, "")


def test_a_part_of_several_is_asked_about(qtbot: QtBot) -> None:
    field = made(qtbot)
    field.combo.setEditText("o")
    assert not field.check()


def test_words_that_are_too_long_show_how_they_begin_and_are_whole_in_the_tip(
    qtbot: QtBot,
) -> None:
    field = made(qtbot)
    typed = field.combo.lineEdit()
    assert typed is not None
    field.combo.setEditText("a <very> long name")
    assert typed.cursorPosition() == 0
    assert field.combo.toolTip() == "<p>a &lt;very&gt; long name</p>"
    field.set_options(OPTIONS)
    assert (field.combo.currentText(), typed.cursorPosition()) == ("a <very> long name", 0)


def test_the_cursor_stays_where_one_types(qtbot: QtBot) -> None:
    field = made(qtbot)
    with qtbot.waitActive(field):
        field.activateWindow()
    field.focus()
    qtbot.keyClicks(field.combo, "zebra")
    typed = field.combo.lineEdit()
    assert typed is not None
    assert typed.cursorPosition() == len("zebra")
    field.combo.clearFocus()
    assert typed.cursorPosition() == 0


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
@pytest.mark.parametrize("filters", [True, False])
@pytest.mark.parametrize("palette", ["light", "dark"])
def test_its_list_looks_as_our_menus_do(qtbot: QtBot, *, filters: bool, palette: str) -> None:
    apply(Look(palette))
    field = made(qtbot, filters=filters)
    field.set_value("p")
    field.combo.showPopup()
    view = field.combo.view()
    qtbot.waitUntil(view.isVisible)
    picture = view.viewport().grab().toImage()
    row = view.visualRect(view.currentIndex())
    at = QPoint(row.right() - 8, row.center().y())
    assert picture.pixelColor(at) == colours().accent_weak  # and not the system's own colour
    for place in range(view.model().rowCount()):
        box = view.visualRect(view.model().index(place, 0))
        assert view.viewport().rect().contains(box)
        assert box.height() >= view.fontMetrics().height() + 8
    field.combo.hidePopup()
