"""Progress shows late, guesses late, and stops at once."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.progress import Cancelled
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.worker import Job


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


def panel_at(qtbot: QtBot, clock: list[float]) -> ProgressPanel:
    panel = ProgressPanel("Importing answers", now=lambda: clock[0])
    qtbot.addWidget(panel)
    return panel


def test_it_appears_only_for_work_that_lasts(owner: QObject, qtbot: QtBot) -> None:
    panel, job = panel_at(qtbot, [0.0]), Job(owner)
    panel._appear.setInterval(20)
    panel.follow(job)
    assert not panel.isVisible()
    qtbot.waitUntil(panel.isVisible)
    job.land("kept", None)
    assert not panel.isVisible()


def test_time_left_is_guessed_after_ten_seconds(owner: QObject, qtbot: QtBot) -> None:
    clock = [0.0]
    panel, job = panel_at(qtbot, clock), Job(owner)
    panel.follow(job)
    clock[0] = 5.0
    job.progressed.emit(1000, 4000)
    assert panel.words.text() == "1,000 of 4,000"
    clock[0] = 60.0
    job.progressed.emit(2000, 4000)
    assert panel.words.text() == "2,000 of 4,000, about 1 minute left"


def test_stop_cancels_the_job(owner: QObject, qtbot: QtBot) -> None:
    panel, job = panel_at(qtbot, [0.0]), Job(owner)
    panel.follow(job)
    panel.cancel.click()
    assert job.unwanted
    assert panel.words.text() == "Stopping. Nothing will be kept."
    job.land(None, Cancelled())
    another = Job(owner)
    panel.follow(another)
    assert panel.cancel.isEnabled()
    assert not another.unwanted


def test_the_newest_job_is_followed_and_an_older_one_no_longer(
    owner: QObject, qtbot: QtBot
) -> None:
    panel, older, newer = panel_at(qtbot, [0.0]), Job(owner), Job(owner)
    panel._appear.setInterval(0)
    panel.follow(older)
    panel.follow(newer)
    qtbot.waitUntil(panel.isVisible)
    older.progressed.emit(1, 2)
    assert not panel.words.text()
    older.land("kept", None)
    assert panel.isVisible()
    newer.progressed.emit(3, 4)
    assert panel.words.text() == "3 of 4"
    panel.cancel.click()
    assert newer.unwanted
    assert not older.unwanted
    newer.land(None, Cancelled())
    assert not panel.isVisible()


def test_stop_has_the_focus_only_where_nothing_else_has(owner: QObject, qtbot: QtBot) -> None:
    window, panel, elsewhere = QWidget(), ProgressPanel("Importing"), Button("Elsewhere")
    column = QVBoxLayout(window)
    column.addWidget(panel)
    column.addWidget(elsewhere)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    panel._appear.setInterval(0)
    elsewhere.setFocus()
    for focus in (elsewhere, panel.cancel):
        job = Job(owner)
        panel.follow(job)
        qtbot.waitUntil(panel.isVisible)
        assert window.focusWidget() is focus
        elsewhere.clearFocus()
        job.land(None, None)
        assert window.focusWidget() is None


def test_units_that_say_nothing_are_shown_as_a_share(qtbot: QtBot) -> None:
    panel = ProgressPanel("Keeping a copy", share=True)
    qtbot.addWidget(panel)
    panel.show_progress(1_999, 4_000)
    assert panel.words.text() == "49%"


def test_work_that_cannot_be_stopped_has_its_own_title_and_is_forgotten(
    owner: QObject, qtbot: QtBot
) -> None:
    panel = ProgressPanel("", stops=False)
    qtbot.addWidget(panel)
    panel._appear.setInterval(0)
    panel.follow(Job(owner), "Taking back: add a family…")
    qtbot.waitUntil(panel.isVisible)
    assert panel.title.text() == panel.bar.accessibleName() == "Taking back: add a family…"
    assert not panel.cancel.isVisible()
    panel.show_progress(1, 2)
    panel.forget()
    assert not panel.isVisible()
    assert {text.text() for text in panel.findChildren(Text)} == {""}


def test_work_of_unknown_length_is_shown_as_such(qtbot: QtBot) -> None:
    panel = panel_at(qtbot, [0.0])
    panel.show_progress(0, 0)
    assert (panel.bar.minimum(), panel.bar.maximum(), panel.words.text()) == (0, 0, "")
