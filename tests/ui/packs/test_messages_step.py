"""The step of the key messages: one form for each, and what stands in the way said."""

from pytestqt.qtbot import QtBot

from pcf_desktop.records import Priority
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.workspace import Workspace


def test_each_message_has_a_form_and_what_is_typed_outlives_another_step(
    screen: Packs, qtbot: QtBot
) -> None:
    screen.begin()
    maker = screen.maker
    maker.show_step(PackStep.MESSAGES)
    step = maker.messages
    qtbot.waitUntil(lambda: bool(step.forms) and bool(step.forms[-1].name))
    assert 1 <= len(step.forms) <= 5
    assert step.first_focus() is step.forms[0].words.page
    step.forms[0].words.put("half a sen")
    maker.go_on()
    assert maker.step is PackStep.PREVIEW
    maker.go_back()
    assert maker.step is PackStep.MESSAGES
    assert step.forms[0].words.value() == "half a sen"


def test_what_may_not_go_out_is_said(screen: Packs, sample: Workspace, qtbot: QtBot) -> None:
    screen.begin()
    first = screen.maker.period.priorities.ticked()[0]
    with sample.change("hold back") as session:
        session.get_one(Priority, first).is_embargoed = True
    screen.maker.show_step(PackStep.MESSAGES)
    step = screen.maker.messages
    qtbot.waitUntil(step.trouble.isVisible)
    assert "not published yet" in step.trouble.words
