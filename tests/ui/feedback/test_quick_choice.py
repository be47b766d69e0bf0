"""A choice that is quick by keyboard."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.choice_field import Choosable
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.quick_choice import QuickChoice

OPTIONS = [
    Choosable("1", "Phone call"),
    Choosable("2", "Private message"),
    Choosable("3", "Special school"),
    Choosable("4", "Independent special school"),
]


def made(qtbot: QtBot, *, takes_new: bool = False) -> QuickChoice:
    field = QuickChoice("How it came", takes_new=takes_new)
    qtbot.addWidget(field)
    field.offer(OPTIONS, {"DM": "Private message"})
    return field


@pytest.mark.parametrize(
    ("typed", "key"),
    [("phone call", "1"), ("pho", "1"), ("mess", "2"), ("dm", "2"), ("special", "3"), ("", "")],
)
def test_a_part_or_another_name_is_enough(qtbot: QtBot, typed: str, key: str) -> None:
    field = made(qtbot)
    field.put(typed)
    assert field.check()
    assert (field.value(), field.problem) == (key, "")


@pytest.mark.parametrize("typed", ["p", "pigeon"])
def test_what_could_be_several_or_none_is_asked_about(qtbot: QtBot, typed: str) -> None:
    field = made(qtbot)
    field.put(typed)
    assert not field.check()
    assert field.problem.startswith("Choose one from the list.")


def test_a_slip_is_answered_with_what_was_meant(qtbot: QtBot) -> None:
    field = made(qtbot)
    field.put("Phoen call")
    field.check()
    assert "Did you mean Phone call?" in field.problem


def test_a_new_word_is_kept_where_new_ones_are_welcome(qtbot: QtBot) -> None:
    field = made(qtbot, takes_new=True)
    field.put("Phone cal")
    assert field.check()
    assert (field.value(), field.typed()) == ("", "Phone cal")


def test_what_was_new_is_said_to_be_new_no_more_once_it_is_offered(qtbot: QtBot) -> None:
    field = made(qtbot, takes_new=True)
    field.put("Prestwich")
    field.check()
    assert [text.text() for text in field.findChildren(Text) if text.text() == "New here."]
    field.offer([*OPTIONS, Choosable("5", "Prestwich")])
    assert field.value() == "5"
    assert [text.text() for text in field.findChildren(Text) if text.text() == "New here."] == []


def test_long_words_are_seen_from_their_beginning_also_when_they_are_put_again(
    qtbot: QtBot,
) -> None:
    field = made(qtbot, takes_new=True)
    long = "Coffee morning and drop-in, Prestwich, 22 September 2026"
    line = field.combo.lineEdit()
    assert line is not None
    for again in (lambda: field.put(long), lambda: field.put(long), lambda: field.offer(OPTIONS)):
        again()
        assert line.cursorPosition() == 0
