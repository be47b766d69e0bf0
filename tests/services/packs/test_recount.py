"""Every number of a produced pack, counted again from the bare rows, in plain Python."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from pcf_desktop.exporters.document import (
    Block,
    Chart,
    Document,
    EvidenceIndex,
    Heading,
    ItemList,
    KeyMessage,
    Paragraph,
    Table,
)
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace

TODAY = date(2021, 12, 6)
GOOD, BAD = {"better", "strength"}, {"worse", "concern"}
LABELS = {
    "better": "better", "works well": "strength", "no change": "no_change",
    "mixed": "mixed", "worse": "worse", "a concern": "concern",
}  # fmt: skip
SOURCES = re.compile(r"Q\d{3}|E\d{3}|S\d{2}|N\d{2}|Priority \d+|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}")
PRINTED = re.compile(r"\d[\d,]*")


@dataclass
class Bare:
    """The rows of a forum in which nobody has taken a consent back, as sets of voices."""

    by_priority: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    glad: set[str] = field(default_factory=set)
    comments: dict[str, int] = field(default_factory=dict)
    questions: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    voices: set[str] = field(default_factory=set)
    respondents: set[str] = field(default_factory=set)
    heard: int = 0
    linked: int = 0
    waiting: int = 0


def bare(session: Session) -> Bare:
    """Read the rows and count them without any of the program's own queries."""
    run, found = session.execute, Bare()
    silent = {
        key for (key,) in run(text(
            "SELECT id FROM term WHERE key IN ('meeting_observation', 'official_data')"
        ))
    }  # fmt: skip
    said: dict[int, str] = {}
    looked: set[int] = set()
    for key, family, response, channel, sorted_at in run(text(
        "SELECT id, family_id, response_id, channel_id, sorted_at FROM feedback "
        "WHERE binned_at IS NULL AND set_aside = 0"
    )):  # fmt: skip
        if channel not in silent or family or response:
            said[key] = f"f{family}" if family else f"r{response}" if response else f"c{key}"
        if sorted_at:
            looked.add(key)
    links: dict[tuple[str, str], set[str]] = {}
    linked: set[int] = set()
    for title, key, stance in run(text(
        "SELECT p.title, l.feedback_id, l.stance FROM link l JOIN priority p ON p.id=l.priority_id"
    )):  # fmt: skip
        if key in said:
            links.setdefault((title, said[key]), set()).add(stance)
            linked.add(key)
            found.comments[title] = found.comments.get(title, 0) + 1
    sum_up(found, links)
    found.voices = set(said.values())
    found.heard, found.linked = len(said), len(linked)
    found.waiting = len(said.keys() - linked - looked)
    read_answers(session, found)
    return found


def sum_up(found: Bare, links: dict[tuple[str, str], set[str]]) -> None:
    """Give each family one stance on each priority."""
    for (title, voice), stances in links.items():
        if stances & GOOD:
            found.glad.add(voice)
        if "mixed" in stances or (stances & GOOD and stances & BAD):
            summed = "mixed"
        else:
            order = ("better", "strength", "worse", "concern", "no_change")
            summed = next(each for each in order if each in stances)
        found.by_priority.setdefault(title, {}).setdefault(summed, set()).add(voice)


def read_answers(session: Session, found: Bare) -> None:
    run = session.execute
    for response, family in run(text("SELECT id, family_id FROM response")):
        found.respondents.add(f"f{family}" if family else f"r{response}")
    for words, option, response in run(text(
        "SELECT q.words, o.words, a.response_id FROM answer a JOIN option o ON o.id = a.option_id "
        "JOIN question q ON q.id = a.question_id"
    )):  # fmt: skip
        found.questions.setdefault(words, {}).setdefault(option, set()).add(response)


def numbers(words: str) -> list[int]:
    """Return every number of a text but those of dates, quotes, sources and priorities."""
    return [int(each.replace(",", "")) for each in PRINTED.findall(SOURCES.sub("", words))]


def section_of(document: Document) -> Iterator[tuple[str, Block]]:
    title = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            title = block.text.split(": ", 1)[-1]
        yield title, block


@pytest.fixture
def pack(demo: Workspace) -> tuple[Document, Bare]:
    with demo.read() as session:
        return packs.draft(session, PackPlan(), TODAY), bare(session)


def test_every_bar_and_share_of_every_chart(pack: tuple[Document, Bare]) -> None:
    document, counted = pack
    charts = [(title, block) for title, block in section_of(document) if isinstance(block, Chart)]
    assert charts
    for title, chart in charts:
        stances = counted.by_priority[title]
        base = set().union(*stances.values())
        assert f"n = {len(base)} families" in chart.note
        for label, count, *share in chart.data.rows:
            keys = [LABELS[each.strip()] for each in str(label).lower().split(", or ")]
            families = set().union(*(stances[key] for key in keys))
            assert count == len(families) == sum(len(stances[key]) for key in keys)
            if share:
                assert share == [f"{int(100 * len(families) / len(base) + 0.5)}%"]
        plotted = chart.spec["data"]["values"]  # type: ignore[index]
        assert [value["count"] for value in plotted] == [row[1] for row in chart.data.rows]
        printed = set(numbers(chart.finding)) - {row[1] for row in chart.data.rows} - {len(base)}
        assert printed <= {int(100 * int(row[1]) / len(base) + 0.5) for row in chart.data.rows}


def test_every_row_of_every_table(pack: tuple[Document, Bare]) -> None:
    document, counted = pack
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) > 5
    for table in tables:
        options = counted.questions.get(table.title)
        if options is None:
            continue  # a scale of numbers has no options
        concerned = {k: v for k, v in options.items() if not k.lower().startswith("does not apply")}
        base = set().union(*concerned.values())
        others = set().union(*options.values()) - base
        told = numbers(table.note.split("“")[0])
        assert told == [len(base)]
        if others:
            assert f"{len(others)} more said that it does not apply" in table.note
        for label, count, *share in table.rows:
            named = str(label).split(", or ")
            chosen = set().union(*(options.get(each, set()) for each in named))
            if all(each in options for each in named):
                assert count == len(chosen), label
            else:  # many, put together and not named
                rest = {key for key in concerned if key not in {str(row[0]) for row in table.rows}}
                assert count == len(set().union(*(options[key] for key in rest)))
            if share:
                assert share == [f"{int(100 * int(count) / len(base) + 0.5)}%"]


def test_every_number_that_stands_in_a_sentence(pack: tuple[Document, Bare]) -> None:
    document, counted = pack
    everyone = counted.voices | counted.respondents
    whole = {
        len(everyone), len(counted.voices), len(everyone) - len(counted.voices), counted.heard,
        counted.linked, counted.waiting, counted.heard - counted.linked - counted.waiting,
    }  # fmt: skip
    rules, quotes = {5, 10, 20}, set(range(100))
    seen = 0
    for title, block in section_of(document):
        if not isinstance(block, Paragraph | KeyMessage | ItemList):
            continue
        stances = counted.by_priority.get(title, {})
        mine = {
            len(set().union(*stances.values())) if stances else 0,
            counted.comments.get(title, 0),
        }
        if isinstance(block, KeyMessage):
            allowed = _of_message(block, counted)
            printed = [*numbers(re.sub("“[^”]*”", "", block.text)), *numbers(block.base)]
        else:
            allowed = whole | rules | mine | (quotes if title == "Method and limits" else set())
            words = block.text if isinstance(block, Paragraph) else " ".join(block.items)
            printed = numbers(re.sub("“[^”]*”", "", words))
        assert set(printed) <= allowed, (title, printed)
        seen += len(printed)
    assert seen > 40


def _of_message(block: KeyMessage, counted: Bare) -> set[int]:
    """Return the counts and shares that a message on one priority may hold."""
    title = block.text.split(":")[0]
    if title == "What works":
        spoke = (
            voice for each in counted.by_priority.values() for voice in set().union(*each.values())
        )
        return {len(counted.glad), len(set(spoke))}
    stances = counted.by_priority.get(title, {})
    groups: list[set[Any]] = [set().union(*stances.values())] if stances else []
    parts = [len(each) for each in stances.values()]
    sums = {a + b for a in parts for b in [0, *parts]} | {sum(parts)}
    sums |= {sum(parts) - each for each in sums}
    asked = re.findall("“([^”]*)”", block.text)
    for words in asked:
        options = counted.questions.get(words, {})
        concerned = {k: v for k, v in options.items() if not k.lower().startswith("does not apply")}
        groups += [set[Any]().union(*concerned.values())] if concerned else []
        sums |= {len(each) for each in concerned.values()}
    bases = {len(each) for each in groups}
    shares = {int(100 * part / base + 0.5) for part in sums for base in bases if base}
    free = set(range(200)) if any(words not in counted.questions for words in asked[:1]) else set()
    return sums | bases | shares | free


def test_the_bases_of_the_sources(pack: tuple[Document, Bare]) -> None:
    document, counted = pack
    (index,) = (block for block in document.blocks if isinstance(block, EvidenceIndex))
    bases = {each.number: each.base for each in index.entries if each.number[0] in "SN"}
    of_survey = {voice for voice in counted.voices if voice.startswith("r")}
    assert numbers(bases["S01"])[0] in {len(of_survey), len(counted.voices)}
    assert "families" in bases["N01"]
