"""The views of a log for the registry."""

from pcf_desktop.ui.surveys.log_wizard import LogStep
from pcf_desktop.ui.surveys.surveys import Surveys
from tests.ui.desk import LoneDesk
from tests.ui.views.logs import sample


def test_every_step_of_a_log_has_a_view(desk: LoneDesk) -> None:
    steps = set()
    for make in sample().values():
        made = make(desk)
        assert isinstance(made, Surveys)
        steps.add(made.log_wizard.step)
        made.deleteLater()
    assert steps == set(LogStep)
