"""What is asked before families are counted twice, and what goes no further unanswered."""

import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys import surveys
from pcf_desktop.ui.surveys.check_numbers import NEW
from pcf_desktop.ui.surveys.counted_twice import ALL_THE_SAME, THERE
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.ui.surveys.conftest import at_check, opened

HEADINGS = ["Timestamp", "How happy are you?", "What would make a difference to your family?"]
ROWS = [
    ["01/05/2026 10:00:00", "Very happy", "Ring us back when you say you will please"],
    ["02/05/2026 10:01:07", "Happy", "A named person who knows us"],
    ["23/05/2026 10:02:14", "Unhappy", "Shorter waits, it is too long"],
    ["24/05/2026 10:03:21", "Very happy", "Transport that turns up on time"],
]


def export(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return path


def brought_in(wizard: Wizard, path: Path, qtbot: QtBot) -> None:
    opened(wizard, path, qtbot)
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    wizard.start()


def counted(wizard: Wizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: wizard.report is not None)


def press(wizard: Wizard, key: str) -> None:
    """Press one of the answers that are offered."""
    twice = wizard.check.twice
    for chips in (twice.where, twice.whose):
        if key in chips._chips:
            chips._chips[key].click()


def test_answers_that_came_in_under_another_title_go_there_or_are_counted_again(
    sample: Workspace, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = export(tmp_path / "autumn.csv", ROWS)
    brought_in(wizard, path, qtbot)
    opened(wizard, path, qtbot)
    at_check(wizard, qtbot)
    twice = wizard.check.twice
    assert wizard.check.survey.value() == "=Autumn"
    assert twice.isHidden()
    wizard.check.survey.set_value(NEW)
    wizard.check.title.set_value("Winter")
    counted(wizard, qtbot)
    assert twice.isVisible()
    assert not wizard.can_go_on
    press(wizard, THERE)
    assert wizard.check.survey.value() == "=Autumn"
    counted(wizard, qtbot)
    assert twice.isHidden()
    wizard.check.survey.set_value(NEW)
    counted(wizard, qtbot)
    press(wizard, ALL_THE_SAME)
    counted(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.can_go_on)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    with sample.read() as session:
        held = {line.title: line.responses for line in surveys.every(session)}
    assert (held["Autumn"], held["Winter"]) == (4, 4)


def test_a_row_that_may_be_here_is_new_or_changed_as_the_person_says(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    brought_in(wizard, export(tmp_path / "autumn.csv", ROWS), qtbot)
    again = [[ROWS[0][0], "Unhappy", "Nobody rings us"], *ROWS[1:]]
    opened(wizard, export(tmp_path / "again.csv", again), qtbot)
    at_check(wizard, qtbot)
    assert wizard.report is not None
    assert wizard.report.unsure == (2,)
    assert not wizard.can_go_on
    for key, new, changed in (("new", 1, 0), ("same", 0, 1)):
        press(wizard, key)
        counted(wizard, qtbot)
        assert (wizard.report.imported, wizard.report.changed) == (new, changed)
        assert wizard.can_go_on
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    assert (wizard.report.imported, wizard.report.changed) == (0, 1)
