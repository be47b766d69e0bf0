"""The views of surveys for the registry."""

from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from tests.ui.desk import LoneDesk
from tests.ui.views.surveys import sample


def test_every_step_of_the_import_has_a_view(desk: LoneDesk) -> None:
    steps = set()
    for name, make in sample().items():
        made = make(desk)
        assert isinstance(made, Surveys)
        if name.startswith("import"):
            steps.add(made.wizard.step)
        made.deleteLater()
    assert steps == set(ImportStep)
