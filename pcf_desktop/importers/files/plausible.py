"""How well a letter or sign stands where it stands: the one judge of garbled text.

*It’s* has its apostrophe behind a letter; *Itâ€™s* has a currency inside a word, *ItÕs* a capital.
Read in the right encoding a text gains points, read in a wrong one it loses them.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_SIGN: Final = re.compile("[^\x00-\x7f]")
_ARROWS: Final = "←↑→↓"
_PICTURES: Final = "\u2300"
"""From here on ticks, Chinese and emoji: they stand beside anything, as arrows do."""
_WORDS: Final = "àáèéìíòóùúæøåöâ"
"""Letters that are words by themselves."""
_NO_BREAK: Final = "\xa0\u202f"

Points = Callable[[str, str], int]
"""What stands before and behind (empty at either end) to points."""


def _quote_that_opens(before: str, behind: str) -> int:
    return 2 if not before.isalnum() and behind.isalnum() else -1


def _quote_that_closes(before: str, behind: str) -> int:
    return 2 if before.strip() and not behind.isalnum() else -1


def _apostrophe(before: str, behind: str) -> int:
    return 2 if before.isalnum() else 1 if behind.isalnum() or before else -1


def _dash(before: str, behind: str) -> int:
    return 2 if before.isspace() == behind.isspace() else 0


def _dots(before: str, behind: str) -> int:
    return 1 if before.strip() or behind.strip() else 0


def _currency(before: str, behind: str) -> int:
    if before.isalpha() or behind.isalpha():
        return -2
    return 2 if behind.isdigit() else 1 if before.isdigit() else 0


def _beside_a_figure(before: str, behind: str) -> int:
    return 1 if before.isdigit() or not (before.isalpha() or behind.isalpha()) else -2


def _bullet(before: str, behind: str) -> int:
    return 1 if not before.strip() or behind.isspace() else -2


def _trade_mark(before: str, behind: str) -> int:
    return 1 if before.isalnum() and not behind.isalnum() else -2


def _angle_quote(before: str, behind: str) -> int:
    one_side = bool(before.strip()) != bool(behind.strip())
    return 1 if one_side else 0 if {before, behind} & set(_NO_BREAK) else -1


def _never(_before: str, _behind: str) -> int:
    return -4


def _nothing(_before: str, _behind: str) -> int:
    return 0


_SIGNS: Final[dict[str, Points]] = {
    **dict.fromkeys("“‘„", _quote_that_opens),
    **dict.fromkeys("”", _quote_that_closes),
    **dict.fromkeys("’", _apostrophe),
    **dict.fromkeys("–—", _dash),
    **dict.fromkeys("…", _dots),
    **dict.fromkeys("£€", _currency),
    **dict.fromkeys("½¼¾°²³±×", _beside_a_figure),
    **dict.fromkeys("•·", _bullet),
    **dict.fromkeys("™®", _trade_mark),
    **dict.fromkeys("«»", _angle_quote),
    **dict.fromkeys("©", _bullet),
    **dict.fromkeys("¡¿", _quote_that_opens),
    **dict.fromkeys("\uf8ff\ufffd", _never),
    **dict.fromkeys(f"{_NO_BREAK}\xad\u200b\u200d\ufe0f\ufeff", _nothing),
}


def points(text: str, start: int = 0, end: int | None = None) -> int:
    """Return how plausible the letters and signs beyond ASCII are; below 0 is garbled.

    Only those from `start` to before `end` count; the others are their neighbours.
    """
    found = _SIGN.finditer(text, start, len(text) if end is None else end)
    return sum(
        _points(text[at], text[at - 1 : at], text[at + 1 : at + 2]) for at in map(_place, found)
    )


def _place(found: re.Match[str]) -> int:
    return found.start()


def _points(sign: str, before: str, behind: str) -> int:
    if sign in _SIGNS:
        return _SIGNS[sign](before, behind)
    if sign >= _PICTURES or sign in _ARROWS:
        return 1
    if unicodedata.category(sign).startswith("M"):
        return 0
    if not sign.isalpha() or sign in "ªºˆƒ":
        return _sign(before, behind)
    if sign.isupper():
        return _capital(sign, before, behind)
    alone = not before.isalpha() and not behind.isalpha() and sign.islower()
    return 0 if alone and (sign not in _WORDS or before.strip() or behind.strip()) else 1


def _sign(before: str, behind: str) -> int:
    return -2 if before.isalpha() or behind.isalpha() else -1


def _capital(sign: str, before: str, behind: str) -> int:
    if sign == "Ã" and behind.isalpha() and behind not in "OoEeSsIi":
        return -2  # in Portuguese no other letter comes after it; in garbled text any
    if before.islower():
        return -2
    return 1 if before.isalpha() or behind.isalpha() else -1
