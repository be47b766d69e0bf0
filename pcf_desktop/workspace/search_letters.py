"""The letters that search takes for one another, and where a word ends in scripts without spaces.

The index itself folds capitals and the accents of Latin letters, which is enough for nearly every
text. Any other is folded here first: ł, œ, ß, printers' ligatures, letters of full width, accents
that stand by themselves, those of Greek and Cyrillic, Arabic and Hebrew vowels. What is written
without spaces (Chinese, Japanese, Thai) is cut into its letters, so that a word is found in a run.

Each text is indexed as this says. Change anything, and the index wants a migration (see
`db/README.md`).
"""

import re
import unicodedata
from typing import Final

FUNCTION: Final = "search_folded"
"""The name by which SQLite calls `indexed`."""

_TYPED_FOR: Final = """
    ł=l ø=o đ=d ð=d ħ=h ŧ=t ŋ=n ɛ=e ɔ=o œ=oe æ=ae þ=th ɓ=b ɖ=d ɗ=d ƙ=k ƴ=y ß=ss \u0131=i
    ک=ك ی=ي ى=ي ٱ=\u0627
"""
_LETTERS: Final = dict(pair.split("=") for pair in _TYPED_FOR.split())
"""What no table of Unicode takes apart; capitals are folded like the small letters."""

_LATIN: Final = "\u0300-\u036f\u0483-\u0487\u0653-\u0655"
"""Accents, once they stand by themselves: of Latin, Greek and Cyrillic, and the Arabic hamza."""
_VOWELS: Final = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670"
"""Hebrew and Arabic signs that some write and most do not, and the line that draws a word out."""
UNSEEN: Final = re.compile("[\xad\u180e\u200b-\u200d\u2060\ufeff]+")
"""What stands unseen inside a word; with it a text is indexed as one word and as two."""

_INDIC: Final = "".join(
    chr(each) for each in range(0x900, 0xE00) if unicodedata.category(chr(each)) in {"Mn", "Mc"}
)
MARKS: Final = (
    f"{_LATIN}{_VOWELS}{_INDIC}\u0656-\u065f\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0730-\u074a"
    "\u07a6-\u07b0\u135d-\u135f\u1a55-\u1a7f\u1ab0-\u1aff\u1b00-\u1b44"
    "\u1dc0-\u1dff\ua8e0-\ua8f1\uabe3-\uabed\ufe20-\ufe2f"
)
"""The signs that belong to the letter before them, such as the vowels of Indic scripts."""
UNSPACED: Final = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u3005-\u3007\u3041-\u3096"
    "\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese. All are ranges between square brackets."""

_BETWEEN: Final = "\ue000"
"""A letter that is nobody's, so that no phrase is found over the two readings of a text."""
_NOT_LEFT_TO_THE_INDEX: Final = (
    "\xaa\xad\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc6\xd0\xd8\xde\xdf\xe6\xf0\xf8\xfe\u0100-\u200f"
    "\u2028-\u202f\u205f-\u209f\u20d0-\u218f\u2c00-\ufe0d\ufe10-\ufffc"
    "\U00010000-\U0001efff\U0001fb00-\U0010ffff"
)
_FOR_US: Final = re.compile(f"[{_NOT_LEFT_TO_THE_INDEX}]+")
_TABLE: Final = str.maketrans(
    {
        **{letter.upper(): plain for letter, plain in _LETTERS.items() if len(letter.upper()) == 1},
        "ẞ": "ss",
        **_LETTERS,
    }
)
_DROPPED: Final = re.compile(f"[{_LATIN}{_VOWELS}]")
_EACH: Final = re.compile(f"[{UNSPACED}]")


def plain(text: str) -> str:
    """Return a text as the index is to see it; itself where the index needs no help.

    Small and capital letters stay apart, and Latin letters that carry an accent keep it.
    """
    if text.isascii() or not _FOR_US.search(text):
        return text
    return _FOR_US.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    whole = unicodedata.normalize("NFKC", found[0])
    bare = _DROPPED.sub("", unicodedata.normalize("NFD", whole))
    folded = unicodedata.normalize("NFC", bare).translate(_TABLE)
    return UNSEEN.sub("", _EACH.sub(r" \g<0> ", folded))


def indexed(text: str | None) -> str | None:
    """Return the words that are indexed instead of a text; None where it is indexed as it stands.

    SQLite calls it, by this name, for each text that is kept.
    """
    if text is None:
        return None
    words = plain(text)
    if UNSEEN.search(text):
        return f"{words} {_BETWEEN} {plain(UNSEEN.sub(' ', text))}"
    return None if words is text else words
