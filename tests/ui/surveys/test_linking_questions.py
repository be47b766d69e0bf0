"""A question is linked on the page of its survey: saved at once, undone, and shown as it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from pcf_desktop.errors import UserError
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import AuditEntry
from pcf_desktop.services.priorities import changes
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing, question_links
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.services.surveys.results import Result
from pcf_desktop.services.surveys.surveys import SurveyLine
from pcf_desktop.ui.screen import focus_of
from pcf_desktop.ui.surveys.answer_bars import AnswerBars
from pcf_desktop.ui.surveys.priority_field import PriorityField
from pcf_desktop.ui.surveys.results import ShownResults
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.workspace import Workspace, connection
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk
from tests.ui.sample_forum import open_workspace

OPENS = pytest.mark.qt_log_ignore("This plugin does not support")  # a list above no screen
WAITS, SPEECH = "Waits for autism and ADHD assessment", "Waits for speech and language therapy"
WHY = "Read-only: changes can’t be saved here"


def fill(workspace: Workspace) -> None:
    with workspace.change("import") as session:
        sheet, source = read(samples.survey_file()), Source("answers.xlsx", "0" * 64)
        importing.import_survey(session, sheet, samples.SURVEY_TITLE, source, silent)


def answers(desk: LoneDesk, qtbot: QtBot) -> Surveys:
    """Show the answers of the survey, as wide as on a small laptop."""
    made = Surveys(desk)
    qtbot.addWidget(made)
    made.resize(1140, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_subject(1)
    qtbot.waitUntil(lambda: made.results.isVisible() and not desk.worker.busy)
    return made


@pytest.fixture
def opened(desk: LoneDesk, sample: Workspace, qtbot: QtBot) -> Surveys:
    fill(sample)
    return answers(desk, qtbot)


def fields(screen: Surveys) -> list[PriorityField]:
    return [each for each in screen.results.findChildren(PriorityField) if each.isVisible()]


def shown(field: PriorityField) -> str:
    return field.combo.currentText()


def choose(field: PriorityField, title: str, qtbot: QtBot) -> None:
    """Choose by keys alone, as the number of its row in the list says."""
    field.focus()
    qtbot.keyClick(field.combo, Qt.Key.Key_Space)
    view = field.combo.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    words = [field.combo.itemText(place) for place in range(field.combo.count())]
    for _ in range(next(place for place, each in enumerate(words) if each.endswith(title))):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def kept(workspace: Workspace) -> dict[int, int]:
    with workspace.read() as session:
        return question_links.priorities_of(session, 1)


def key_of(field: PriorityField, title: str) -> int:
    return next(each.id for each in field._choices if each.title == title)


def test_every_closed_question_has_a_field_and_consent_has_none(opened: Surveys) -> None:
    found = fields(opened)
    names = [each.combo.accessibleName() for each in found]
    assert len(opened.results.findChildren(AnswerBars)) == len(found) + 2
    assert "Link to a priority: How old is your child or young person?" in names
    assert not [name for name in names if "May we quote" in name or "May we share" in name]
    assert len(set(names)) == len(names)
    assert {shown(each) for each in found} == {"No priority"}


@OPENS
def test_a_choice_is_saved_at_once_and_said_and_the_focus_stays(
    opened: Surveys, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    field = fields(opened)[2]
    choose(field, WAITS, qtbot)
    qtbot.waitUntil(lambda: desk.said == [f"Linked to {WAITS}. [Undo]"])
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert kept(sample) == {field.question_id: key_of(field, WAITS)}
    assert sample.undo_label == f"link to {WAITS}"
    with sample.read() as session:
        last = select(AuditEntry.action).order_by(AuditEntry.id.desc()).limit(1)
        assert session.scalar(last) == "link a question to a priority"
    assert fields(opened)[2] is field
    assert focus_of(opened.window()) is field.combo
    assert shown(field) == f"3  {WAITS}"
    assert audit(opened) == []


@OPENS
def test_undo_and_redo_are_seen_and_no_priority_takes_the_link_away(
    opened: Surveys, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    field = fields(opened)[0]
    choose(field, WAITS, qtbot)
    qtbot.waitUntil(lambda: len(desk.said) == 1)
    choose(field, SPEECH, qtbot)
    qtbot.waitUntil(lambda: desk.said[1:] == [f"Linked to {SPEECH}. [Undo]"])
    assert kept(sample) == {field.question_id: key_of(field, SPEECH)}
    desk.worker.undo()
    qtbot.waitUntil(lambda: shown(field) == f"3  {WAITS}")
    desk.worker.undo()
    qtbot.waitUntil(lambda: shown(field) == "No priority")
    desk.worker.redo()
    qtbot.waitUntil(lambda: shown(field) == f"3  {WAITS}")
    choose(field, "No priority", qtbot)
    qtbot.waitUntil(lambda: desk.said[-1:] == [f"Link to {WAITS} removed. [Undo]"])
    assert kept(sample) == {}
    assert focus_of(opened.window()) is field.combo
    desk.worker.undo()
    qtbot.waitUntil(lambda: shown(field) == f"3  {WAITS}")
    assert kept(sample) == {field.question_id: key_of(field, WAITS)}


@OPENS
def test_what_could_not_be_saved_is_not_shown_as_if_it_were(
    opened: Surveys, desk: LoneDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_given: object) -> None:
        raise UserError("The disk is full.", "Nothing was changed.", "Make room.")

    monkeypatch.setattr(question_links, "link", full)
    field = fields(opened)[0]
    with qtbot.waitSignal(desk.worker.refused):
        choose(field, WAITS, qtbot)
    qtbot.waitUntil(lambda: shown(field) == "No priority")
    assert desk.said == []


def test_a_priority_that_goes_or_comes_is_offered_no_more_or_too(
    opened: Surveys, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    field = fields(opened)[0]
    about = key_of(field, WAITS)
    with sample.change("Link") as session:
        question_links.link(session, field.question_id, about)
    qtbot.waitUntil(lambda: shown(field) == f"3  {WAITS}")
    with sample.change("Delete") as session:
        changes.delete(session, about)
    qtbot.waitUntil(lambda: shown(field) == "No priority")
    assert f"3  {WAITS}" not in [field.combo.itemText(n) for n in range(field.combo.count())]
    desk.worker.undo()
    qtbot.waitUntil(lambda: shown(field) == f"3  {WAITS}")


def test_without_a_priority_no_question_has_a_field(opened: Surveys, qtbot: QtBot) -> None:
    line = SurveyLine(9, "Other", None, 3, 0, ())
    opened.show_results(
        ShownResults(line, [Result(1, "Better?", None, "single", 3, {"Yes": 3})], [])
    )
    assert fields(opened) == []
    held = opened.results.findChildren(QWidget)
    assert [each for each in held if each.isWindow() and each.isVisible()] == []
    qtbot.waitUntil(lambda: audit(opened) == [])


@pytest.fixture
def read_only(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LoneDesk]:
    """A desk at the forum with its survey and a link, open to be read."""
    place = shutil.copytree(sample_folder, tmp_path / "read")
    workspace = open_workspace(place)
    fill(workspace)
    with workspace.change("Link") as session:
        question_links.link(session, 1, 3)
    workspace.close()
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    workspace = open_workspace(place, read_only=True)
    made = LoneDesk(workspace)
    yield made
    made.worker.close()
    workspace.close()


def test_in_a_forum_that_is_read_only_the_fields_are_off_and_say_why(
    read_only: LoneDesk, qtbot: QtBot
) -> None:
    found = fields(answers(read_only, qtbot))
    assert found
    assert not any(each.combo.isEnabled() for each in found)
    assert {each.combo.toolTip() for each in found} == {WHY}
    assert [shown(each) for each in found if shown(each) != "No priority"] == [f"3  {WAITS}"]


def test_the_page_asks_as_often_for_many_questions_as_for_few(
    opened: Surveys, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    def statements() -> int:
        asked.clear()
        event.listen(Engine, "before_cursor_execute", note)
        opened.open_survey(1)
        qtbot.waitUntil(lambda: not desk.worker.busy)
        event.remove(Engine, "before_cursor_execute", note)
        return len(asked)

    few = statements()
    with sample.change("Link") as session:
        for each in fields(opened):
            question_links.link(session, each.question_id, 3)
    qtbot.waitUntil(lambda: {shown(each) for each in fields(opened)} == {f"3  {WAITS}"})
    assert 0 < statements() == few < len(fields(opened))
