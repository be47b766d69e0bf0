"""The columns of a log, each with what it says and why."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from pcf_desktop.importers.logs.log_sheet import LogMatching
from pcf_desktop.progress import silent
from pcf_desktop.ui.surveys.log_columns import LogColumns
from pcf_desktop.ui.surveys.log_file import open_log
from tests.made_up_log import rows, write


def test_a_column_says_its_meaning_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    shown = LogColumns()
    qtbot.addWidget(shown)
    assert not shown.settled
    shown.show_log(open_log(write(tmp_path / "log.csv", rows(40)), LogMatching(), silent))
    shown.show()
    qtbot.waitUntil(lambda: shown.settled)
    shown.list.table.go_to(5)
    assert shown.current is not None
    assert shown.current.heading == "Email"
    assert shown.meaning.combo.currentText() == "E-mail, as a code"
    with qtbot.waitSignal(shown.meaning_chosen) as chosen:
        shown.meaning.set_value("out")
    assert chosen.args == ["Email", "out"]
