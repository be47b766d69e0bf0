"""The step that shows the numbers before anything is written."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.ui.surveys.check_numbers import NEW, CheckNumbers


def test_the_survey_that_holds_these_answers_is_proposed(qtbot: QtBot) -> None:
    check = CheckNumbers()
    qtbot.addWidget(check)
    check.show()
    check.offer(["Spring", "Autumn"], "Autumn", "Answers")
    assert check.wanted() == "Autumn"
    assert not check.title.isVisible()
    with qtbot.waitSignal(check.title_changed):
        check.survey.set_value(NEW)
    assert check.title.isVisible()
    assert check.wanted() == "Answers"


def test_a_title_is_counted_anew_as_it_comes_to_name_another_survey(qtbot: QtBot) -> None:
    check = CheckNumbers()
    qtbot.addWidget(check)
    check.offer(["Spring"], None, "Answers")
    with qtbot.assertNotEmitted(check.title_changed):
        check.title.left.emit()
        check.title.set_value("Answers of 2022")  # as new as before: the numbers are the same
        check.title.left.emit()
    for title in ("Spring", "Spring 2022", ""):
        with qtbot.waitSignal(check.title_changed):
            check.title.set_value(title)
    with qtbot.assertNotEmitted(check.title_changed):
        check.title.left.emit()
    assert check.title.problem == "Give the survey a title."
    check.title.set_value("Answers")
    assert check.title.problem == ""


def test_a_warning_stands_above_numbers_that_look_like_another_year(qtbot: QtBot) -> None:
    check = CheckNumbers()
    qtbot.addWidget(check)
    check.show()
    check.show_report(Report(1, None, 9, 0, 1, 8, 0, 0, 0, ()))
    assert check._wave.isVisible()
    check.show_report(Report(1, None, 9, 8, 1, 0, 0, 0, 0, ()))
    assert not check._wave.isVisible()


def test_who_sent_comments_is_offered_to_be_taken_off_and_never_is_without_a_press(
    qtbot: QtBot,
) -> None:
    check = CheckNumbers()
    qtbot.addWidget(check)
    check.show()
    check.offer([], None, "Spring")
    check.show_report(Report(1, None, 9, 9, 0, 0, 0, 0, 3, ()))
    assert not check.senders.isVisible()
    check.show_report(Report(1, None, 9, 9, 0, 0, 0, 0, 3, (), senders=("[1] Jane:",)))
    assert check.senders.isVisible()
    assert not check.senders.typed()
    with qtbot.waitSignal(check.senders_chosen) as chosen:
        check.senders.box.click()
    assert chosen.args == [True]
    check.offer([], None, "Spring", senders_off=True)
    assert check.senders.typed()
