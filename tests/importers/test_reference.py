"""The shipped lists all have one shape, so that a forum starts with lists it can trust."""

import tomllib
from collections import Counter
from datetime import date

import pytest

from pcf_desktop.importers.names import normal
from pcf_desktop.importers.reference import FOLDER, ReferenceTerm, read_list
from pcf_desktop.paths import shipped

EXPECTED = {
    *("send_status", "need", "need_area", "age_band", "setting", "service", "theme", "channel"),
    *("ethnicity", "consent_kind", "stance", "sentiment", "priority_kind", "judgement", "outcome"),
    *("event_kind", "framework", "rag", "ehc_stage", "glossary", "plan_kind", "deadline"),
    *("area_aliases", "log_column", "may_quote"),
}


def _texts(term: ReferenceTerm, column: str) -> list[str]:
    value = term.more.get(column, [])
    return list(value) if isinstance(value, list) else [str(value)]


def test_every_list_that_the_program_needs_ships() -> None:
    assert {path.stem for path in shipped(*FOLDER).glob("*.toml")} == EXPECTED


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_a_list_has_the_one_shape(key: str) -> None:
    raw = tomllib.loads(shipped(*FOLDER, f"{key}.toml").read_text(encoding="utf-8"))
    assert set(raw) == {"list", "title", "term"}
    assert raw["list"] == key
    for term in raw["term"]:
        assert {"key", "label", "plain", "aliases", "position"} <= set(term)
        assert term["key"].isidentifier()
        assert term["key"] == term["key"].lower()
        assert term["label"].strip()
        assert term["plain"].strip()


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_keys_positions_and_names_are_unique_in_a_list(key: str) -> None:
    terms = read_list(key).terms
    assert len({term.key for term in terms}) == len(terms)
    assert [term.position for term in terms] == list(range(1, len(terms) + 1))
    names = Counter(normal(name) for term in terms for name in (term.label, *term.aliases))
    assert [name for name, times in names.items() if times > 1 or not name] == []


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_a_term_does_not_end_before_it_begins(key: str) -> None:
    for term in read_list(key).terms:
        assert (term.valid_from or date.min) <= (term.valid_to or date.max), term.key


@pytest.mark.parametrize(
    ("key", "column", "other"),
    [
        ("need", "area", "need_area"),
        ("priority_kind", "framework", "framework"),
        ("judgement", "framework", "framework"),
        ("outcome", "framework", "framework"),
        ("event_kind", "framework", "framework"),
        ("deadline", "framework", "framework"),
        ("deadline", "counts_from", "event_kind"),
        ("deadline", "outcome", "outcome"),
        ("ehc_stage", "counts_from", "ehc_stage"),
        ("area_aliases", "followed_by", "area_aliases"),
        ("area_aliases", "followed", "area_aliases"),
    ],
)
def test_what_one_list_says_of_another_is_there(key: str, column: str, other: str) -> None:
    there = {term.key for term in read_list(other).terms}
    for term in read_list(key).terms:
        assert set(_texts(term, column)) <= there, term.key


def test_the_layers_of_the_2026_reform_are_there_and_off() -> None:
    off = {term.key for term in read_list("send_status").terms if not term.active}
    assert off == {"targeted", "targeted_plus", "specialist", "individual_support_plan"}


def test_there_are_153_local_areas_and_each_has_its_own_code() -> None:
    terms = read_list("area_aliases").terms
    assert sum(term.active for term in terms) == 153
    codes = [code for term in terms for code in _texts(term, "codes") + _texts(term, "old_code")]
    assert len(set(codes)) == len(codes)


def test_every_colour_of_a_plan_has_a_shape_and_a_letter_for_print() -> None:
    terms = read_list("rag").terms
    assert len({term.shape for term in terms}) == len(terms) > 0
    assert all(term.colour == f"rag_{term.key}" for term in terms)
    assert len({term.more["letter"] for term in terms}) == len(terms)


def test_age_bands_leave_no_gap_and_do_not_overlap() -> None:
    ends = [
        (int(str(term.more["from_age"])), int(str(term.more["to_age"])))
        for term in read_list("age_band").terms
        if "from_age" in term.more
    ]
    ages = [age for lower, upper in ends for age in range(lower, upper + 1)]
    assert ages == list(range(26))


def test_a_term_is_found_by_its_key_and_only_by_that() -> None:
    needs = read_list("need")
    assert needs.term("asd").names[-1] == "ASD"
    with pytest.raises(KeyError):
        needs.term("Autism")
