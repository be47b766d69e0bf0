"""The forum's own words on the first page: whole, marked, and told where a figure has moved."""

from datetime import date

from pcf_desktop.exporters.document import KeyMessage
from pcf_desktop.services.packs import own_messages, packs
from pcf_desktop.services.packs.own_messages import OwnWords
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)
THEN = "Waits: In their own words, 14 of 21 families (67%) say it is worse; 7 that it is better."
NOW = "Waits: In their own words, 20 of 40 families (50%) say it is worse; 20 that it is better."


def speak(session: Session, about: int, **stances: int) -> None:
    for stance, families in stances.items():
        for _ in range(families):
            say(session, about, stance, quote=False)


def test_figures_are_known_as_right_outdated_or_unheard_of() -> None:
    own = OwnWords("Two thirds, 14 of 21, say worse. Only 3 were seen in 2021 (Q004).", THEN)
    assert own.outdated(THEN) == []
    assert own.outdated(NOW) == ["14", "21"]
    assert own.unheard_of(NOW) == ["3"]


def test_a_sentence_that_rests_on_nothing_is_marked_as_the_forums_view() -> None:
    own = OwnWords("14 of 21 say worse. Parents are tired! One said why (Q004).", THEN)
    assert own.printed(THEN) == (
        "14 of 21 say worse. Parents are tired! [The forum’s view.] One said why (Q004)."
    )


def test_own_words_stand_in_the_pack_and_ask_when_a_figure_has_moved(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=14, better=7)
        before = packs.drafted(session, PackPlan(), TODAY)
        own_messages.keep(session, about, " 14 of 21 say it is worse. ", before.messages[0].words)
        after = packs.drafted(session, PackPlan(), TODAY)
        assert after.findings == ()
        (message,) = (each for each in after.document.blocks if isinstance(each, KeyMessage))
        assert message.text == "Waits: 14 of 21 say it is worse."
        assert message.base == "n = 21 families"
        speak(session, about, worse=6, better=13)
        moved = packs.drafted(session, PackPlan(), TODAY)
    assert [each.what for each in moved.findings] == [
        "Waits: your message says 14, which was right when you wrote it.",
        "Waits: your message says 21, which was right when you wrote it.",
    ]
    assert all(each.asks for each in moved.findings)


def test_no_words_bring_the_proposal_back(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        own_messages.keep(session, about, "One", "P")
        own_messages.keep(session, about, "Two", "Q")
        assert own_messages.every(session) == {about: OwnWords("Two", "Q")}
        own_messages.keep(session, about, "  ", "Q")
        assert own_messages.every(session) == {}
