"""The recovery key as it is printed: eight groups of five characters, each with its own check.

Four characters of a group carry 20 bits, so a key has 160. The fifth checks the group: a sum in
the field of 32 elements, whose weights differ, so that any one wrong character and any two
swapped ones show; the group's number is added, so groups in the wrong order show too.
"""

import re
import secrets
from typing import Final

from pcf_desktop.workspace.faults import MistypedRecoveryKey

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U: they look like 1, 0 and V."""

GROUPS: Final = 8
LETTERS: Final = 5
SECRET_SIZE: Final = 20
"""Bytes."""

_BITS = 5
_LOOK_ALIKES = str.maketrans("OILU", "011V")
_WEIGHTS = (2, 4, 8, 16)
_FIELD = 0b100101
"""x⁵ + x² + 1, irreducible over two elements."""


def new_secret() -> bytes:
    """Return the random bytes of a new recovery key."""
    return secrets.token_bytes(SECRET_SIZE)


def printed(secret: bytes) -> str:
    """Return the key for the recovery sheet, as `7K2M9-…-…`."""
    number = int.from_bytes(secret, "big")
    per_group = LETTERS - 1
    values = [
        number >> _BITS * (GROUPS * per_group - 1 - place) & 31
        for place in range(GROUPS * per_group)
    ]
    groups = (values[start : start + per_group] for start in range(0, len(values), per_group))
    return "-".join(
        "".join(ALPHABET[value] for value in [*group, _check(group, place)])
        for place, group in enumerate(groups, start=1)
    )


def groups_of(text: str) -> list[str]:
    """Return the groups of a printed key, as when a person types two of them back.

    Of a line that was copied with the words before it, as "Recovery key: …", the key is taken.
    """
    tidy = text.upper().translate(_LOOK_ALIKES)
    parts = [part for part in re.split(r"[\W_]+", tidy) if part]
    if len(parts) == GROUPS:
        return parts
    whole = [place for place, part in enumerate(parts) if len(part) == LETTERS]
    if len(whole) == GROUPS < len(parts):
        return [parts[place] for place in whole]
    joined = "".join(parts)
    return [joined[start : start + LETTERS] for start in range(0, len(joined), LETTERS)]


def read(text: str) -> bytes:
    """Return the bytes of a key typed in any case, with any spaces, and O for 0 or I for 1.

    Raises `MistypedRecoveryKey` with the number of the first group that cannot be right.
    """
    groups = groups_of(text)
    number = 0
    for place in range(1, max(GROUPS, len(groups)) + 1):
        values = _values(groups[place - 1], place) if place <= min(len(groups), GROUPS) else None
        if values is None:
            raise MistypedRecoveryKey(min(place, GROUPS))
        for value in values:
            number = number << _BITS | value
    return number.to_bytes(SECRET_SIZE, "big")


def _values(group: str, place: int) -> list[int] | None:
    """Return the four values of a group, or None if it has a mistake."""
    values = [ALPHABET.find(letter) for letter in group]
    if len(values) != LETTERS or min(values) < 0 or _check(values[:-1], place) != values[-1]:
        return None
    return values[:-1]


def _check(values: list[int], place: int) -> int:
    check = place
    for weight, value in zip(_WEIGHTS, values, strict=True):
        check ^= _times(weight, value)
    return check


def _times(left: int, right: int) -> int:
    """Multiply in the field of 32 elements."""
    product = 0
    for bit in range(_BITS):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(2 * _BITS - 2, _BITS - 1, -1):
        if product >> bit & 1:
            product ^= _FIELD << bit - _BITS
    return product
