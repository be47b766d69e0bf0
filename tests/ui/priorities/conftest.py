"""The screens of priorities at a desk on the made-up forum, shown as on a small laptop."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop.records import Feedback, Link
from pcf_desktop.ui.priorities.priorities import Priorities
from tests.ui.desk import LoneDesk

W = TypeVar("W", bound=QWidget)
Show = Callable[[W], W]
WORDS = "The autism waiting list is two years. The taxi was lovely."


@pytest.fixture
def show(qtbot: QtBot) -> Show[QWidget]:
    """Show a widget at the size of a small laptop's window."""

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(1140, 700)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return shown


@pytest.fixture
def comments(desk: LoneDesk) -> list[int]:
    """Two comments that nobody has sorted; all others are."""
    with desk.worker.workspace.change("Say") as session:
        made = [Feedback(words=WORDS), Feedback(words="Nothing to do with anything.")]
        session.add_all(made)
        session.flush()
        return [each.id for each in made]


@pytest.fixture
def priorities_screen(desk: LoneDesk, qtbot: QtBot, show: Show[Priorities]) -> Priorities:
    """The list, loaded."""
    screen = show(Priorities(desk))
    qtbot.waitUntil(lambda: screen.records.rowCount() == 10)
    return screen


@pytest.fixture
def links_of(desk: LoneDesk) -> Callable[[int], list[tuple[str, str | None]]]:
    """What a comment is linked with: stance and passage of each link."""

    def found(feedback_id: int) -> list[tuple[str, str | None]]:
        with desk.worker.workspace.read() as session:
            query = select(Link.stance, Link.passage).where(Link.feedback_id == feedback_id)
            return [(row.stance, row.passage) for row in session.execute(query)]

    return found
