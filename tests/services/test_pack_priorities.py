"""The section of one priority: the inspectors' words, the judgement, and too few voices."""

from datetime import date

from pcf_desktop.exporters.document import Callout, Heading
from pcf_desktop.records import Judgement, Priority
from pcf_desktop.services import packs, reference
from pcf_desktop.services.packs import PackPlan
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say
from tests.services.pack_text import words
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)


def test_the_inspectors_words_stand_whole_with_what_they_judged_since(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        session.get_one(Priority, about).words = "the long waits for help"
        term = reference.term_id(session, "judgement", "not_sufficient")
        on = date(2023, 2, 3)
        session.add(Judgement(priority_id=about, judgement_id=term, on=on, sentence="No."))
        session.flush()
        document = packs.draft(session, PackPlan(), TODAY)
    (callout,) = (block for block in document.blocks if isinstance(block, Callout))
    assert callout.text == "the long waits for help"
    judged = "What inspectors judged since: Has not made sufficient progress (3 February 2023). No."
    assert judged in list(words(document))


def test_where_their_words_are_not_there_none_are_made_up(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        priority(session)
        document = packs.draft(session, PackPlan(), TODAY)
    assert any("not in the sources" in text for text in words(document))


def test_too_few_voices_are_said_without_a_number(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for _ in range(3):
            say(session, about, "worse", quote=False)
        document = packs.draft(session, PackPlan(), TODAY)
    said = list(words(document))
    assert "Fewer than 5 families have told us about this, too few to count here." in said
    assert "No words are quoted on this priority." in said


def test_the_forums_own_concern_is_called_so(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        priority(session, "Respect")
        document = packs.draft(session, PackPlan(), TODAY)
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "Our own concern: Respect" in heads
