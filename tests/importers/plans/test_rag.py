"""The colour of an action comes from words, a letter or the fill, and it is said which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.plans.plan import RagSource
from pcf_desktop.importers.plans.rag import (
    CONFLICT_NOTE,
    DEFAULT_KEY_NOTE,
    TWO_NOTE,
    by_own_key,
    colour_name,
    read_rag,
)


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ("FFFF0000", "red"),
        ("C00000", "red"),
        ("FFC7CE", "red"),
        ("FFC000", "amber"),
        ("FFFF00", "amber"),
        ("FFEB9C", "amber"),
        ("ED7D31", "amber"),
        ("00B050", "green"),
        ("92D050", "green"),
        ("C6EFCE", "green"),
        ("0070C0", "blue"),
        ("00B0F0", "blue"),
        ("BFBFBF", "grey"),
        ("808080", "grey"),
        ("7030A0", "purple"),
        ("FFFFFF", None),
        ("000000", None),
        ("F2F2F2", None),
        ("EAF1F8", None),
        ("auto", None),
        ("", None),
        (None, None),
    ],
)
def test_a_fill_bears_a_name(rgb: str | None, name: str | None) -> None:
    assert colour_name(rgb) == name


@pytest.mark.parametrize(
    ("text", "fill", "key", "source", "note"),
    [
        ("Green", None, "green", RagSource.WORDS, ""),
        ("AMBER - slipped by a month", None, "amber", RagSource.WORDS, ""),
        ("g", None, "green", RagSource.LETTER, ""),
        ("B", None, "blue", RagSource.LETTER, ""),
        ("", "00B050", "green", RagSource.COLOUR, ""),
        ("see note", "00B050", "green", RagSource.COLOUR, ""),
        ("On track", None, "green", RagSource.WORDS, DEFAULT_KEY_NOTE),
        ("Not yet started", None, "grey", RagSource.WORDS, DEFAULT_KEY_NOTE),
        ("Completed", None, "blue", RagSource.WORDS, DEFAULT_KEY_NOTE),
        ("Red", "00B050", "red", RagSource.WORDS, CONFLICT_NOTE),
        ("Amber to green", "00B050", None, None, TWO_NOTE),
        ("nothing to say", None, None, None, ""),
        ("reduced", None, None, None, ""),
    ],
)
def test_a_status_has_a_colour_and_its_source(
    text: str, fill: str | None, key: str | None, source: RagSource | None, note: str
) -> None:
    rag = read_rag(text, fill, "RAG")
    assert rag is not None
    assert (rag.key, rag.source, rag.note, rag.heading) == (key, source, note, "RAG")


def test_an_empty_cell_without_colour_has_no_status() -> None:
    assert read_rag("  ", None) is None
    assert read_rag("", "FFFFFF") is None


def test_a_plans_own_key_wins_over_the_shipped_one() -> None:
    rag = read_rag("Complete", None)
    assert rag is not None
    own = by_own_key(rag, {"green": "Complete", "blue": "Embedded"})
    assert (own.key, own.note) == ("green", "")
    assert by_own_key(rag, {"green": "complete", "blue": "complete"}) == rag
    painted = read_rag("", "00B050")
    assert painted is not None
    assert by_own_key(painted, {"green": "complete"}) == painted


@given(st.text(max_size=30), st.text("0123456789ABCDEF", min_size=6, max_size=8))
def test_any_text_and_fill_are_read(text: str, fill: str) -> None:
    rag = read_rag(text, fill)
    assert rag is None or rag.text == text
