"""From the Check page to a survey's own: who sent it comes off, and what was set aside comes in."""

import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback import feedback
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.ui.surveys.conftest import HEADINGS, at_check, opened

SENDER = "[12/03/2025, 19:02] Jane Bloggs:"
SAID = [f"{SENDER} The taxi is late", "Dim byd", "We wait too long for a plan", "Dim byd"]


def test_what_is_chosen_at_check_is_what_comes_in_and_the_rest_can_come_later(
    screen: Surveys, wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "spring.csv"
    rows = [
        [n, "", "25/09/2021 10:00", "", "", "0 to 4", said, "Yes"] for n, said in enumerate(SAID)
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    opened(wizard, path, qtbot)
    at_check(wizard, qtbot)
    report = wizard.report
    assert report is not None
    assert (report.comments, report.no_comments, report.senders) == (2, {"Dim byd": 2}, (SENDER,))
    wizard.check.senders.box.click()
    qtbot.waitUntil(lambda: wizard.report is not None)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    assert _found(sample, "Dim byd") == []
    assert _found(sample, "taxi is late")[0] == "The taxi is late"
    wizard.done.answers.click()
    qtbot.waitUntil(lambda: screen.in_front is screen.results)
    (make,) = screen.results.nothing.findChildren(Button)
    make.click()
    qtbot.waitUntil(screen.results.nothing.isHidden)
    assert _found(sample, "Dim byd") == ["Dim byd", "Dim byd"]


def _found(sample: Workspace, words: str) -> list[str]:
    with sample.read() as session:
        keys = feedback.ids(session, feedback.Filter())
        lines = feedback.lines(session, keys)
    return [line.words for line in lines.values() if words in line.words]
