"""The pack as a document: what stands where, and what never stands in it."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pcf_desktop.exporters.document import (
    Chart,
    Document,
    EvidenceIndex,
    Heading,
    KeyMessage,
    Quote,
    Table,
)
from pcf_desktop.services import links, packs
from pcf_desktop.services.packs import PackPlan
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say
from tests.services.pack_text import words
from tests.services.sample_feedback import priority

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
    quotes = [block for block in document.blocks if isinstance(block, Quote)]
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
    assert len(charts) == 6
    for chart in charts:
        labels = [str(row[0]) for row in chart.data.rows]
        assert "Other answers together" not in labels
        assert chart.finding.startswith(f"{chart.data.rows[0][1]} of ")
    assert "Better, no change or mixed" in [str(row[0]) for c in charts for row in c.data.rows]


def test_good_news_stands_among_the_key_messages(demo: Workspace) -> None:
    messages = [block for block in draft(demo).blocks if isinstance(block, KeyMessage)]
    assert len(messages) == 5
    assert any("better" in message.text for message in messages)


@given(
    st.lists(st.tuples(st.integers(1, 14), st.sampled_from(links.STANCES)), min_size=1, max_size=30)
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
            assert int(found[1]) >= 5 or len(families) < 5, text
    for chart in (block for block in document.blocks if isinstance(block, Chart)):
        assert all(int(row[1]) >= 5 for row in chart.data.rows)
        assert sum(int(row[1]) for row in chart.data.rows) == len(families)


def test_families_and_comments_are_counted_apart(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for number in range(6):
            say(session, about, "worse", family=f"F-000{number}")
        say(session, about, "worse", family="F-0001")
    assert "6 families told us about this, in 7 comments." in list(words(draft(workspace)))


def test_words_quoted_on_two_priorities_stand_once(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        one, other = priority(session), priority(session, "Waits")
        key = say(session, one, "worse")
        links.link(session, key, other, "concern")
    document = draft(workspace)
    assert [b.number for b in document.blocks if isinstance(b, Quote)] == ["Q001"]
    assert "See also Q001." in list(words(document))


def test_a_sample_is_marked_as_one(demo: Workspace, workspace: Workspace) -> None:
    assert draft(demo).sample.startswith("Made-up families")
    with workspace.change("Make") as session:
        priority(session)
    assert draft(workspace).sample == ""
