"""The screens of feedback for the registry of views."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.screen import Desk


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return the views by their names."""
    return {"log": Log, "feedback": FeedbackList}
