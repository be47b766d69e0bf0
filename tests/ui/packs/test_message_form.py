"""A key message in the forum's own words: beside what the figures propose, saved as one step."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.packs import own_messages
from pcf_desktop.services.packs.own_messages import OwnWords
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import Packs
from tests.services.heard_feedback import say
from tests.ui.desk import LoneDesk


def test_own_words_are_kept_with_what_was_proposed_and_undone(
    screen: Packs, desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("say") as session:
        for _ in range(12):
            say(session, 3, "worse")
    screen.begin()
    screen.maker.show_step(PackStep.MESSAGES)
    step = screen.maker.messages
    qtbot.waitUntil(lambda: bool(step.forms) and bool(step.forms[0].name))
    form = step.forms[0]
    proposed = form.card.hint.text()
    assert form.words.value() == ""
    form.words.put("We are tired of waiting.")
    form.save()
    qtbot.waitUntil(lambda: "Message saved. [Undo]" in desk.said)
    with desk.worker.workspace.read() as session:
        kept = own_messages.every(session)[form.key]
    assert kept == OwnWords("We are tired of waiting.", kept.proposed)
    assert proposed.startswith(kept.proposed)
    desk.worker.undo()
    qtbot.waitUntil(lambda: form.words.value() == "")
