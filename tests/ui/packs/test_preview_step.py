"""The preview shows the real pages of the newest choice."""

import pypdfium2
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.ui.packs.preview_step import PreviewStep
from tests.ui.desk import LoneDesk


def shown(desk: LoneDesk, qtbot: QtBot) -> PreviewStep:
    step = PreviewStep(desk.worker)
    qtbot.addWidget(step)
    step.resize(1000, 700)
    with qtbot.waitExposed(step):
        step.show()
    return step


def test_a_newer_choice_drops_the_older(desk: LoneDesk, qtbot: QtBot) -> None:
    step = shown(desk, qtbot)
    step.show_plan(PackPlan(title="Older", priority_ids=(1,)), 0)
    step.show_plan(PackPlan(title="Newer", priority_ids=(1, 2, 3), quotes={1: ()}), 2)
    qtbot.waitUntil(lambda: step.made is not None)
    assert step.made is not None
    with pypdfium2.PdfDocument(step.made.data) as document:
        assert document.get_metadata_value("Title") == "Newer"
    qtbot.waitUntil(lambda: not desk.worker.busy)
    painted = [label for label in step.pages.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(painted) == 1


def test_what_may_not_go_out_is_said_with_a_button(desk: LoneDesk, qtbot: QtBot) -> None:
    step = shown(desk, qtbot)
    step.show_plan(PackPlan(priority_ids=(-1,)), 0)
    qtbot.waitUntil(step.trouble.isVisible)
    assert step.trouble.words.startswith("Choose at least one priority.")
    assert step.first_focus() is step.trouble.button


def test_what_is_left_out_is_said_beside_the_pages(desk: LoneDesk, qtbot: QtBot) -> None:
    step = shown(desk, qtbot)
    step.show_plan(PackPlan(priority_ids=(1,)), 0, ["2 Health", "4 Speech"])
    (said,) = [label for label in step.findChildren(QLabel) if label.text().startswith("Left out")]
    assert said.isVisible()
    assert said.text() == "Left out: 2 Health; 4 Speech."
    step.show_plan(PackPlan(priority_ids=(1,)), 0)
    assert not said.isVisible()
    step.put_away()


def test_risky_quotes_lead_back_to_the_quotes(desk: LoneDesk, qtbot: QtBot) -> None:
    step = shown(desk, qtbot)
    step.show_plan(PackPlan(priority_ids=(1,)), 1)
    with qtbot.waitSignal(step.look.clicked):
        step.look.click()
    step.put_away()
    assert step.made is None
