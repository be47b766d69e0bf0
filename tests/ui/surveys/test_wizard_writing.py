"""What an import writes: nothing before it is asked to, a copy first, then all of it or nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.records import AuditEntry
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import row_sorting
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace, backup
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.generator import forms_export
from tests.ui.desk import LoneDesk
from tests.ui.surveys.conftest import at_check, bar, export, opened, rows

CUT = "This file is damaged or was not downloaded to the end."


def test_the_numbers_are_exact_before_anything_is_written(
    screen: Surveys, wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    before = rows(sample)
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021", "26/09/2021"], extra=True), qtbot)
    at_check(wizard, qtbot)
    report = wizard.report
    assert report is not None
    assert (report.read, report.imported, report.rejected, report.comments) == (3, 2, 1, 2)
    assert bar(screen, "Import 2 answers").isEnabled()
    assert rows(sample) == before
    wizard.check.title.set_value("")
    wizard.check.title.left.emit()
    assert wizard.check.title.problem == "Give the survey a title."
    assert not wizard.can_go_on


def test_a_second_import_finds_the_survey_again_and_has_nothing_to_do(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = export(tmp_path / "waits.csv", ["25/09/2021", "26/09/2021"])
    opened(wizard, path, qtbot)
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    bar(screen, "Import another file").click()
    assert wizard.step is ImportStep.FILE
    opened(wizard, path, qtbot)
    at_check(wizard, qtbot)
    assert wizard.check.survey.value() == "=Waits"
    assert wizard.report is not None
    assert (wizard.report.imported, wizard.report.already_here) == (0, 2)
    assert not bar(screen, "Nothing to import").isEnabled()


def test_a_stopped_import_leaves_nothing_and_says_so(
    screen: Surveys, wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(row_sorting, "BATCH", 50)
    forms_export(tmp_path / "a.csv", 3_000, 1)
    before = rows(sample)
    opened(wizard, tmp_path / "a.csv", qtbot)
    wizard.file.choices.order.set_value("dmy")
    qtbot.waitUntil(lambda: wizard.can_go_on)
    at_check(wizard, qtbot)
    wizard.go_on()
    wizard.put_away()  # while the forum is copied
    qtbot.waitUntil(lambda: not wizard.busy)
    assert wizard.problem.isVisible()
    wizard.go_on()
    with qtbot.waitSignal(wizard._screen.desk.worker.backed_up):
        assert not wizard.problem.isVisible()
    assert wizard.job is not None  # the answers are being written
    wizard.job.progressed.connect(lambda _done, _total: wizard.put_away())
    qtbot.waitUntil(lambda: not wizard.busy)
    assert wizard.step is ImportStep.CHECK
    assert wizard.problem.isVisible()
    assert rows(sample) == before
    assert sample.undo_label is None
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)


def words_of(widget: QWidget) -> str:
    shown = [text.text() for text in widget.findChildren(Text) if text.isVisible()]
    return " ".join(shown)


def test_while_answers_come_in_nothing_can_be_changed_and_the_focus_is_on_stop(
    screen: Surveys, wizard: Wizard, qapp: QApplication, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(row_sorting, "BATCH", 20)
    for panel in (wizard.copying, wizard.importing):
        panel._appear.setInterval(0)
    forms_export(tmp_path / "a.csv", 3_000, 1)
    screen.activateWindow()
    opened(wizard, tmp_path / "a.csv", qtbot)
    wizard.file.choices.order.set_value("dmy")
    qtbot.waitUntil(lambda: wizard.can_go_on)
    at_check(wizard, qtbot)
    assert "Nothing has been written yet." in words_of(wizard.check)
    button = bar(screen, "Import 3,000 answers")
    button.setFocus()
    went: set[QWidget | None] = set()
    qapp.focusChanged.connect(lambda _old, now: went.add(now))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert "Importing…" in words_of(wizard.check)
    assert "Nothing has been written yet." not in words_of(wizard.check)
    assert not wizard.check.title.line.isEnabled()
    assert not wizard.check.survey.combo.isEnabled()
    qtbot.waitUntil(wizard.copying.isVisible)
    assert "A copy of the forum is kept first, in case you want to go back." in words_of(
        wizard.copying
    )
    qtbot.waitUntil(wizard.importing.cancel.hasFocus)
    qtbot.keyClick(wizard.importing.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not wizard.busy)
    assert wizard.problem.property("kind") == Level.INFO.value  # it was asked for
    assert "Nothing has been written yet." in words_of(wizard.check)
    assert wizard.check.title.line.isEnabled()
    assert button.hasFocus()
    assert went <= {None, button, wizard.copying.cancel, wizard.importing.cancel}


def test_an_import_that_was_undone_no_longer_says_that_it_came_in(
    screen: Surveys, wizard: Wizard, desk: LoneDesk, qtbot: QtBot
) -> None:
    screen.activateWindow()
    opened(wizard, samples.survey_file(), qtbot)
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(wizard.done.sort.hasFocus)
    came = "154 of 154 rows came into “Shropshire survey”."
    assert came in words_of(wizard.done)
    assert "They came in." in words_of(wizard.done)
    desk.worker.undo()
    qtbot.waitUntil(lambda: "was undone" in words_of(wizard.done))
    assert came not in words_of(wizard.done)
    assert not wizard.done.sort.isVisible()
    qtbot.waitUntil(wizard.done.another.hasFocus)
    desk.worker.redo()
    qtbot.waitUntil(lambda: came in words_of(wizard.done))
    assert wizard.done.sort.isVisible()
    assert "was undone" not in words_of(wizard.done)


def test_a_copy_of_the_forum_is_made_first(
    wizard: Wizard, desk: LoneDesk, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Backup] = []
    desk.worker.backed_up.connect(told.append)
    opened(wizard, samples.survey_file(), qtbot)
    at_check(wizard, qtbot)
    before = sample.head()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    (made,) = backup.listed(ForumFolder(tmp_path / "forum"))
    assert made.head is not None
    assert (made.reason, made.head.seal) == (Reason.IMPORT, before.seal)
    assert told == [made]
    assert sample.head().save == before.save + 1


def test_without_a_copy_nothing_is_imported(
    wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "forum" / "backups").rmdir()
    (tmp_path / "forum" / "backups").write_text("a file where the copies belong")
    opened(wizard, samples.survey_file(), qtbot)
    at_check(wizard, qtbot)
    before = sample.head()
    wizard.go_on()
    qtbot.waitUntil(wizard.problem.isVisible)
    assert wizard.problem._words.text().startswith("The disk that holds forum.db")
    assert wizard.can_go_on
    assert sample.head() == before


@pytest.mark.parametrize(
    ("name", "data", "happened"),
    [
        ("gone.csv", None, "There is no file with this name."),
        ("empty.csv", b"", "This file is empty."),
        ("letter.pdf", b"%PDF-1.7 and so on", "This is a PDF."),
        ("picture.png", b"\x89PNG\r\n\x1a\n0000", "This is a picture."),
        ("cut.xlsx", b"PK\x03\x04 not a workbook", CUT),
        ("shopping.csv", b"milk\neggs\n", "No survey answers were found in this file."),
    ],
)
def test_a_file_that_is_no_survey_is_refused_in_sentences(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path, name: str, data: bytes | None, happened: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    sample = wizard._screen.desk.worker.workspace
    before = rows(sample)
    wizard.open_file(tmp_path / name)
    qtbot.waitUntil(wizard.problem.isVisible)
    assert wizard.problem._words.text().startswith(happened)
    assert "nothing" in wizard.problem._words.text().lower()
    assert wizard.export is None
    assert not wizard.can_go_on
    assert rows(sample) == before


def test_no_words_of_a_family_reach_the_audit_trail(
    wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021"]), qtbot)
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    with sample.read() as session:
        entry = session.query(AuditEntry).order_by(AuditEntry.id.desc()).first()
        assert entry is not None
        assert entry.action == "import answers"
        assert "Wait number" not in str(entry.changes)
