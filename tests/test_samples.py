"""The made-up forums: every fact has its source, every key is known, no family is real."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import pytest

from pcf_desktop.paths import shipped

AREAS = ("shropshire", "worcestershire", "somerset", "staffordshire")
TEXTS = ("good", "change", "else")

Toml = dict[str, Any]  # what tomllib gives


@cache
def sample(name: str) -> Toml:
    return tomllib.loads(shipped("resources", "samples", f"{name}.toml").read_text("utf-8"))


@cache
def keys(reference: str) -> frozenset[str]:
    terms = tomllib.loads(shipped("resources", "reference", f"{reference}.toml").read_text("utf-8"))
    return frozenset(term["key"] for term in terms["term"])


def answers() -> list[Toml]:
    return list(sample("shropshire-answers")["answers"])


def answer_texts() -> list[str]:
    return [answer[key] for answer in answers() for key in TEXTS if key in answer]


def feedback(area: str) -> list[Toml]:
    return list(sample(f"{area}-feedback")["feedback"])


def families_words() -> Iterator[str]:
    yield from answer_texts()
    for area in AREAS:
        yield from (item["text"] for item in feedback(area))


def days(when: date | Toml) -> tuple[date, date]:
    """The earliest and latest day of a date as the samples write it."""
    if isinstance(when, date):
        return when, when
    assert set(when) == {"text", "earliest", "latest", "precision"}
    assert when["precision"] in {"month", "range", "year"}
    return when["earliest"], when["latest"]


def tables(value: object) -> Iterator[Toml]:
    """Every table in a file, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from tables(part)


def texts(value: object, without: set[str]) -> Iterator[str]:
    """Every text in a file, at any depth, save what stands under some keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, without)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in without:
                yield from texts(part, without)


@pytest.mark.parametrize("area", AREAS)
def test_every_fact_has_a_source_that_is_listed(area: str) -> None:
    facts = sample(area)
    sources = {source["key"] for source in facts["sources"]}
    stated = [facts["area"], facts["inspection"]]
    for group in ("events", "deadlines", "plans", "workstreams", "priorities"):
        stated += facts.get(group, [])
    assert all("source" in fact for fact in stated)
    named = [table["source"] for table in tables(facts) if "source" in table]
    assert set(named) == sources
    for source in facts["sources"]:
        assert source["title"]
        assert source["publisher"]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("group", ["sources", "events", "plans", "priorities"])
def test_keys_are_unique(area: str, group: str) -> None:
    counted = Counter(fact["key"] for fact in sample(area)[group])
    assert counted
    assert set(counted.values()) == {1}


@pytest.mark.parametrize("area", AREAS)
def test_dates_have_two_ends_in_order(area: str) -> None:
    facts = sample(area)
    moments = [table[key] for table in tables(facts) for key in ("when", "dated") if key in table]
    assert moments
    for when in moments:
        earliest, latest = days(when)
        assert earliest <= latest
    assert facts["sample_from"] < facts["sample_to"]


@pytest.mark.parametrize("area", AREAS)
def test_kinds_are_those_of_the_reference_lists(area: str) -> None:
    facts = sample(area)
    assert facts["inspection"]["framework"] in keys("framework")
    assert facts["inspection"]["outcome"] in keys("outcome")
    assert {event["kind"] for event in facts["events"]} <= keys("event_kind")
    assert {plan["kind"] for plan in facts["plans"]} <= keys("plan_kind")
    assert {deadline["key"] for deadline in facts.get("deadlines", [])} <= keys("deadline")
    assert {priority["kind"] for priority in facts["priorities"]} <= keys("priority_kind")


@pytest.mark.parametrize("area", AREAS)
def test_priorities_can_be_shown_and_searched(area: str) -> None:
    facts = sample(area)
    events = {event["key"] for event in facts["events"]}
    for priority in facts["priorities"]:
        assert 1 <= len(priority["title"].split()) <= 8
        assert bool(priority["words"]) == (priority["words_from"] != "not_in_sources")
        known = "not named in our sources" not in priority["title"]  # what it is about is known
        assert bool(priority["keywords"]) == known
        assert len(priority["keywords"]) <= 30
        assert len({word.casefold() for word in priority["keywords"]}) == len(priority["keywords"])
        assert ("found" in priority) == (priority["kind"] != "own_concern")
        assert priority.get("found", {}).get("event", "letter-published") in events
        for judgement in priority["judgements"]:
            assert judgement["event"] in events
            assert judgement["outcome"] in keys("judgement")


@pytest.mark.parametrize("area", AREAS)
def test_counts_that_the_sources_state_are_kept(area: str) -> None:
    facts = sample(area)
    weaknesses = [p for p in facts["priorities"] if p["kind"] == "significant_weakness"]
    assert len(weaknesses) == facts["inspection"]["stated_count"]
    judged = Counter(j["outcome"] for p in weaknesses for j in p["judgements"])
    if "sufficient_count" in facts["inspection"]:
        assert judged["sufficient"] == facts["inspection"]["sufficient_count"]
        assert judged.total() == len(weaknesses)


def test_no_number_is_given_to_a_weakness_whose_order_is_ours() -> None:
    weaknesses = [
        p for p in sample("worcestershire")["priorities"] if p["kind"] == "significant_weakness"
    ]
    unnamed = [p["title"] for p in weaknesses if "not named" in p["title"]]
    assert unnamed == [f"Weakness not named in our sources ({each})" for each in range(5, 13)]
    assert len(weaknesses) == 12
    assert not any("number" in p for p in weaknesses)


@pytest.mark.parametrize("area", AREAS)
def test_a_judgement_says_who_reported_it(area: str) -> None:
    reporters = ("The area’s own news ", "Staffordshire Parent Carer Forum reported ")
    ours = ("In our words, from a news report: ", "Worked out by us from reports of the re-visit")
    for priority in sample(area)["priorities"]:
        for judgement in priority["judgements"]:
            assert judgement["quoted"] or judgement["words"].startswith(reporters + ours)
            assert "above" not in judgement["words"]


@pytest.mark.parametrize("area", AREAS)
def test_our_own_words_are_set_and_those_of_families_are_as_typed(area: str) -> None:
    own = list(texts(sample(area), {"keywords"}))
    own += texts(sample(f"{area}-feedback"), {"text", "passage"})
    if area == "shropshire":
        own += texts(sample("shropshire-answers"), {"answers"})
    assert any("’" in words for words in own)
    assert [words for words in own if "'" in words] == []
    assert any("'" in item["text"] for item in feedback(area))


@pytest.mark.parametrize("area", AREAS)
def test_the_forum_is_visibly_made_up(area: str) -> None:
    forum = sample(area)["forum"]
    assert forum["made_up"]
    assert forum["name"] == f"Made-up forum ({sample(area)['area']['name']} sample)"


@pytest.mark.parametrize("area", AREAS)
def test_feedback_has_known_keys_and_lies_in_its_period(area: str) -> None:
    facts = sample(area)
    districts = {district["key"] for district in facts["area"]["districts"]}
    for item in feedback(area):
        assert item["channel"] in keys("channel")
        assert item["sentiment"] in keys("sentiment")
        assert item["district"] in districts
        assert set(item["consent"]) <= keys("consent_kind")
        assert re.fullmatch(r"F-\d{4}", item.get("family", "F-0000"))
        earliest, latest = days(item["date"])
        assert facts["sample_from"] <= earliest <= latest <= facts["sample_to"]
        for child in item["children"]:
            assert child["age"] in keys("age_band")
            assert set(child["needs"]) <= keys("need")
            assert child["status"] in keys("send_status")
            assert child["setting"] in keys("setting")


@pytest.mark.parametrize("area", AREAS)
def test_what_is_logged_by_hand_came_by_no_survey(area: str) -> None:
    assert not {item["channel"] for item in feedback(area)} & {"own_survey", "snap_poll"}
    assert not any("survey" in item.get("event", "").casefold() for item in feedback(area))


@pytest.mark.parametrize("area", AREAS)
def test_feedback_references_are_unique_and_there_is_enough_of_it(area: str) -> None:
    references = [item["ref"] for item in feedback(area)]
    assert len(set(references)) == len(references) >= 10


@pytest.mark.parametrize("area", AREAS)
def test_links_of_feedback_quote_it_word_for_word(area: str) -> None:
    priorities = {priority["key"] for priority in sample(area)["priorities"]}
    links = [(item["text"], link) for item in feedback(area) for link in item["links"]]
    assert links
    for text, link in links:
        assert link.get("passage", text) in text
        assert link["priority"] in priorities
        assert link["stance"] in keys("stance")


def test_links_of_the_survey_quote_an_answer_word_for_word() -> None:
    by_id = {answer["id"]: answer for answer in answers()}
    priorities = {priority["key"] for priority in sample("shropshire")["priorities"]}
    links = sample("shropshire-links")["links"]
    assert len(links) >= 60
    for link in links:
        assert link["question"] in TEXTS
        text = by_id[link["answer"]][link["question"]]
        assert link.get("passage", text) in text
        assert link["priority"] in priorities
        assert link["stance"] in keys("stance")
    assert len({(x["answer"], x["question"], x["priority"]) for x in links}) == len(links)
    assert any("passage" in link for link in links)


def test_answers_fit_their_questions() -> None:
    survey = sample("shropshire-answers")
    questions = {question["key"]: question for question in survey["questions"]}
    for answer in survey["answers"]:
        assert set(answer) - {"id", "started", "completed"} <= set(questions)
        for key, value in answer.items():
            if key not in questions or questions[key]["kind"] == "text":
                continue
            chosen = value if isinstance(value, list) else [str(value)]
            others = set(chosen) - set(questions[key]["options"])
            assert len(others) <= (1 if questions[key].get("other") else 0)


def test_answers_are_numbered_as_they_were_sent() -> None:
    survey = sample("shropshire-answers")
    assert [answer["id"] for answer in survey["answers"]] == list(range(1, 155))
    sent: list[datetime] = [answer["completed"] for answer in survey["answers"]]
    assert sent == sorted(sent)
    assert all(answer["started"] < answer["completed"] for answer in survey["answers"])
    assert survey["survey"]["opened"] <= sent[0].date()
    assert sent[-1].date() <= survey["survey"]["closed"]


def test_answers_are_as_awkward_as_real_ones() -> None:
    texts = answer_texts()
    assert len(set(texts)) >= 150
    assert len(texts) - len(set(texts)) == 1, "one answer was sent twice by a double click"
    whole = "\n".join(texts)
    for mark in ("£", "“", "\v", "\N{PARTY POPPER}"):
        assert mark in whole
    assert any(text.startswith("=") for text in texts)
    assert max(map(len, texts)) >= 3_000
    assert min(map(len, texts)) <= 20
    assert any(not set(TEXTS) & set(answer) for answer in answers())
    assert sum(answer["second"] == "Yes" for answer in answers()) >= 2
    assert Counter(answer.get("quote") for answer in answers()).keys() == {"Yes", "No", None}


def test_no_number_or_address_can_belong_to_anyone() -> None:
    # Ofcom keeps these ranges for fiction; example.org belongs to nobody (RFC 2606).
    found = 0
    for text in families_words():
        for number in re.findall(r"\b0[\d ]{9,}\d\b", text):
            assert re.match(r"01632 960\d{3}$|07700 900\d{3}$", number)
            found += 1
        for host in re.findall(r"@(\S+)", text):
            assert host == "example.org"
            found += 1
    assert found >= 3
