"""The colour that a plan gives an action: from words, a letter, or the colour of the cell."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from pcf_desktop.importers.names import normal, propose
from pcf_desktop.importers.plans.plan import Rag, RagSource
from pcf_desktop.importers.reference import ReferenceTerm, read_list

COLOUR_WORDS = {
    **{word: word for word in ("red", "amber", "green", "blue", "grey", "purple")},
    "gray": "grey",
    "yellow": "amber",
    "orange": "amber",
    "violet": "purple",
}
_SYMBOLS = {
    symbol: colour
    for symbols, colour in (
        ("\U0001f534\U0001f7e5", "red"),
        ("\U0001f7e0\U0001f7e7\U0001f7e1\U0001f7e8", "amber"),
        ("\U0001f7e2\U0001f7e9", "green"),
        ("\U0001f535\U0001f7e6", "blue"),
        ("\u26aa\u2b1c", "grey"),
        ("\U0001f7e3\U0001f7ea", "purple"),
    )
    for symbol in symbols
}
"""Coloured circles and squares that people type for a colour."""
_COLOUR = re.compile(rf"\b(?:{'|'.join(COLOUR_WORDS)})\b|[{''.join(_SYMBOLS)}]", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:part(?:ial|ially|ly)?|almost|mostly|largely|substantially|half|to be)\b(?! on track)",
    re.IGNORECASE,
)
"""Before *complete* these say that it is not, and no colour is sure."""
_FIRST_WORDS = re.compile(r"^(.{3,40}?)(?:\s*[:;.,\n\u2013\u2014]|\s+-\s|$)")
_PALE, _GREY_SPREAD = 28, 14
_DARKEST_GREY, _LIGHTEST_GREY = 80, 225
_HUES = ((20, "red"), (70, "amber"), (170, "green"), (255, "blue"), (320, "purple"), (361, "red"))
"""Up to which angle of the colour circle, in degrees, a hue bears which name."""

DEFAULT_KEY_NOTE = "Plans differ in what a colour means; check this against the plan's own key."
CONFLICT_NOTE = "The words and the colour of the cell differ; the words were taken."
TWO_NOTE = "More than one colour is named."
PROGRESS_NOTE = "Told from the first words of the progress note."


@cache
def _terms() -> tuple[ReferenceTerm, ...]:
    return read_list("rag").terms


def colour_name(rgb: str | None) -> str | None:
    """Return which RAG colour a fill such as "FF00B050" or "C6EFCE" is, or None.

    White, black and the pale bands that make rows easier to read are none.
    """
    if not rgb or not re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", rgb):
        return None
    red, green, blue = (int(rgb[-6:][place : place + 2], 16) for place in (0, 2, 4))
    spread, light = max(red, green, blue) - min(red, green, blue), (red + green + blue) // 3
    if spread <= _GREY_SPREAD:
        return "grey" if _DARKEST_GREY <= light <= _LIGHTEST_GREY else None
    if spread < _PALE:
        return None
    hue = _hue(red, green, blue, spread)
    return next(name for limit, name in _HUES if hue < limit)


def _hue(red: int, green: int, blue: int, spread: int) -> float:
    if max(red, green, blue) == red:
        return 60 * ((green - blue) / spread % 6)
    if max(red, green, blue) == green:
        return 60 * ((blue - red) / spread + 2)
    return 60 * ((red - green) / spread + 4)


def read_rag(text: str, fill: str | None, heading: str = "") -> Rag | None:
    """Return the colour of a cell; None where the cell is empty and has no colour."""
    painted = colour_name(fill)
    said = _said(text) if text.strip() else None
    if said is None or (said.key is None and painted and said.note != TWO_NOTE):
        if painted is None:
            return said
        return Rag(painted, text, RagSource.COLOUR, heading)
    note = said.note
    if painted and said.key and painted != said.key and not said.note:
        note = CONFLICT_NOTE
    return Rag(said.key, text, said.source, heading, note)


def is_colour(text: str) -> bool:
    """Return whether a text is the name or symbol of a colour and nothing more."""
    rest, found = _COLOUR.subn("", text)
    return found > 0 and not re.search(r"\w", rest)


def rag_in_progress(text: str, heading: str) -> Rag | None:
    """Return the colour with which a progress note begins, as *Amber: two posts are empty*."""
    match = _FIRST_WORDS.match(text)
    said = match[1].strip() if match else ""
    if not is_colour(said) and normal(said) not in _status_words():
        return None
    found = _said(said)
    return replace(found, heading=heading, note=found.note or PROGRESS_NOTE) if found.key else None


@cache
def _status_words() -> frozenset[str]:
    names = (normal(name) for term in _terms() for name in term.names)
    return frozenset(name for name in names if len(name) > 1)


def _said(text: str) -> Rag:
    named = {(COLOUR_WORDS | _SYMBOLS)[word.casefold()] for word in _COLOUR.findall(text)}
    if len(named) == 1:
        return Rag(named.pop(), text, RagSource.WORDS)
    if named:
        return Rag(None, text, None, note=TWO_NOTE)
    letter = normal(text).upper()
    for term in _terms():
        if letter == term.more.get("letter"):
            return Rag(term.key, text, RagSource.LETTER)
    key = None if _UNFINISHED.search(text) else propose(text, _terms()).key
    return Rag(key, text, RagSource.WORDS if key else None, note=DEFAULT_KEY_NOTE if key else "")


def by_own_key(rag: Rag, key: Mapping[str, str]) -> Rag:
    """Return a colour that was told from words such as *Complete* by the plan's own key."""
    said = normal(rag.text)
    colours = [colour for colour, meaning in key.items() if said and said == normal(meaning)]
    if rag.source is RagSource.COLOUR or len(colours) != 1 or rag.note == TWO_NOTE:
        return rag
    return replace(rag, key=colours[0], source=RagSource.WORDS, note="")
