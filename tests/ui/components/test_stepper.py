"""The steps say where the person is, to eyes and to screen readers."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.stepper import Stepper


def test_it_says_the_step_in_words(qtbot: QtBot) -> None:
    steps = Stepper(["Choose file", "Check", "Done"])
    qtbot.addWidget(steps)
    assert steps.accessibleName() == "Step 1 of 3: Choose file"
    steps.set_current(2)
    assert (steps.accessibleName(), steps.current) == ("Step 3 of 3: Done", 2)


def test_steps_look_different_done_current_and_to_come(qtbot: QtBot) -> None:
    steps = Stepper(["Same", "Same", "Same"])
    qtbot.addWidget(steps)
    steps.resize(600, 40)
    steps.show()
    pictures = []
    for current in range(3):
        steps.set_current(current)
        pictures.append(steps.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_it_wraps_when_there_is_no_room(qtbot: QtBot) -> None:
    steps = Stepper(["Choose file", "Match columns", "Fix problems"])
    qtbot.addWidget(steps)
    assert steps.heightForWidth(200) > 2 * steps.heightForWidth(900)
