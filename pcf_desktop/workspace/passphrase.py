"""What makes a passphrase good enough, and the one form in which it is used."""

import unicodedata
from typing import Final

from pcf_desktop.workspace.faults import WeakPassphrase

GUESSES: Final = 10**10
"""Tries that somebody with the file must be ready to make: at half a second each, 150 years."""

_LONGEST = 72
"""Letters that are judged; the library's time grows with the cube of them."""
_LENGTH, _WORDS = 12, 4
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\uff07", "'"))
_OURS = ("pcf", "pcf desktop", "parent", "carer", "forum", "send", "ofsted", "passphrase")
"""Words that anybody who knows what is in the file would try first."""

_REASONS = {
    "repeat": "This passphrase repeats itself, so it could be guessed.",
    "sequence": "Letters or numbers in their order are among the first that anybody would try.",
    "spatial": "Keys that lie beside each other are among the first that anybody would try.",
    "date": "This passphrase is mostly a date, and dates are easy to guess.",
}
_SHORT = "This passphrase is short, so it could be guessed."
_COMMON = "This passphrase is among the first that anybody would try."


def normal(passphrase: str) -> bytes:
    """Return the bytes to derive a key from: the same whichever keyboard typed the letters.

    Unicode NFKC, spaces at either end and doubled spaces left out (they cannot be seen), and one
    apostrophe, for a telephone writes another than a laptop.
    """
    return " ".join(_composed(passphrase.translate(_APOSTROPHES)).split()).encode()


def forms(passphrase: str) -> list[bytes]:
    """Return what to try in turn: the normal form, and that of files made before it was so."""
    before = " ".join(_composed(passphrase).split()).encode()
    return list(dict.fromkeys([normal(passphrase), before]))


def require_strong(passphrase: str) -> None:
    """Raise `WeakPassphrase` with the reason if it could be guessed by somebody with the file.

    No rule asks for digits or symbols: unrelated words are what helps (NCSC, "three random
    words"). The spaces between words are not counted as something that has to be guessed.
    """
    text = normal(passphrase).decode()
    if not _is_latin(text):
        _require_long(text)
        return
    joined = "".join(text.split())
    if not joined:
        raise WeakPassphrase(_SHORT)
    # imported here, for its lists of words take 0.3 s and are wanted once in a forum's life
    from zxcvbn import zxcvbn  # noqa: PLC0415

    written = {each[:_LONGEST] for each in (text, joined, joined.casefold())}
    judged = [zxcvbn(each, user_inputs=list(_OURS)) for each in sorted(written)]
    worst = min(judged, key=lambda each: each["guesses"])
    if worst["guesses"] < GUESSES:
        raise WeakPassphrase(_reason([part["pattern"] for part in worst["sequence"]], text))


def _is_latin(text: str) -> bool:
    """Say whether most letters are those of which the library knows the words."""
    letters = [letter for letter in text if letter.isalnum()]
    return 2 * sum(letter.isascii() for letter in letters) >= len(letters)


def _require_long(text: str) -> None:
    """Judge a passphrase in letters of which no list knows the common words: by its length."""
    if len(text) < _LENGTH and len(set(text.split())) < _WORDS:
        raise WeakPassphrase(_SHORT)
    if len(set(text)) <= _WORDS:
        raise WeakPassphrase(_REASONS["repeat"])


def _reason(patterns: list[str], text: str) -> str:
    known = [_REASONS[each] for each in patterns if each in _REASONS]
    if known:
        return known[0]
    return _COMMON if "dictionary" in patterns and len(text) >= _LENGTH else _SHORT


def _composed(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)
