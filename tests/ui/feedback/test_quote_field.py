"""May we quote it: four answers, one of them needed."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback.feedback import MAY_QUOTE
from pcf_desktop.ui.feedback.quote_field import QuoteField, answers


def test_every_answer_the_service_knows_can_be_given() -> None:
    assert [key for key, _ in answers()] == list(MAY_QUOTE)


def test_no_answer_is_asked_for_and_an_answer_settles_it(qtbot: QtBot) -> None:
    field = QuoteField()
    qtbot.addWidget(field)
    assert not field.check_to_save()
    assert field.problem
    field.set_value("keep")
    assert field.check_to_save()
    assert (field.value(), field.problem) == ("keep", "")
    field.set_value("")
    assert field.value() == ""
