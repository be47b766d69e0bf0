"""The same export, or a later one, brought in again: the survey's kinds are asked for once."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop.importers.sheet import Kind, SheetQuestion
from pcf_desktop.records import Question as Kept
from pcf_desktop.services.surveys import results, surveys
from pcf_desktop.ui.surveys.check_numbers import NEW
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.ui.surveys.conftest import HEADINGS, at_check, opened

ASKED = "What most needs to change"
SHORT = ("Waits", "Taxis", "Waits", "Schools")


def few_words(path: Path, answers: tuple[str, ...] = SHORT) -> Path:
    """Write an export whose open question looks like one with answers to choose from."""
    rows = [
        [n, "25/09/2021 10:00", "25/09/2021 10:09", "jo@example.org", "", "0 to 4", words, "Yes"]
        for n, words in enumerate(answers * 12, start=1)
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return path


def question(wizard: Wizard) -> SheetQuestion:
    assert wizard.export is not None
    return next(q for q in wizard.export.sheet.questions if q.text.startswith(ASKED))


def choose(wizard: Wizard, kind: Kind, qtbot: QtBot) -> None:
    assert wizard.export is not None
    wizard.columns.list.table.go_to(wizard.export.sheet.questions.index(question(wizard)))
    wizard.columns.one.kind.set_value(kind.value)
    qtbot.waitUntil(lambda: question(wizard).kind is kind and not wizard.busy)


def leave_out(wizard: Wizard, qtbot: QtBot) -> None:
    assert wizard.export is not None
    wizard.columns.list.table.go_to(wizard.export.sheet.questions.index(question(wizard)))
    qtbot.keyClick(wizard.columns.list.table, Qt.Key.Key_K)
    assert not question(wizard).keep


def imported(wizard: Wizard, qtbot: QtBot) -> None:
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)


@pytest.fixture
def brought_in(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> Path:
    """An export that came in with its open question taken for free words, by hand."""
    path = few_words(tmp_path / "waits.csv")
    opened(wizard, path, qtbot)
    assert question(wizard).kind is not Kind.TEXT
    choose(wizard, Kind.TEXT, qtbot)
    imported(wizard, qtbot)
    assert wizard.report is not None
    assert (wizard.report.imported, wizard.report.comments) == (48, 48)
    wizard.start()
    return path


def kinds_of(sample: Workspace) -> list[str]:
    with sample.read() as session:
        return list(session.scalars(select(Kept.kind).where(Kept.words.startswith(ASKED))))


def test_the_same_file_once_more_is_here_already(
    wizard: Wizard, brought_in: Path, qtbot: QtBot
) -> None:
    opened(wizard, brought_in, qtbot)
    qtbot.waitUntil(lambda: question(wizard).kind is Kind.TEXT)  # as Match columns shows it
    at_check(wizard, qtbot)
    assert wizard.check.survey.value() == "=Waits"
    report = wizard.report
    assert report is not None
    assert (report.imported, report.already_here, report.changed) == (0, 48, 0)


def test_a_later_export_adds_comments_and_no_chart_of_them(
    wizard: Wizard, brought_in: Path, sample: Workspace, qtbot: QtBot
) -> None:
    opened(wizard, few_words(brought_in, (*SHORT, "Waits")), qtbot)
    at_check(wizard, qtbot)  # perhaps before the kinds were taken: they are at the latest now
    wizard.check.survey.set_value("=Waits")
    qtbot.waitUntil(lambda: wizard.report is not None)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    assert kinds_of(sample) == ["text"]
    with sample.read() as session:
        (line,) = [each for each in surveys.every(session) if each.title == "Waits"]
        assert (line.responses, line.comments) == (60, 60)
        shown = [each.words for each in results.results(session, line.id)]
    assert not any(words.startswith(ASKED) for words in shown)


def test_what_is_left_out_by_hand_stays_out(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    path = few_words(tmp_path / "waits.csv")
    opened(wizard, path, qtbot)
    wizard.go_on()
    wizard.columns.list.table.setFocus()
    leave_out(wizard, qtbot)
    imported(wizard, qtbot)
    wizard.start()
    opened(wizard, path, qtbot)
    at_check(wizard, qtbot)
    assert wizard.report is not None
    assert (wizard.report.already_here, wizard.report.changed) == (48, 0)
    assert not question(wizard).keep


def test_what_the_person_says_of_this_file_stands(
    wizard: Wizard, brought_in: Path, sample: Workspace, qtbot: QtBot
) -> None:
    opened(wizard, brought_in, qtbot)
    qtbot.waitUntil(lambda: question(wizard).kind is Kind.TEXT)
    choose(wizard, Kind.SINGLE, qtbot)
    imported(wizard, qtbot)
    assert kinds_of(sample) == ["single"]
    wizard.start()
    opened(wizard, brought_in, qtbot)  # and so it does the next time
    at_check(wizard, qtbot)
    assert question(wizard).kind is Kind.SINGLE
    assert wizard.report is not None
    assert wizard.report.already_here == 48


def test_a_new_survey_takes_the_kinds_of_no_other(
    wizard: Wizard, brought_in: Path, qtbot: QtBot
) -> None:
    opened(wizard, brought_in, qtbot)
    at_check(wizard, qtbot)
    wizard.check.title.set_value("Waits 2022")
    wizard.check.survey.set_value(NEW)
    qtbot.waitUntil(lambda: wizard.report is not None and wizard.report.imported == 48)
    assert question(wizard).kind is not Kind.TEXT
