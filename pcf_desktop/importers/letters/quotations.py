"""What somebody said about a letter is not the letter: speech in quotation marks."""

import re
from functools import lru_cache

from pcf_desktop.importers.letters.vocabulary import spaced

_SAID = spaced(
    r"\b(?:said|says|added|adds|commented|comments|told|explained|continued|responded|stated)\b"
)
_INSPECTORS = spaced(r"inspectors?|ofsted|cqc|care quality commission|the (?:report|letter)|hmci")
_OPEN = re.compile(r'(?:^|[\s(])"(?=\w)|(?:^|\s)\'\'(?=\w)')
_FEWEST_WORDS = 9
_NEAR = 220
_LONGEST = 2500


@lru_cache(maxsize=4)
def _speeches(even: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    place = 0
    while opened := _OPEN.search(even, place):
        start = opened.end()
        end = _close(even, start)
        if len(even[start:end].split()) >= _FEWEST_WORDS and _is_attributed(even, start, end):
            found.append((start, end))
        place = end if end > start else start + 1
    return tuple(found)


def _close(even: str, start: int) -> int:
    """Return where the speech ends; a quote that opens each paragraph closes with the last."""
    for match in re.compile(r'"|\'\'').finditer(even, start, start + _LONGEST):
        if not re.match(r"\w", even[match.end() : match.end() + 1]):
            return match.start()
    paragraph = even.find("\n\n", start)
    return paragraph if 0 <= paragraph < start + _LONGEST else min(len(even), start + 400)


def _is_attributed(even: str, start: int, end: int) -> bool:
    before, after = even[max(0, start - _NEAR) : start], even[end : end + 90]
    speaker = re.split(r"\n\s*\n|[.!?]\s", before)[-1]
    lead = _SAID.search(speaker) or re.search(r":\s*\W*$", before)
    return bool(lead and not _INSPECTORS.search(speaker)) or bool(
        _SAID.search(after) and not _INSPECTORS.search(after)
    )


def is_speech(even: str, place: int) -> bool:
    """Return whether a place lies inside what a named person, not an inspector, is quoted with."""
    return any(start <= place < end for start, end in _speeches(even))
