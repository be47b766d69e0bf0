"""A date is written back in full words, or said to be none."""

from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.ui.components.date_field import DateField


def test_a_date_is_written_back_in_full(qtbot: QtBot) -> None:
    field = DateField("When")
    qtbot.addWidget(field)
    field.set_value("3/4/26")
    assert field.check()
    assert field.value() == "3 April 2026"
    assert field.date() == When.of(2026, 4, 3)


def test_what_is_no_date_stays_as_it_was_typed(qtbot: QtBot) -> None:
    field = DateField("When")
    qtbot.addWidget(field)
    field.set_value("the other day")
    assert not field.check()
    assert (field.value(), field.date()) == ("the other day", When())
    assert "3 April 2026" in field.problem


def test_no_date_is_no_problem(qtbot: QtBot) -> None:
    field = DateField("When")
    qtbot.addWidget(field)
    field.set_problem("Write a date.")
    field.set_date(When())
    assert field.check()
    assert field.problem == ""
    field.set_date(When.of(2026, 4))
    assert field.value() == "April 2026"
