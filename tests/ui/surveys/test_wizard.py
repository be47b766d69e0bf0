"""An import from the first step to the last: what is recognised, asked, matched and shown."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Kind, SheetQuestion
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk
from tests.ui.surveys.conftest import at_check, bar, export, opened


def test_the_made_up_survey_comes_in_by_keyboard_alone(
    screen: Surveys, wizard: Wizard, desk: LoneDesk, qtbot: QtBot
) -> None:
    assert wizard.file.button.hasFocus()
    opened(wizard, samples.survey_file(), qtbot)
    for step in (ImportStep.COLUMNS, ImportStep.PROBLEMS, ImportStep.CHECK):
        qtbot.keyClick(bar(screen, "Continue"), Qt.Key.Key_Space)
        assert wizard.step is step
    qtbot.waitUntil(lambda: wizard.report is not None)
    assert wizard.check.wanted() == "Shropshire survey"
    qtbot.keyClick(bar(screen, "Import 154 answers"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    assert wizard.report is not None
    assert wizard.report.imported == 154
    assert wizard.done.sort.hasFocus()
    assert wizard.done.sort.text() == f"Sort {wizard.report.comments} comments"
    assert desk.said == ["Imported “Shropshire survey” [Undo]"]
    qtbot.keyClick(wizard.done.sort, Qt.Key.Key_Space)
    assert desk.went == [("sort", None)]
    qtbot.keyClick(wizard.done.answers, Qt.Key.Key_Space)
    qtbot.waitUntil(screen.results.isVisible)
    assert wizard.export is None  # it is over, and its rows are let go


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


def test_it_asks_when_3_4_could_be_april_or_march_and_goes_no_further_unanswered(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["03/04/2021", "05/04/2021"]), qtbot)
    assert wizard.file.choices.ask.isVisible()
    wizard.go_on()
    wizard.go_on()
    assert wizard.step is ImportStep.PROBLEMS
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


def question(wizard: Wizard, words: str) -> tuple[int, SheetQuestion]:
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
    asked = wizard.columns.findChildren(QuestionDialog)[-1]
    assert not question(wizard, "Email")[1].keep
    asked.go.click()
    assert question(wizard, "Email")[1].keep
    assert wizard.columns.one.keep.value() == ("keep",)
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert not question(wizard, "Email")[1].keep


def test_a_question_of_another_kind_is_read_again(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021"] * 3), qtbot)
    wizard.go_on()
    place, _ = question(wizard, "How old")
    wizard.columns.list.table.go_to(place)
    wizard.columns.one.kind.set_value("text")
    qtbot.waitUntil(lambda: question(wizard, "How old")[1].kind is Kind.TEXT)
    assert wizard.columns.current is not None
    assert wizard.columns.current.kind is Kind.TEXT
    at_check(wizard, qtbot)
    assert wizard.report is not None
    assert wizard.report.comments == 6


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
    wizard.columns.one.toggle()
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
    while wizard.step is not ImportStep.CHECK:
        wizard.go_on()
        qtbot.waitUntil(is_sound)
    qtbot.waitUntil(lambda: wizard.report is not None)
    qtbot.waitUntil(is_sound)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    qtbot.waitUntil(is_sound)
