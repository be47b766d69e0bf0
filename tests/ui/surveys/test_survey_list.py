"""The list of surveys."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.surveys import SurveyLine
from pcf_desktop.ui.surveys.survey_list import SurveyList

LINE = SurveyLine(7, "Spring", "jotform", 2, 1, ())


def test_it_shows_what_it_is_for_while_it_is_empty(qtbot: QtBot) -> None:
    shown = SurveyList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_surveys([])
    assert shown.empty.isVisible()
    with qtbot.waitSignal(shown.empty.pressed):
        shown.empty.button.click()
    shown.show_surveys([LINE])
    assert not shown.empty.isVisible()


def test_a_row_opens_its_survey(qtbot: QtBot) -> None:
    shown = SurveyList()
    qtbot.addWidget(shown)
    shown.show_surveys([LINE])
    with qtbot.waitSignal(shown.opened) as opened:
        shown.rows[0].click()
    assert opened.args == [7]
