"""The list of surveys."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.surveys import BatchLine, SurveyLine
from pcf_desktop.ui.surveys.files import Files
from pcf_desktop.ui.surveys.survey_list import SurveyList

LINE = SurveyLine(7, "Spring", "jotform", 2, 1, ())


def test_it_shows_what_it_is_for_while_it_is_empty(qtbot: QtBot) -> None:
    shown = SurveyList(Files(lambda _batch, _then: None))
    qtbot.addWidget(shown)
    shown.show()
    shown.show_surveys([])
    assert shown.empty.isVisible()
    with qtbot.waitSignal(shown.empty.pressed):
        shown.empty.button.click()
    shown.show_surveys([LINE])
    assert not shown.empty.isVisible()


def test_a_row_opens_its_survey(qtbot: QtBot) -> None:
    shown = SurveyList(Files(lambda _batch, _then: None))
    qtbot.addWidget(shown)
    shown.show_surveys([LINE])
    with qtbot.waitSignal(shown.opened) as opened:
        shown.rows[0].click()
    assert opened.args == [7]


def test_logs_that_were_brought_in_stand_below(qtbot: QtBot) -> None:
    logs = Files(lambda _batch, _then: None, "Logs brought in")
    shown = SurveyList(logs)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_surveys([])
    assert not logs.isVisible()
    shown.show_surveys([], [BatchLine(1, "log.csv", datetime.now(UTC), 200, 0)])
    assert logs.isVisible()
    assert logs.title.text() == "Logs brought in"
