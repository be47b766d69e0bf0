"""Page furniture: page numbers, running headers and footers that stand between the words."""

import re
from collections import Counter
from collections.abc import Iterator

_PAGE_NUMBER = re.compile(
    r"^[ \t]*(?:[-–|]?\s*page\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*[-–|]?"
    r"|\d{1,3}\s*(?:of|/)\s*\d{1,3}|[-–]\s*\d{1,3}\s*[-–]|\|?\s*p\s*a\s*g\s*e\s*\|?\s*\d{1,3}"
    r"|\d{1,3}\s*\|\s*p\s*a\s*g\s*e)[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BARE_NUMBER = re.compile(r"^[ \t]*\d{1,3}[ \t\r]*$")
_NUMBERED_TITLE = re.compile(
    r"^.{0,70}\bpage\s+\d{1,3}(?:\s+of\s+\d{1,3})?$|^\d{1,3}\s+(?:of\s+\d{1,3}\s+)?[|•].{0,60}$",
    re.IGNORECASE,
)
_MOST_WORDS = 14
_EDGE = 3
_DIGITS = re.compile(r"\d+")
_MEANING = re.compile(
    r"progress|effective action|weakness|priority|improvement|responsible|strengths|^•|^\d+[.)]|:$",
    re.IGNORECASE,
)


def furniture(even: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of lines that belong to the page and not to the letter.

    `even` is the even form of `text`; form feeds in `text` tell where pages end.
    """
    rows = list(_rows(even))
    breaks = {place for place, char in enumerate(text) if char == "\f"}
    numbers = {
        index
        for index, (_, _, words) in enumerate(rows)
        if _PAGE_NUMBER.match(words) or _NUMBERED_TITLE.match(words)
    }
    edges = _edges(rows, breaks) if breaks else set()
    numbers |= {index for index in edges if _BARE_NUMBER.match(rows[index][2])}
    numbers |= _repeated(rows, edges, least=2)
    numbers |= {index for index in range(len(rows)) if _stands_between(rows, index)}
    beside = {index + step for index in numbers for step in (-2, -1, 1, 2)} - numbers
    numbers |= _repeated(rows, beside, least=2)
    for index in sorted(numbers):
        start, end, _ = rows[index]
        yield start, end


_APART = 12


def _stands_between(rows: list[tuple[int, int, str]], index: int) -> bool:
    """Return whether a lone number parts a list or a phrase, as a page's number does in a paste.

    Numbers of list items that stand alone follow close on one another; pages do not.
    """
    if not _BARE_NUMBER.match(rows[index][2]) or not 0 < index < len(rows) - 1:
        return False
    near = rows[max(0, index - _APART) : index] + rows[index + 1 : index + 1 + _APART]
    if rows[index - 1][2] or rows[index + 1][2] or any(_BARE_NUMBER.match(w) for *_, w in near):
        return False
    before = next((words for *_, words in reversed(rows[:index]) if words), ":")
    after = next((words for *_, words in rows[index + 1 :] if words), "")
    return not before.endswith(":") and (after.startswith("•") or after[:1].islower())


def _rows(even: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for raw in even.split("\n"):
        yield start, start + len(raw), raw.strip()
        start += len(raw) + 1


def _edges(rows: list[tuple[int, int, str]], breaks: set[int]) -> set[int]:
    """Return the first and last few filled lines of each page."""
    pages: list[list[int]] = [[]]
    for index, (_, end, words) in enumerate(rows):
        if words:
            pages[-1].append(index)
        if end in breaks:
            pages.append([])
    return {index for page in pages for index in (*page[:_EDGE], *page[-_EDGE:])}


def _repeated(rows: list[tuple[int, int, str]], among: set[int], least: int) -> set[int]:
    """Return those of the lines that come again and again, digits apart."""
    forms = [_DIGITS.sub("0", words.casefold()) for _, _, words in rows]
    counted = Counter(form for form in forms if form)
    return {
        index
        for index in among
        if 0 <= index < len(rows)
        and counted[forms[index]] >= least
        and len(forms[index].split()) <= _MOST_WORDS
        and not _MEANING.search(forms[index])
    }
