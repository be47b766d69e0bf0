"""One survey's answers."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.services.surveys.results import FreeQuestion, Result
from pcf_desktop.services.surveys.surveys import SurveyLine
from pcf_desktop.services.surveys.taken_back import ImportGoing
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.filters import AskedQuestion
from pcf_desktop.ui.surveys.answer_bars import AnswerBars
from pcf_desktop.ui.surveys.files import Files
from pcf_desktop.ui.surveys.priority_field import PriorityField
from pcf_desktop.ui.surveys.results import Results, ShownResults

LINE = SurveyLine(7, "Spring", "jotform", 30, 1, ())


def page(qtbot: QtBot, shown: ShownResults) -> Results:
    made = Results(Files(lambda _batch, then: then(ImportGoing(0, 0, 0, 0))))
    qtbot.addWidget(made)
    made.show_survey(shown)
    return made


def test_the_rows_of_a_grid_stand_in_one_card(qtbot: QtBot) -> None:
    rows = [Result(n, "How was it?", row, "grid", 9, {"Good": 9}) for n, row in enumerate("AB")]
    made = page(qtbot, ShownResults(LINE, rows, []))
    assert [card.title.text() for card in made.findChildren(Card)].count("How was it?") == 1
    assert len(made.findChildren(AnswerBars)) == 2


def test_each_question_says_its_base_and_what_was_said_most(qtbot: QtBot) -> None:
    results = [
        Result(1, "Better?", None, "single", 30, {"Yes": 10, "No": 20}),
        Result(2, "Where?", None, "multiple", 20, {"Here": 15, "There": 15}),
    ]
    made = page(qtbot, ShownResults(LINE, results, []))
    words = [text.text() for text in made.findChildren(Text)]
    assert "30 answered. Most often: No." in words
    assert "20 answered. Several answers were possible." in words


def test_each_row_of_a_grid_has_a_field_of_its_own_and_an_unchanged_page_stays(
    qtbot: QtBot,
) -> None:
    rows = [Result(n, "How was it?", row, "grid", 9, {"Good": 9}) for n, row in enumerate("AB")]
    asked = Result(2, "May we quote you?", None, "consent", 9, {"Yes": 9})
    waits = Choice(3, "1", "Waits")
    made = page(qtbot, ShownResults(LINE, [*rows, asked], [], {1: 3}, (waits,)))
    fields = made.findChildren(PriorityField)
    assert [each.combo.accessibleName() for each in fields] == [
        "Link to a priority: How was it? [A]",
        "Link to a priority: How was it? [B]",
    ]
    assert [each.combo.currentText() for each in fields] == ["No priority", "1  Waits"]
    made.show_survey(ShownResults(LINE, [*rows, asked], [], {0: 3}, (waits,)))
    assert made.findChildren(PriorityField) == fields
    assert [each.combo.currentText() for each in fields] == ["1  Waits", "No priority"]


def test_free_words_lead_to_the_comments(qtbot: QtBot) -> None:
    made = page(qtbot, ShownResults(LINE, [], [FreeQuestion(1, "Anything else?", None, 12)]))
    (row,) = made.findChildren(TaskRow)
    assert row.accessibleDescription() == "12 comments"
    with qtbot.waitSignal(made.comments_wanted) as wanted:
        row.click()
    assert wanted.args == [AskedQuestion(1, "Anything else?")]
