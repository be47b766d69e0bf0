"""The step of the key messages: one form for each, and what stands in the way said."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say


def test_each_message_has_a_form_and_what_is_typed_outlives_another_step(
    screen: Packs, sample: Workspace, qtbot: QtBot
) -> None:
    with sample.change("say") as session:
        for about in (2, 3):
            for _ in range(12):
                say(session, about, "worse")
    screen.begin()
    maker = screen.maker
    maker.show_step(PackStep.MESSAGES)
    step = maker.messages
    qtbot.waitUntil(lambda: bool(step.forms) and bool(step.forms[-1].name))
    assert len(step.forms) == 2
    assert step.first_focus() is step.forms[0].words.page
    step.forms[0].words.put("half a sen")
    maker.go_on()
    assert maker.preview.isVisible()
    maker.go_back()
    assert step.isVisible()
    assert step.forms[0].words.value() == "half a sen"


def test_what_stands_in_the_way_is_said(screen: Packs, qtbot: QtBot) -> None:
    screen.begin()
    screen.maker.show_step(PackStep.MESSAGES)
    step = screen.maker.messages
    step.show_plan(PackPlan(priority_ids=(999,)))
    qtbot.waitUntil(step.trouble.isVisible)
    assert "Choose at least one priority." in step.trouble.words
    step.show_plan(screen.maker.plan())
    qtbot.waitUntil(lambda: not step.trouble.isVisible())
