"""Words that suggest a priority are typed by one rule, wherever they are typed."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.priorities.keywords_field import KeywordsField


@pytest.fixture
def field(qtbot: QtBot) -> KeywordsField:
    made = KeywordsField()
    qtbot.addWidget(made)
    return made


def test_lines_and_commas_both_part_words(field: KeywordsField) -> None:
    field.set_value(" taxi ,school bus,\n\nlate\ntaxi")
    assert field.keywords() == ("taxi", "school bus", "late")


def test_a_comma_in_what_is_kept_is_a_part_of_it_whatever_is_typed_beside(
    field: KeywordsField,
) -> None:
    field.show_keywords(["late, again", "queue"])
    assert field.keywords() == ("late, again", "queue")
    field.set_value(field.value() + "\ntaxi, bus")
    assert field.keywords() == ("late, again", "queue", "taxi", "bus")


def test_what_is_typed_after_a_proposal_stands_on_its_own_line(
    field: KeywordsField, qtbot: QtBot
) -> None:
    field.propose(["CAMHS", "wait"])
    qtbot.keyClicks(field.page, "queue")
    assert field.keywords() == ("CAMHS", "wait", "queue")
    assert field.hint.text().startswith("Proposed from the words above")
    field.show_keywords([])
    assert field.hint.text().startswith("Words families use")
