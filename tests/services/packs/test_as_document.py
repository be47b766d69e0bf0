"""The pack as a document: what stands where, and what never stands in it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from pcf_desktop.exporters.document import (
    Chart,
    Document,
    EvidenceIndex,
    Heading,
    ItemList,
    KeyMessage,
    QuotedWords,
    Table,
)
from pcf_desktop.records import Feedback, Priority, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.stances import STANCES
from pcf_desktop.services.feedback import links
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import DAY, say
from tests.services.pack_text import words
from tests.services.sample_feedback import priority, survey_comment

TODAY = date(2021, 12, 6)
MADE_UP = (
    "Tolliver", "Brackenwell", "Quarry Lane", "Ellie-Mae", "Fernhollow", "Harrowgate", "01632",
    "14/02/2013", "Callum", "07700", "Jago", "Perran", "example.org",
)  # fmt: skip
COUNTED = re.compile(r"\b(\d+)(?: of (\d+))? (?:family|families|comments?)\b")


def draft(workspace: Workspace, plan: PackPlan | None = None) -> Document:
    with workspace.read() as session:
        return packs.draft(session, plan or PackPlan(), TODAY)


def test_the_parts_stand_in_the_order_inspectors_read(demo: Workspace) -> None:
    heads = [b.text for b in draft(demo).blocks if isinstance(b, Heading) and b.level == 1]
    assert heads[:3] == [
        "Key messages", "Who answered", "Priority 1: Leadership, planning and use of data",
    ]  # fmt: skip
    assert heads[8] == "Our own concern: Right support at the right time"
    assert heads[-2:] == ["Method and limits", "Evidence index"]


def test_no_made_up_name_school_number_or_address_of_the_sample_is_in_its_pack(
    demo: Workspace,
) -> None:
    everything = "\n".join(words(draft(demo)))
    assert [word for word in MADE_UP if word in everything] == []


def test_every_quote_has_its_own_evidence_that_says_what_it_is(demo: Workspace) -> None:
    document = draft(demo)
    (index,) = (block for block in document.blocks if isinstance(block, EvidenceIndex))
    entries = {each.number: each for each in index.entries}
    quotes = [block for block in document.blocks if isinstance(block, QuotedWords)]
    assert len(quotes) > 20
    for quote in quotes:
        assert quote.refs == (f"E{quote.number[1:]}",)
        assert document.cited_by[quote.refs[0]] == (quote.number,)
        assert entries[quote.refs[0]].base in entries
    assert [number for number in entries if number[0] != "E"] == ["S01", "N01"]


def test_a_table_has_no_heading_that_says_the_same(demo: Workspace) -> None:
    blocks = draft(demo).blocks
    titles = {block.title for block in blocks if isinstance(block, Table)}
    heads = {block.text for block in blocks if isinstance(block, Heading)}
    assert titles
    assert not titles & heads


def test_what_is_put_together_is_named_and_never_the_finding(demo: Workspace) -> None:
    charts = [block for block in draft(demo).blocks if isinstance(block, Chart)]
    assert len(charts) == 5
    for chart in charts:
        labels = [str(row[0]) for row in chart.data.rows]
        assert "Other answers together" not in labels
        assert int(chart.finding.split(" of ")[0]) in [row[1] for row in chart.data.rows]
    assert "Worse, or a concern" in [str(row[0]) for c in charts for row in c.data.rows]


def test_good_news_stands_among_the_key_messages(demo: Workspace) -> None:
    messages = [block for block in draft(demo).blocks if isinstance(block, KeyMessage)]
    assert len(messages) == 5
    assert any("better" in message.text for message in messages)


@given(
    st.lists(st.tuples(st.integers(1, 14), st.sampled_from(list(STANCES))), min_size=1, max_size=30)
)
@settings(max_examples=25)
def test_no_count_below_the_threshold_stands_anywhere(
    workspace: Workspace, said: list[tuple[int, str]]
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for family, stance in said:
            say(session, about, stance, family=f"F-{family:04d}", quote=False)
        document = packs.draft(session, PackPlan(priority_ids=(about,)), TODAY)
    families = {family for family, _ in said}
    for text in words(document):
        if "fewer than" in text.lower():
            continue
        for found in COUNTED.finditer(text):
            assert int(found[1]) >= 5, text
    for chart in (block for block in document.blocks if isinstance(block, Chart)):
        assert all(int(row[1]) >= 5 for row in chart.data.rows)
        assert sum(int(row[1]) for row in chart.data.rows) == len(families)


def test_families_and_comments_are_counted_apart(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for number in range(10):
            say(session, about, "worse", family=f"F-000{number}")
        say(session, about, "worse", family="F-0001")
    assert "10 families told us about this, in 11 comments." in list(words(draft(workspace)))


def test_words_quoted_on_two_priorities_stand_once(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        one, other = priority(session), priority(session, "Waits")
        key = say(session, one, "worse")
        links.link(session, key, other, "concern")
    document = draft(workspace)
    assert [b.number for b in document.blocks if isinstance(b, QuotedWords)] == ["Q001"]
    assert "See also Q001 (a concern)." in list(words(document))


def test_other_words_of_a_comment_are_quoted_by_themselves(workspace: Workspace) -> None:
    """Who looks up a quote finds what was said of the very priority."""
    with workspace.change("Say") as session:
        one, other = priority(session), priority(session, "Waits")
        key = say(session, one, "better", words="The plan is good. Nobody appoints a therapist.")
        links.link(session, key, one, "better", "The plan is good.")
        links.link(session, key, other, "concern", "Nobody appoints a therapist.")
    document = draft(workspace)
    quoted = [block for block in document.blocks if isinstance(block, QuotedWords)]
    assert [(each.number, each.text) for each in quoted] == [
        ("Q001", "The plan is good. […]"),
        ("Q002", "[…] Nobody appoints a therapist."),
    ]
    assert not [text for text in words(document) if text.startswith("See also")]
    assert any("The 2 quotes are the words of 1 family." in text for text in words(document))


AUTUMN = PackPlan(from_day=date(2025, 9, 1), to_day=date(2025, 11, 30))
SPRING = date(2025, 4, 2)


def many(session: Session, about: int, families: int, on: date = DAY) -> None:
    """Let so many families speak, who do not let themselves be quoted."""
    for _ in range(families):
        say(session, about, "worse", quote=False, on=on)


def test_who_answered_and_what_it_rests_on_keep_to_the_period(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        many(session, about, 17)
        many(session, about, 16, on=SPRING)
        comment, _ = survey_comment(session, "we waited")
        session.get_one(Feedback, comment).said = When.day(SPRING)
        links.link(session, comment, about, "worse")
    said = list(words(draft(workspace, AUTUMN)))
    assert any(
        "heard from 17 families in this period, in their own words, in 17 comments." in text
        for text in said
    )
    assert "17 families told us about this in this period, in 17 comments." in said
    assert "N01 Noted by volunteers: conversations, messages and meetings 17 families" in said
    assert not [text for text in said if text.startswith("S01")]
    everything = list(words(draft(workspace)))
    assert any(
        "heard from 34 families, in their own words, in 34 comments." in text for text in everything
    )
    assert [text for text in everything if text.startswith("S01")]


def test_what_families_keep_to_themselves_is_counted_nowhere(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        many(session, about, 16)
        for _ in range(5):
            key = say(session, about, "better")
            consents.note(session, {consents.USE: False}, SPRING, "spoken", feedback_id=key)
    document = draft(workspace)
    said = list(words(document))
    assert any(
        "heard from 16 families, in their own words, in 16 comments." in text for text in said
    )
    assert "16 families told us about this, in 16 comments." in said
    assert "N01 Noted by volunteers: conversations, messages and meetings 16 families" in said
    assert not any("21 " in text or "What works" in text for text in said)
    assert not [block for block in document.blocks if isinstance(block, QuotedWords)]
    (method,) = [text for text in said if text.startswith("This pack counts")]
    assert "keep to ourselves" in method
    assert "whatever its date" in method


def test_a_period_without_any_comment_or_with_few_tells_no_number(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about, other = priority(session), priority(session, "Waits")
        many(session, about, 6, on=SPRING)
    said = list(words(draft(workspace, AUTUMN)))
    assert "The forum has heard from no family in this period." in said
    assert "No family has told us about this in this period." in said
    assert "Our own concern: Waits" in said
    assert any(
        "families have been heard on each priority in this period, so" in text for text in said
    )
    with workspace.change("Say") as session:
        many(session, other, 3)
    said = list(words(draft(workspace, AUTUMN)))
    assert "The forum has heard from fewer than 10 families in this period." in said
    few = (
        "Fewer than 10 families have told us about this in this period, so nothing is counted here."
    )
    assert few in said
    assert not any(re.search(r"\b[1-9] (famil|comment)", text) for text in said)


def test_what_the_forum_left_out_is_named_with_what_was_heard_of_it(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        chosen, heard, few, silent, held = (
            priority(session, title)
            for title in ("Transport", "Waits", "Leaving school", "Short breaks", "Under embargo")
        )
        session.get_one(Priority, held).is_embargoed = True
        for about, families in ((chosen, 16), (heard, 18), (few, 9), (silent, 0), (held, 19)):
            many(session, about, families)
    document = draft(workspace, replace(AUTUMN, priority_ids=(chosen,)))
    (named,) = [block for block in document.blocks if isinstance(block, ItemList)]
    assert [text.partition(" is not in this pack. ")[::2] for text in named.items[:3]] == [
        ("Our own concern, Waits,", "18 families told us about this in this period."),
        (
            "Our own concern, Leaving school,",
            "Fewer than 10 families have told us about this in this period.",
        ),
        ("Our own concern, Short breaks,", "No family has told us about this yet."),
    ]
    assert named.items[3:] == ("What a report says that is not published yet is not in this pack.",)
    assert not any("Under embargo" in text for text in words(document))


def test_where_every_priority_is_chosen_nothing_is_said_to_be_left_out(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        priority(session)
    named = [block.lead for block in draft(workspace).blocks if isinstance(block, ItemList)]
    assert named == ["We hold no words on these yet, neither the inspectors’ nor families’:"]


def test_what_waits_to_be_sorted_is_no_silence(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about, other = priority(session), priority(session, "Waits")
        many(session, about, 16)
        many(session, other, 2)
    few = "Fewer than 10 families have told us about this, so nothing is counted here."
    said = list(words(draft(workspace)))
    assert few in said
    assert not any("to be sorted" in text for text in said)
    with workspace.change("Say") as session:
        session.add(Feedback(words="Nobody has read this yet"))
    said = list(words(draft(workspace)))
    assert any("Not every comment is linked to a priority." in text for text in said)
    assert "Fewer than 10 families’ words are linked to this, so nothing is counted here." in said
    with workspace.change("Say") as session:
        session.add_all(Feedback(words="Nor this") for _ in range(6))
        looked = datetime.now(UTC)
        session.add_all(Feedback(words="Of something else", sorted_at=looked) for _ in range(5))
    (method,) = (text for text in words(draft(workspace)) if text.startswith("Feedback was given"))
    assert (
        "Of 30 comments, 18 are linked to a priority, 7 still wait to be sorted and 5 bear on none "
        "of the priorities."
    ) in method


def test_a_sample_is_marked_as_one(demo: Workspace, workspace: Workspace) -> None:
    assert draft(demo).sample.startswith("Made-up families")
    with workspace.change("Make") as session:
        priority(session)
    assert draft(workspace).sample == ""
