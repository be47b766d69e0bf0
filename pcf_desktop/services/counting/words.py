"""How a text is cut into words. There are four ways, for what a word is depends on who asks."""

import re
import unicodedata

from pcf_desktop.workspace.search_letters import MARKS, UNSPACED, plain

_ACCENTS = re.compile("[\u0300-\u036f]")

TYPED = re.compile(rf"[\w{MARKS}{UNSPACED}]+")
"""As somebody types it to be found: `a_b` is one, and its parts have to stand together."""

INDEXED = re.compile(rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*")
"""As the search index cuts a text: letters with their signs, and digits."""

SPOKEN = re.compile(rf"[^\W\d_][\w{MARKS}’'-]*")
"""As it is read, with all that hangs on it: `child’s`, `Year-7s`. It begins with a letter."""

_LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
OF_LETTERS = re.compile(rf"{_LETTERS}(?:[-'’]{_LETTERS})*")
"""As a dictionary has it: without a figure, a dash or an apostrophe only between letters."""


def as_indexed(words: str) -> str:
    """Return words as the search index compares them: in small letters, folded, without accents."""
    return _without_accents(plain(words).lower())


def _without_accents(words: str) -> str:
    if words.isascii():
        return words
    apart = unicodedata.normalize("NFD", words)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
