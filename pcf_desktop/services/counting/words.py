"""How a text is cut into words. There are four ways, for what a word is depends on who asks."""

import re
import unicodedata
from typing import Literal

TYPED = re.compile(r"\w+")
"""As somebody types it to be found: `a_b` is one, and its parts have to stand together."""

INDEXED = re.compile(r"[^\W_]+")
"""As the search index cuts a text: letters and digits; only so do marks fall where it found."""

SPOKEN = re.compile(r"[^\W\d_][\w’'-]*")
"""As it is read, with all that hangs on it: `child’s`, `Year-7s`. It begins with a letter."""

OF_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""As a dictionary has it: without a figure, a dash or an apostrophe only between letters."""


def unaccented(words: str, form: Literal["NFD", "NFKD"] = "NFD") -> str:
    """Return words in small letters without accents, as the search index compares them.

    `NFKD` takes apart also what a printer joined, as `ﬁ`, which the index does not.
    """
    apart = unicodedata.normalize(form, words.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
