"""The screens of feedback for the registry of views."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.services.feedback.consent_answers import CommentConsent
from pcf_desktop.services.feedback.packs_given import Given
from pcf_desktop.ui.feedback.consent_form import ConsentForm
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk, Screen


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return the views by their names."""
    return {
        "log": Log,
        "feedback": FeedbackList,
        "consent of a comment": _consent,
        "consent taken back": _taken_back,
        "details of a comment": _details,
    }


def _consent(desk: Desk) -> QWidget:
    screen = FeedbackList(desk)
    screen.panel.shown.connect(screen.changes.ask_consent)
    return screen


def _taken_back(desk: Desk) -> QWidget:
    """Return the form in which a family takes its words back, with a pack that holds them."""
    page, form = QWidget(), ConsentForm(Screen(desk, ""))
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.addWidget(form)
    column.addStretch(1)
    given = Given(1, tr("What families told us.pdf"), datetime(2026, 5, 5, 12, tzinfo=UTC))
    asked = CommentConsent(
        feedback_id=1,
        answer="quote",
        can_unask=True,
        taken_back_on=None,
        is_gone=False,
        others=(2, 3),
        also_ticked=False,
        packs=(given,),
        packs_of_all=(given,),
    )
    form.show_asked(asked, "F-0152", "", {})
    form.toggle.setChecked(True)
    return page


def _details(desk: Desk) -> QWidget:
    screen = FeedbackList(desk)
    screen.panel.shown.connect(screen.changes.edit_details)
    return screen
