"""The pages of an import stand one at a time below their steps."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.steps import ImportStep, Steps


@pytest.fixture
def steps(qtbot: QtBot) -> Steps:
    made = Steps()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("step", ImportStep)
def test_one_page_is_shown_and_the_stepper_says_which(
    steps: Steps, step: ImportStep, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(steps.moved):
        steps.show_step(step)
    pages = (steps.file, steps.columns, steps.problems, steps.check, steps.done)
    assert [page.isVisible() for page in pages] == [place == step for place in ImportStep]
    assert steps.stepper.current == step


def test_what_is_said_stands_above_the_page_until_it_is_hidden(steps: Steps) -> None:
    assert not steps.problem.isVisible()
    steps.say("Stopped. Nothing was imported.", Level.INFO)
    assert steps.problem.isVisible()
    said = [text.text() for text in steps.problem.findChildren(Text)]
    assert said == ["Stopped. Nothing was imported."]
