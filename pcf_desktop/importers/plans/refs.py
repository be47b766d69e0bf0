"""Refs of actions and their natural order: 3.1.3 after 3.1.2, 3.10 after 3.9, 2b after 2a."""

import re
from collections.abc import Sequence
from typing import TypeAlias, TypeVar

RefKey: TypeAlias = tuple[tuple[int, int, str], ...]

_PART = re.compile(r"\d+|[^\W\d_]+")
_BEFORE = r"(?:action|ref|no|task|step|priority|objective|workstream|outcome|ws)?\.?\s?"
_REF = re.compile(
    rf"^{_BEFORE}\(?[a-z]{{0,4}}\d{{1,3}}[a-z]?(?:\s?[./-]\s?[a-z]{{0,4}}\d{{1,3}}[a-z]?)*"
    r"(?:\([ivxa-z]{1,4}\))?[.):]?$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^\(?([A-Za-z]{0,3}\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)\)?[.:)\s\u2013-]+(?=\S)")
_LONGEST = 24

T = TypeVar("T")


def ref_key(ref: str) -> RefKey:
    """Return by what refs are sorted: numbers as numbers, letters after numbers."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _PART.findall(ref)
    )


def is_ref(text: str) -> bool:
    """Return whether a text is a ref and nothing more, such as 3.1.2, WS1/2 or Action 4."""
    return len(text) <= _LONGEST and _REF.match(text.strip()) is not None


def split_ref(text: str) -> tuple[str | None, str]:
    """Return the ref at the beginning of an action, and the action without it.

    Only a ref of at least two levels is one: *3 new posts* is no action number 3.
    """
    match = _LEADING.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def in_order(items: Sequence[tuple[str | None, T]]) -> list[T]:
    """Return what stands beside the refs in their order.

    An item without a ref stays behind the one before it. Where a ref stands twice, the order
    of the file is kept.
    """
    keyed: list[tuple[RefKey, int, T]] = []
    last: RefKey = ()
    for place, (ref, item) in enumerate(items):
        last = ref_key(ref) if ref else last
        keyed.append((last, place, item))
    return [item for _, _, item in sorted(keyed, key=lambda entry: entry[:2])]
