"""An import from the first step to the last, by keyboard, and everything that can go wrong."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Kind, Question
from pcf_desktop.records import AuditEntry
from pcf_desktop.services import feedback, samples, survey_import, surveys
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Step, Wizard
from pcf_desktop.workspace import Workspace, backup
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.generator import forms_export
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk

HEADINGS = [
    "ID", "Start time", "Completion time", "Email", "Name", "How old is your child?",
    "What most needs to change for your family?", "May we quote your words?",
]  # fmt: skip

LONG = "Wait number {} is too long for us"
CUT = "This file is damaged or was not downloaded to the end."


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


@pytest.fixture
def wizard(screen: Surveys) -> Wizard:
    screen.begin_import()
    return screen.wizard


def opened(wizard: Wizard, path: Path, qtbot: QtBot) -> None:
    wizard.open_file(path)
    qtbot.waitUntil(lambda: wizard.export is not None and not wizard.busy)


def at_check(wizard: Wizard, qtbot: QtBot) -> None:
    while wizard.step is not Step.CHECK:
        wizard.go_on()
    qtbot.waitUntil(lambda: wizard.report is not None)


def bar(screen: Surveys, words: str) -> Button:
    (found,) = [b for b in screen.findChildren(Button) if b.text() == words and b.isVisible()]
    return found


def rows(sample: Workspace) -> int:
    with sample.read() as session:
        return feedback.count(session) + sum(line.responses for line in surveys.every(session))


def test_the_made_up_survey_comes_in_by_keyboard_alone(
    screen: Surveys, wizard: Wizard, desk: LoneDesk, qtbot: QtBot
) -> None:
    assert wizard.file.button.hasFocus()
    opened(wizard, samples.survey_file(), qtbot)
    for step in (Step.COLUMNS, Step.PROBLEMS, Step.CHECK):
        qtbot.keyClick(bar(screen, "Continue"), Qt.Key.Key_Space)
        assert wizard.step is step
    qtbot.waitUntil(lambda: wizard.report is not None)
    assert wizard.check.wanted() == "Shropshire survey"
    qtbot.keyClick(bar(screen, "Import 154 answers"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.step is Step.DONE)
    assert wizard.report is not None
    assert wizard.report.imported == 154
    assert wizard.done.sort.hasFocus()
    assert wizard.done.sort.text() == f"Sort {wizard.report.comments} comments"
    assert desk.said == ["Imported “Shropshire survey” [Undo]"]
    qtbot.keyClick(wizard.done.sort, Qt.Key.Key_Space)
    assert desk.went == [("link", None)]
    qtbot.keyClick(wizard.done.answers, Qt.Key.Key_Space)
    qtbot.waitUntil(screen.results.isVisible)


def test_what_was_recognised_is_said_in_words(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    path = export(tmp_path / "a.csv", ["25/09/2021", "03/10/2021"])
    opened(wizard, path, qtbot)
    words = [t.text() for t in wizard.file.findChildren(type(wizard.file.choices.tool.label))]
    assert (
        "This looks like an export of Microsoft Forms: 2 answers, 3 questions, "
        "dates read as day/month." in words
    )
    assert wizard.file.choices.tool.value() == "microsoft_forms"
    assert wizard.file.choices.encoding.value() == "utf-8-sig"


def test_it_asks_when_3_4_could_be_april_or_march_and_goes_no_further_unanswered(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["03/04/2021", "05/04/2021"]), qtbot)
    assert wizard.file.choices.ask.isVisible()
    wizard.go_on()
    wizard.go_on()
    assert wizard.step is Step.PROBLEMS
    assert not wizard.can_go_on
    assert wizard.problems.dates is not None
    chip = wizard.problems.dates.focusProxy()
    assert chip is not None
    assert chip.hasFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.can_go_on)
    assert wizard.export is not None
    assert wizard.export.sheet.date_order == "dmy"
    assert not wizard.export.sheet.ambiguous


def test_another_date_order_is_read_for_every_row(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["03/04/2021", "05/04/2021"]), qtbot)
    wizard.file.choices.order.set_value("mdy")
    qtbot.waitUntil(lambda: wizard.export is not None and wizard.export.sheet.date_order == "mdy")
    assert wizard.export is not None
    months = {row.completed.month for row in wizard.export.sheet.preview() if row.completed}
    assert months == {3, 5}


def question(wizard: Wizard, words: str) -> tuple[int, Question]:
    assert wizard.export is not None
    return next(
        (n, q) for n, q in enumerate(wizard.export.sheet.questions) if q.text.startswith(words)
    )


def test_names_and_addresses_are_left_out_unless_they_are_kept(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021"]), qtbot)
    wizard.go_on()
    place, email = question(wizard, "Email")
    assert (email.kind, email.keep) == (Kind.IDENTITY, False)
    table = wizard.columns.list.table
    table.setFocus()
    table.go_to(place)
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert question(wizard, "Email")[1].keep
    assert wizard.columns.keep.value() == ("keep",)
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert not question(wizard, "Email")[1].keep


def test_a_question_of_another_kind_is_read_again(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021"] * 3), qtbot)
    wizard.go_on()
    place, _ = question(wizard, "How old")
    wizard.columns.list.table.go_to(place)
    wizard.columns.kind.set_value("text")
    qtbot.waitUntil(lambda: question(wizard, "How old")[1].kind is Kind.TEXT)
    assert wizard.columns.current is not None
    assert wizard.columns.current.kind is Kind.TEXT
    at_check(wizard, qtbot)
    assert wizard.report is not None
    assert wizard.report.comments == 6


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
    qtbot.waitUntil(lambda: wizard.step is Step.DONE)
    bar(screen, "Import another file").click()
    assert wizard.step is Step.FILE
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
    monkeypatch.setattr(survey_import, "BATCH", 50)
    forms_export(tmp_path / "a.csv", 3_000, 1)
    before = rows(sample)
    opened(wizard, tmp_path / "a.csv", qtbot)
    wizard.file.choices.order.set_value("dmy")
    qtbot.waitUntil(lambda: wizard.can_go_on)
    at_check(wizard, qtbot)
    wizard.go_on()
    wizard.stop()  # while the forum is copied
    qtbot.waitUntil(lambda: not wizard.busy, timeout=10_000)
    assert wizard.problem.isVisible()
    wizard.go_on()
    with qtbot.waitSignal(wizard._screen.desk.worker.backed_up, timeout=10_000):
        assert not wizard.problem.isVisible()
    assert wizard.job is not None  # the answers are being written
    wizard.job.progressed.connect(lambda _done, _total: wizard.stop())
    qtbot.waitUntil(lambda: not wizard.busy, timeout=10_000)
    assert wizard.step is Step.CHECK
    assert wizard.problem.isVisible()
    assert rows(sample) == before
    assert sample.undo_label is None
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is Step.DONE, timeout=20_000)


def test_a_copy_of_the_forum_is_made_first(
    wizard: Wizard, desk: LoneDesk, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Backup] = []
    desk.worker.backed_up.connect(told.append)
    opened(wizard, samples.survey_file(), qtbot)
    at_check(wizard, qtbot)
    before = sample.head()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is Step.DONE, timeout=20_000)
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


def test_a_dropped_file_is_read_too(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    path = export(tmp_path / "a.csv", ["25/09/2021"])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    wizard.file.dropEvent(drop)
    qtbot.waitUntil(lambda: wizard.export is not None)


def test_rows_left_out_are_saved_as_a_file_that_is_no_formula(
    wizard: Wizard, desk: LoneDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021"], extra=True), qtbot)
    wizard.save_rejected(tmp_path / "out.csv")
    qtbot.waitUntil(lambda: bool(desk.said))
    saved = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert saved.splitlines()[1].startswith('"3","This row has 9 values under 8 headings')


def test_a_way_of_matching_is_kept_and_used_for_the_next_file(
    wizard: Wizard, desk: LoneDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["03/04/2021"]), qtbot)
    wizard.file.choices.order.set_value("mdy")
    qtbot.waitUntil(lambda: wizard.export is not None and not wizard.export.sheet.ambiguous)
    wizard.columns.list.table.go_to(question(wizard, "How old")[0])
    wizard.columns._toggle()
    wizard.profiles.name.set_value("Every spring")
    wizard.profiles._kept()
    qtbot.waitUntil(lambda: desk.said == ["Kept for next year: Every spring [Undo]"])
    opened(wizard, export(tmp_path / "b.csv", ["03/04/2022"]), qtbot)
    qtbot.waitUntil(lambda: wizard.profiles.choice.combo.count() == 1)
    wizard.profiles.choice.set_value("Every spring")
    wizard.profiles._used()
    qtbot.waitUntil(lambda: not wizard.busy and not question(wizard, "How old")[1].keep)
    assert wizard.export is not None
    assert wizard.export.sheet.date_order == "mdy"


def test_every_step_passes_the_audit(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    def is_sound() -> None:
        assert audit(screen) == []

    qtbot.waitUntil(is_sound)
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021", "26/09/2021"], extra=True), qtbot)
    qtbot.waitUntil(is_sound)
    while wizard.step is not Step.CHECK:
        wizard.go_on()
        qtbot.waitUntil(is_sound)
    qtbot.waitUntil(lambda: wizard.report is not None)
    qtbot.waitUntil(is_sound)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is Step.DONE)
    qtbot.waitUntil(is_sound)


def test_no_words_of_a_family_reach_the_audit_trail(
    wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021"]), qtbot)
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is Step.DONE)
    with sample.read() as session:
        entry = session.query(AuditEntry).order_by(AuditEntry.id.desc()).first()
        assert entry is not None
        assert entry.action == "import 1 answers"
        assert "Wait number" not in str(entry.changes)
