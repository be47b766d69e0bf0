"""What makes a passphrase good enough, and the one form in which it is used."""

import re
import unicodedata
from typing import Final

from pcf_desktop.workspace.faults import WeakPassphrase

LENGTH: Final = 12
WORDS: Final = 4
_FEW_LETTERS = 5
_COMMON = frozenset(
    {"password", "passphrase", "qwerty", "letmein", "welcome", "pcfdesktop", "changeme"}
)


def normal(passphrase: str) -> bytes:
    """Return the bytes to derive a key from: the same whichever keyboard typed the letters.

    Unicode NFKC, spaces at either end and doubled spaces left out (they cannot be seen).
    """
    return " ".join(unicodedata.normalize("NFKC", passphrase).split()).encode()


def require_strong(passphrase: str) -> None:
    """Raise `WeakPassphrase` unless it has 12 characters or four words, and is no common one.

    No rule asks for digits or symbols: length is what helps (NCSC, "three random words").
    """
    text = normal(passphrase).decode()
    words = {word.casefold() for word in text.split()}
    if len(text) < LENGTH and len(words) < WORDS:
        raise WeakPassphrase("This passphrase is short, so it could be guessed.")
    if len(set(text.casefold())) < _FEW_LETTERS:
        raise WeakPassphrase("This passphrase repeats the same few characters.")
    if re.sub(r"[\W\d_]+", "", text.casefold()) in _COMMON:
        raise WeakPassphrase("This passphrase is among the first that anybody would try.")
