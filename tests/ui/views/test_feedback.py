"""All screens and forms of feedback stand in the registry of views."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import shown
from tests.ui.views.feedback import sample


def test_both_screens_are_offered() -> None:
    assert sample()["log"] is Log
    assert sample()["feedback"] is FeedbackList


def test_the_forms_of_a_comment_are_open(desk: LoneDesk, qtbot: QtBot) -> None:
    for name, form in (("consent of a comment", "consent"), ("details of a comment", "details")):
        screen = sample()[name](desk)
        assert isinstance(screen, FeedbackList)
        shown(screen, qtbot)
        qtbot.waitUntil(getattr(screen.panel, form).isVisible)
