"""A log of 200 rows comes in by the window: recognised, matched, counted, written, undone."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.surveys.log_wizard import LogStep, LogWizard
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.made_up_log import rows, write
from tests.ui.desk import LoneDesk
from tests.ui.surveys.conftest import bar


def opened(screen: Surveys, wizard: Wizard, path: Path, qtbot: QtBot) -> LogWizard:
    wizard.open_file(path)
    qtbot.waitUntil(lambda: screen.in_front is screen.log_wizard)
    log = screen.log_wizard
    qtbot.waitUntil(lambda: log.log is not None and not log.busy)
    return log


def on(screen: Surveys, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(each.text() == words for each in screen.findChildren(Button)))
    qtbot.keyClick(bar(screen, words), Qt.Key.Key_Space)


def look_at_all(log: LogWizard, qtbot: QtBot) -> None:
    """Take each likely word with its button, list after list."""

    def waiting() -> int:
        assert log.report is not None
        return len(log.report.open_words)

    def fewer_than(before: int) -> bool:
        return log.report is not None and waiting() < before

    while before := waiting():
        shown = [each for each in log.words.words.fields if each.match.key is None]
        if not shown:
            chips = log.words.view._chips.values()
            next(each for each in chips if not each.text().endswith(" 0")).click()
            continue
        qtbot.keyClick(shown[0].take, Qt.Key.Key_Space)
        qtbot.waitUntil(partial(fewer_than, before))


def again_nothing_comes(screen: Surveys, wizard: Wizard, path: Path, qtbot: QtBot) -> None:
    log = opened(screen, wizard, path, qtbot)
    log.go_on()
    log.go_on()
    qtbot.waitUntil(lambda: log.report is not None)
    assert log.report is not None
    assert (log.report.imported, log.report.already_here, log.report.open_words) == (0, 200, ())
    assert not log.can_go_on
    assert bar(screen, "Nothing to import").isVisible()


def test_200_rows_come_in_by_keyboard_and_are_undone(
    screen: Surveys, wizard: Wizard, sample: Workspace, desk: LoneDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    body = rows()
    for row in body[:3]:
        row[7] = "sorting out autism"
    with sample.read() as session:
        before = feedback.count(session)
    log = opened(screen, wizard, write(tmp_path / "our log.csv", body), qtbot)
    assert log.head == ("Import a log", "our log.csv")
    assert log.columns.list.table.hasFocus()
    on(screen, "Continue", qtbot)
    qtbot.waitUntil(lambda: log.report is not None)
    assert log.step is LogStep.WORDS
    look_at_all(log, qtbot)
    on(screen, "Continue", qtbot)
    on(screen, "Import 200 comments", qtbot)
    qtbot.waitUntil(lambda: log.step is LogStep.DONE)
    assert log.done.sort.hasFocus()
    assert desk.said == ["Imported 200 comments [Undo]"]
    with sample.read() as session:
        assert feedback.count(session) == before + 200
    screen.show_list()
    qtbot.waitUntil(screen.logs.isVisible)
    again_nothing_comes(screen, wizard, tmp_path / "our log.csv", qtbot)


def test_a_person_says_what_a_file_is_either_way(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "log.csv", rows(8))
    log = opened(screen, wizard, path, qtbot)
    log.columns.survey_wanted.emit()
    qtbot.waitUntil(lambda: screen.in_front is wizard and wizard.export is not None)
    assert wizard.step is ImportStep.FILE
    qtbot.waitUntil(lambda: not wizard.busy)
    assert wizard.file.log.text() == "It is a log"
    qtbot.keyClick(wizard.file.log, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.in_front is log and log.log is not None and not log.busy)
    log.go_back()
    assert screen.in_front is wizard
    assert wizard.export is None


def test_a_person_says_what_a_column_holds_and_how_dates_are_written(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    body = [["3/4/2025", "A1", "The words of a family.", "Facebook"]]
    path = write(tmp_path / "log.csv", body, ("Date", "Family code", "Comments", "Zebra"))
    log = opened(screen, wizard, path, qtbot)
    assert not log.can_go_on
    log.columns.order.chosen.emit(("dmy",))
    qtbot.waitUntil(lambda: log.can_go_on)
    log.columns.list.table.go_to(3)
    log.columns.meaning.set_value("channel")
    qtbot.waitUntil(
        lambda: log.log is not None and not log.busy and "Zebra" in log.log.choices.meanings
    )
    log.columns.list.table.go_to(2)
    log.columns.meaning.set_value("out")
    qtbot.waitUntil(lambda: log.log is not None and not log.busy and not log.log.sheet.rows)
    assert not log.can_go_on


def test_a_log_is_taken_back_on_the_list(
    screen: Surveys, wizard: Wizard, sample: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    log = opened(screen, wizard, write(tmp_path / "log.csv", rows(20)), qtbot)
    log.go_on()
    log.go_on()
    qtbot.waitUntil(lambda: log.report is not None)
    log.go_on()
    qtbot.waitUntil(lambda: log.step is LogStep.DONE)
    screen.show_list()
    qtbot.waitUntil(screen.logs.isVisible)
    (take,) = [b for b in screen.logs.findChildren(Button) if b.text() == "Take this import back"]
    take.click()
    qtbot.waitUntil(
        lambda: any(b.text() == "Take back 20 comments" for b in screen.logs.findChildren(Button))
    )
    next(b for b in screen.logs.findChildren(Button) if b.text() == "Take back 20 comments").click()
    qtbot.waitUntil(lambda: not screen.logs.isVisible())
    with sample.read() as session:
        left = session.scalar(select(func.count()).where(Feedback.words.startswith("Family ")))
        assert left == 0
