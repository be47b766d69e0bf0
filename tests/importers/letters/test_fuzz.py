"""Damaged files: each is read or refused in words, and never takes long."""

import random
import time

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.reading import read_letter

MUTATIONS = 120
SLOWER = 60
"""No damaged file takes the processor so many times as long as the whole one."""


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some flipped, cut out, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(changed))
        length = chance.randint(1, 60)
        match chance.randrange(4):
            case 0:
                changed[place] = chance.randrange(256)
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = changed[place : place + length]
            case _:
                changed[place : place + length] = chance.randbytes(length)
        if len(changed) < 2:
            break
    return bytes(changed[: chance.randint(1, len(changed))] if chance.random() < 0.2 else changed)


def refusal(data: bytes) -> tuple[str, str, str] | None:
    """Return the three sentences with which a file is refused, or None where it is read."""
    try:
        letter = read_letter(data)
    except UserError as error:
        return error.happened, error.safe, error.todo
    assert all(0 <= p.start < p.end <= len(letter.text) for p in letter.priorities)
    return None


def read_in(data: bytes) -> float:
    """Return the processor's seconds in which an undamaged letter is read."""
    began = time.process_time()
    read_letter(data)
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pdf_letter", "word_letter", "web_letter"])
def test_a_damaged_file_is_read_or_refused(kind: str, request: pytest.FixtureRequest) -> None:
    data: bytes = request.getfixturevalue(kind)
    chance, refused, longest = random.Random(kind), 0, 0.0
    bare = max(read_in(data) for _ in range(3))
    for _ in range(MUTATIONS):
        began = time.process_time()
        said = refusal(damaged(data, chance))
        assert said is None or all(said)
        refused += said is not None
        longest = max(longest, time.process_time() - began)
    told = f"{kind}: {MUTATIONS} damaged files, {refused} refused"
    print(f"{told}, longest {longest / bare:.1f} times")  # noqa: T201
    assert longest < SLOWER * bare
