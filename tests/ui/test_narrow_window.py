"""In the narrowest window a list is read without scrolling sideways: what counts is never cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.ui.appearance import TEXT_SIZES, Look
from pcf_desktop.ui.components import cell
from pcf_desktop.ui.components.status_mark import Mark, mark_size
from pcf_desktop.ui.components.table import ListTable
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.stances import letters, mark_of
from pcf_desktop.ui.record_table import Weight
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.typeface import font
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN

DATES = [f"{day} {month} 2020" for day in (20, 28) for month in ("Nov", "Mar", "Aug", "Sep")]

USUAL = 110
"""Up to this text size nothing but the way it came is left out of a list."""


@pytest.fixture
def window(sample: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.open_forum(sample, SIGN, app.places(), lambda: None)
    made.resize(1024, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def shown(window: MainWindow, place: str, subject: object = None) -> Screen:
    assert window.page is not None
    window.page.go(place, subject)
    screen = window.page.screen_shown
    assert screen is not None
    return screen


def cut_in(table: ListTable, marks: int, dates: int, widest: QSize) -> list[str]:
    """Return what is cut in the columns of marks and of dates, or lies outside."""
    records = table._records
    assert records is not None
    room = table.columnWidth(marks) - cell.width_beside()
    found = ["a mark"] if widest.width() > room else []
    if table.isColumnHidden(marks):
        found.append("all marks")
    assert records.columns[dates].weight == Weight.MUTED
    face = font(cell._ROLES[Weight.MUTED])
    inside = QSize(table.columnWidth(dates) - cell.width_beside(), 500)
    if not table.isColumnHidden(dates):
        found += [date for date in DATES if len(cell.lines(date, face, inside)) > 1]
    if table.horizontalScrollBar().maximum():
        found.append("the right side")
    return found


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_list_of_feedback_cuts_no_mark_and_no_date(
    percent: int, window: MainWindow, qtbot: QtBot
) -> None:
    window.looks.set_choice(Look("light", percent))
    screen = shown(window, "feedback")
    assert isinstance(screen, FeedbackList)
    qtbot.waitUntil(lambda: screen.records.record(0) is not None)
    qtbot.wait(5)
    words = ("Not linked", "To sort", "99 linked")
    widest = max((mark_size(Mark(each)) for each in words), key=QSize.width)
    assert cut_in(screen.list.table, 3, 0, widest) == []
    assert not screen.list.table.isColumnHidden(0) or percent > USUAL


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_comments_of_a_priority_cut_no_mark_and_no_date(
    percent: int, window: MainWindow, qtbot: QtBot
) -> None:
    window.looks.set_choice(Look("light", percent))
    screen = shown(window, "priorities", 3)
    assert isinstance(screen, Priorities)
    qtbot.waitUntil(lambda: screen.page.records.record(0) is not None)
    qtbot.wait(5)
    widest = max((mark_size(mark_of(stance)) for stance in letters()), key=QSize.width)
    assert cut_in(screen.page.list.table, 1, 2, widest) == []
    assert not screen.page.list.table.isColumnHidden(2) or percent > USUAL
