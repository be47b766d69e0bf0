"""A desk at the made-up forum with one screen of surveys shown, and the way into an import."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.surveys import surveys
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk

HEADINGS = [
    "ID", "Start time", "Completion time", "Email", "Name", "How old is your child?",
    "What most needs to change for your family?", "May we quote your words?",
]  # fmt: skip
LONG = "Wait number {} is too long for us"


@pytest.fixture
def screen(desk: LoneDesk, qtbot: QtBot) -> Surveys:
    """The screen, shown at the size of a small laptop's window, its list loaded."""
    shown = Surveys(desk)
    qtbot.addWidget(shown)
    shown.resize(1140, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.list.empty.isVisible() or bool(shown.list.rows))
    return shown


@pytest.fixture
def wizard(screen: Surveys) -> Wizard:
    screen.begin_import()
    return screen.wizard


def export(path: Path, dates: Sequence[str], *, extra: bool = False) -> Path:
    rows = [
        [n, f"{day} 10:00", f"{day} 10:09", "jo@example.org", "", "0 to 4", LONG.format(n), "Yes"]
        for n, day in enumerate(dates, start=1)
    ]
    if extra:
        rows.append([*rows[0], "one too many"])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return path


def opened(wizard: Wizard, path: Path, qtbot: QtBot) -> None:
    wizard.open_file(path)
    qtbot.waitUntil(lambda: wizard.export is not None and not wizard.busy)


def at_check(wizard: Wizard, qtbot: QtBot) -> None:
    while wizard.step is not ImportStep.CHECK:
        wizard.go_on()
    qtbot.waitUntil(lambda: wizard.report is not None)


def bar(screen: Surveys, words: str) -> Button:
    (found,) = [b for b in screen.findChildren(Button) if b.text() == words and b.isVisible()]
    return found


def rows(sample: Workspace) -> int:
    with sample.read() as session:
        return feedback.count(session) + sum(line.responses for line in surveys.every(session))
