"""Headings that carry the row of a grid in themselves: `Question [Row]`, `Question >> Row`."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pcf_desktop.importers.tools.tool import ColumnHeading

SQUARE = re.compile(r"(?P<text>.*\S)\s*\[(?P<row>[^\[\]]+)\]", re.DOTALL)
ARROWS = re.compile(r"(?P<text>.*?\S)\s*>>\s*(?P<row>.*\S)", re.DOTALL)


def bracketed_headings(
    titles: Sequence[str], known: Mapping[int, ColumnHeading], pattern: re.Pattern[str] = SQUARE
) -> tuple[ColumnHeading, ...]:
    """Return a heading for each title; `known` are those that are settled already.

    A bracket is the row of a grid only where another column has the same words before it.
    """
    found = [pattern.fullmatch(title) for title in titles]
    shared = Counter(match["text"] for match in found if match)
    headings: list[ColumnHeading] = []
    for place, (title, match) in enumerate(zip(titles, found, strict=True)):
        if place in known:
            headings.append(known[place])
        elif match and shared[match["text"]] > 1:
            headings.append(ColumnHeading(match["text"], row=match["row"]))
        else:
            headings.append(ColumnHeading(title))
    return tuple(headings)
