"""Boxes in columns of their own, `Question/Option` with 0 and 1, as XLSForm tools write them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pcf_desktop.importers.columns.options import OTHER
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.stacked import is_other
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole

_MARKS = frozenset({"0", "1", "true", "false", "yes", "no"})
_PATH = re.compile(r"(?:[A-Za-z]\w*/)+(?=.*\S)")
_TOLD_TWICE = "The boxes beside this column say the same."
_LEAST = 2


def split_headings(
    titles: Sequence[str], known: Mapping[int, ColumnHeading], body: Sequence[Sequence[Cell]]
) -> tuple[ColumnHeading, ...]:
    """Return a heading for each title; the boxes of one question make one.

    `known` are settled already. A column that lists in one cell what its boxes tick is left out.
    """
    open_ = [place for place in range(len(titles)) if place not in known]
    boxes = {place for place in open_ if "/" in titles[place] and _is_box(place, body)}
    groups = _groups(titles, open_, boxes)
    headings = dict(known)
    for number, (question, places) in enumerate(groups.items()):
        options = {place: titles[place][len(question) + 1 :].strip() for place in places}
        for place, option in options.items():
            headings[place] = ColumnHeading(_named(question), option=option, group=number)
        after = max(places) + 1
        has_other = any(option.lower() == OTHER.lower() for option in options.values())
        if has_other and after in open_ and is_other(titles[after]):
            headings[after] = ColumnHeading(_named(question), other=True, group=number)
    for place in open_:
        if place in headings:
            continue
        title = titles[place]
        if title in groups:
            headings[place] = ColumnHeading(title, ColumnRole.IGNORED, reason=_TOLD_TWICE)
        else:
            headings[place] = ColumnHeading(_named(title))
    return tuple(headings[place] for place in range(len(titles)))


def _groups(titles: Sequence[str], places: Sequence[int], boxes: set[int]) -> dict[str, list[int]]:
    """Return the places of each question's boxes; the question is a column, or has several."""
    listed = {titles[place] for place in places}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted(boxes):
        parts = titles[place].split("/")
        prefixes = ["/".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
        question = next((each for each in prefixes if each in listed), prefixes[0])
        found[question].append(place)
    return {
        question: each
        for question, each in found.items()
        if question in listed or len(each) >= _LEAST
    }


def _is_box(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    return all(
        as_text(row[place]).strip().lower() in _MARKS for row in body if not is_blank(row[place])
    )


def _named(title: str) -> str:
    """Return a question without the codes of the groups that it stands in."""
    return _PATH.sub("", title, count=1) or title
