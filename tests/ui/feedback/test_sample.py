"""Both screens stand in the registry of views."""

from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.feedback.sample import sample


def test_both_screens_are_offered() -> None:
    assert sample() == {"log": Log, "feedback": FeedbackList}
