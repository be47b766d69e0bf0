"""A task row is one button that says its task and how it stands."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.components.task_row import TaskRow


def test_a_reader_hears_task_status_and_hint(qtbot: QtBot) -> None:
    row = TaskRow("Sort 12 comments", "About 4 minutes", Mark("In progress", Level.AMBER))
    qtbot.addWidget(row)
    assert row.accessibleName() == "Sort 12 comments, In progress"
    assert row.accessibleDescription() == "About 4 minutes"
    row.set_words("Sort comments", "None left")
    assert row.accessibleName() == "Sort comments"
    with qtbot.waitSignal(row.clicked):
        row.click()


def test_it_is_higher_where_it_is_narrow(qtbot: QtBot) -> None:
    row = TaskRow("Sort 12 comments", "About 4 minutes", Mark("In progress", Level.AMBER))
    qtbot.addWidget(row)
    assert row.heightForWidth(140) > row.heightForWidth(600)
    assert row.minimumSizeHint().width() <= 300
