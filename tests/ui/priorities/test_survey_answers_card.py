"""What surveys asked about a priority, in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.question_links import LinkedQuestion
from pcf_desktop.ui.priorities.survey_answers_card import SurveyAnswersCard, finding

APART = {"Does not apply to us": 69, "Not sure": 1_200}
CHANGED = {"Got better": 22, "Stayed the same": 25, "Got worse": 31}


def asked(base: int, views: dict[str, int], apart: dict[str, int]) -> LinkedQuestion:
    return LinkedQuestion(4, "Autumn survey", "Better?", base, views, apart)


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[SurveyAnswersCard]:
    """The card on a page that is shown."""
    page, made = QWidget(), SurveyAnswersCard()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(made)
    with qtbot.waitExposed(page):
        page.show()
    yield made
    page.close()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (asked(78, CHANGED, {}), "31 of 78 said Got worse"),
        (
            asked(78, CHANGED, APART),
            "31 of 78 said Got worse; 69 said Does not apply to us; 1,200 said Not sure",
        ),
        (asked(18, {"Yes": 9, "No": 9}, {}), "18 answered"),
        (asked(0, {"Yes": 0}, {"Not sure": 3}), "3 said Not sure"),
    ],
)
def test_a_finding_names_the_leading_answer_its_base_and_who_had_no_view(
    given: LinkedQuestion, words: str
) -> None:
    assert finding(given) == words


def test_the_card_is_there_only_with_a_question(card: SurveyAnswersCard) -> None:
    assert not card.isVisible()
    card.show_asked((asked(78, CHANGED, {}),))
    assert card.isVisible()
    (row,) = card.rows
    assert row.accessibleName() == "Better?"
    assert row.accessibleDescription() == "31 of 78 said Got worse · Autumn survey"
    card.show_asked(())
    assert not card.isVisible()
    assert card.rows == []


def test_a_row_leads_to_its_survey_by_key(card: SurveyAnswersCard, qtbot: QtBot) -> None:
    card.show_asked((asked(78, CHANGED, {}),))
    with qtbot.waitSignal(card.survey_wanted) as wanted:
        qtbot.keyClick(card.rows[0], Qt.Key.Key_Return)
    assert wanted.args == [4]


def test_rows_that_say_the_same_stay_as_they_are(card: SurveyAnswersCard) -> None:
    card.show_asked((asked(78, CHANGED, {}),))
    before = card.rows
    card.show_asked((asked(78, dict(CHANGED), {}),))
    assert card.rows is before
    card.show_asked((asked(79, CHANGED, {}),))
    assert card.rows is not before
