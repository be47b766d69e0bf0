"""The kind of a priority is chosen by a part of its name."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum import reference
from pcf_desktop.ui.priorities.kind_field import KindField
from tests.ui.desk import LoneDesk


@pytest.fixture
def field(desk: LoneDesk, qtbot: QtBot) -> KindField:
    made = KindField()
    qtbot.addWidget(made)
    with desk.worker.workspace.read() as session:
        made.offer(reference.words(session, "priority_kind"))
    return made


@pytest.mark.parametrize(
    ("typed", "key"),
    [("weak", "significant_weakness"), ("OWN", "own_concern"), ("for improvement", "improvement")],
)
def test_a_part_of_one_name_is_enough(typed: str, key: str, field: KindField) -> None:
    field.combo.setEditText(typed)
    assert field.check()
    assert field.value() == key


@pytest.mark.parametrize("typed", ["area", "tomatoes"])
def test_what_is_none_or_several_is_said_to_be_no_choice(typed: str, field: KindField) -> None:
    field.combo.setEditText(typed)
    assert not field.check()
    assert field.problem == "Choose one from the list."
    assert field.typed() == typed


def test_what_was_said_to_be_missing_stands_until_it_is_chosen(field: KindField) -> None:
    assert field.check()
    field.set_problem("Choose what kind it is.")
    assert not field.check()
    assert field.problem == "Choose what kind it is."
    field.set_value("improvement")
    assert field.check()
    assert field.problem == ""


def test_offered_anew_it_keeps_what_was_typed_or_chosen(field: KindField, desk: LoneDesk) -> None:
    with desk.worker.workspace.read() as session:
        kinds = reference.words(session, "priority_kind")
    field.combo.setEditText("are")
    field.offer(kinds)
    assert field.typed() == "are"
    field.set_value("improvement")
    field.offer(kinds)
    assert field.value() == "improvement"
