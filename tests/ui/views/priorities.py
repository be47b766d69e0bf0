"""The screens of priorities for the registry of views."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys.question_links import LinkedQuestion
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.survey_answers_card import SurveyAnswersCard
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.sort.sort import Sort


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return the views by their names."""
    return {
        "sort": Sort,
        "priorities": Priorities,
        "one priority": _page,
        "asked in surveys": _asked,
        "new priority": _form,
        "edit a priority": _filled,
        "delete a priority": _question,
    }


def _page(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.show_subject(3)
    return screen


def _asked(_desk: Desk) -> QWidget:
    """Return the card of a priority's page that stands there once a question is linked."""
    changed = {tr("Got better"): 22, tr("Stayed the same"): 25, tr("Got worse"): 31}
    apart = {tr("Does not apply to us"): 69}
    even = {tr("Yes"): 9, tr("No"): 9}
    asked = (
        LinkedQuestion(
            1, samples.SURVEY_TITLE, tr("Has support got better or worse?"), 78, changed, apart
        ),
        LinkedQuestion(
            1, samples.SURVEY_TITLE, tr("Were you told how long to wait?"), 18, even, {}
        ),
    )
    page, card = QWidget(), SurveyAnswersCard()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.addWidget(card)
    column.addStretch(1)
    card.show_asked(asked)
    return page


def _filled(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.edit(3)
    return screen


def _question(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.show_subject(3)
    screen.page.question.ask(3)
    return screen


def _form(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.begin_new()
    return screen
