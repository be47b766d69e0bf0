"""The section of one priority: the inspectors' words, the judgement, and too few voices."""

from datetime import date

from pcf_desktop.exporters.document import Callout, Chart, Heading, ItemList
from pcf_desktop.records import Inspection, InspectionEvent, Judgement, Priority, When
from pcf_desktop.services.forum import reference
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.pack_text import words
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)


def official(session: Session, title: str = "Transport") -> int:
    """Add a priority that inspectors named."""
    key = priority(session, title)
    kind = reference.term_id(session, "priority_kind", "significant_weakness")
    session.get_one(Priority, key).kind_id = kind
    session.flush()
    return key


def test_the_inspectors_words_stand_whole_with_what_they_judged_since(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = official(session, "Waits")
        waits = session.get_one(Priority, about)
        waits.words, waits.source = "the long waits for help", "The letter"
        term = reference.term_id(session, "judgement", "not_sufficient")
        on = date(2023, 2, 3)
        session.add(
            Judgement(
                priority_id=about, judgement_id=term, on=on, sentence="No.", source="The letter"
            )
        )
        session.flush()
        document = packs.draft(session, PackPlan(), TODAY)
    (callout,) = (block for block in document.blocks if isinstance(block, Callout))
    assert (callout.title, callout.text) == ("In the inspectors’ words", "the long waits for help")
    assert (
        "Judged since (3 February 2023): Has not made sufficient progress. No. Source: The letter."
    ) in list(words(document))


def test_a_judgement_names_the_event_at_which_it_was_made(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = official(session, "Waits")
        framework = reference.term_id(session, "framework", "local_area_2016")
        inspection = Inspection(title="Joint", area="Shropshire", framework_id=framework)
        session.add(inspection)
        session.flush()
        days = When(None, date(2021, 11, 1), date(2021, 11, 3), "day")
        kind = reference.term_id(session, "event_kind", "revisit")
        event = InspectionEvent(inspection_id=inspection.id, kind_id=kind, on=days)
        session.add(event)
        session.flush()
        term = reference.term_id(session, "judgement", "sufficient")
        session.add(Judgement(priority_id=about, judgement_id=term, event_id=event.id))
        say(session, about, "worse")
        session.flush()
        said = list(words(packs.draft(session, PackPlan(), TODAY)))
    assert "Judged since (Re-visit, 1 to 3 November 2021): Has made sufficient progress." in said


def test_where_their_words_are_not_there_none_are_made_up(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        say(session, official(session), "worse")
        document = packs.draft(session, PackPlan(), TODAY)
    assert any("not in the sources" in text for text in words(document))


def test_priorities_on_which_nobody_says_anything_stand_in_one_list(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        say(session, priority(session), "worse")
        priority(session, "Waits")
        for title in ("Short breaks", "Leaving school"):
            term = reference.term_id(session, "judgement", "sufficient")
            session.add(Judgement(priority_id=official(session, title), judgement_id=term))
        session.flush()
        document = packs.draft(session, PackPlan(), TODAY)
    (silent,) = (block for block in document.blocks if isinstance(block, ItemList))
    assert silent.items == (
        "Short breaks and Leaving school. Judged since: Has made sufficient progress.",
        "Our own concern: Waits",
    )
    heads = [(b.number, b.text) for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert heads[2:5] == [
        ("3", "Our own concern: Transport"),
        ("4", "Priorities we cannot speak to yet"),
        ("5", "Method and limits"),
    ]


def test_too_few_voices_are_said_without_a_number(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for _ in range(3):
            say(session, about, "worse", quote=False)
        document = packs.draft(session, PackPlan(), TODAY)
    said = list(words(document))
    assert "Fewer than 10 families have told us about this, so nothing is counted here." in said
    assert "No words are quoted here." in said


def test_the_forums_own_concern_is_called_so(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        say(session, priority(session, "Respect"), "worse")
        document = packs.draft(session, PackPlan(), TODAY)
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "Our own concern: Respect" in heads


def test_where_all_families_say_the_same_that_is_said(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for _ in range(10):
            say(session, about, "worse", quote=False)
        said = list(words(packs.draft(session, PackPlan(), TODAY)))
    assert "10 of 10 families say it is worse." in said
    assert not any("too small to show" in text for text in said)


def test_nothing_of_a_forums_own_concern_is_put_into_inspectors_mouths(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        ours, noted = priority(session, "Respect"), official(session, "Waits")
        session.get_one(Priority, ours).words = "to be spoken to with respect"
        session.get_one(Priority, noted).words = "waits"  # typed by the forum, from no source
        term = reference.term_id(session, "judgement", "sufficient")
        session.add(Judgement(priority_id=ours, judgement_id=term))
        session.flush()
        document = packs.draft(session, PackPlan(), TODAY)
    callouts = {block.text: block.title for block in document.blocks if isinstance(block, Callout)}
    assert callouts == {
        "to be spoken to with respect": "In our words",
        "waits": "From the letter, as we noted it",
    }
    assert not any("Judged" in text for text in words(document))


def test_figures_are_numbered_without_gaps(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        for title, families in (("Waits", 12), ("Respect", 3), ("Transport", 14)):
            about = priority(session, title)
            for number in range(families):
                say(session, about, "worse" if number % 2 else "better", quote=False)
        document = packs.draft(session, PackPlan(), TODAY)
    charts = [block.number for block in document.blocks if isinstance(block, Chart)]
    assert charts == ["Figure 1", "Figure 2"]
