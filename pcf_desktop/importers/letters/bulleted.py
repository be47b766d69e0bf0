"""Lists with marks: bullets, numbers, letters and labels, over broken lines and pages."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pcf_desktop.importers.letters.bodies import names_bodies
from pcf_desktop.importers.letters.endings import ends_list, is_title
from pcf_desktop.importers.letters.glued import split_glued
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.joins import (
    begins_short_form,
    goes_on,
    is_closed,
    is_full,
    is_separated,
)
from pcf_desktop.importers.letters.region import Region, RegionRow

_FARTHEST = 14
"""Lines that an item may run on before the next mark."""

_LONGEST_ITEM = 90
"""Words. The longest item met in a real letter has seventy."""


def bulleted(region: Region, expected: int | None) -> tuple[Item, ...]:
    """Return the items of a list whose first row begins with a mark.

    `expected` is how many the letter promises; it decides where a last item lost its mark.
    """
    first = region.first
    if first is None or first.mark is None:
        return ()
    items, rest = _walk(region)
    items = [part for item in items for part in split_glued(region.view.even, item, first.mark)]
    items = _without_false_marks(region.view.even, items, expected)
    whole = _with_lost_mark(region, items, rest, expected)
    if len(whole) == len(items):
        return tuple(whole)
    return (*whole[:-1], *split_glued(region.view.even, whole[-1], first.mark))


def _walk(region: Region) -> tuple[list[Item], tuple[RegionRow, ...]]:
    """Return the items in the rows, and the rows after them."""
    rows, items = region.rows, list[Item]()
    for index, row in enumerate(rows):
        if _begins_item(rows, index, items):
            mark = row.mark
            items.append(
                Item((row.content,), mark.number if mark else None, mark.kind if mark else None)
            )
        elif items and _belongs(region, index, items[-1]):
            items[-1] = _longer(items[-1], row)
        elif items and rows[0].mark and rows[0].mark.style == "label" and _label_later(rows, index):
            continue
        else:
            return items, rows[index:]
    return items, ()


def _longer(item: Item, row: RegionRow) -> Item:
    """Return the item with the row's words; a mark that stood alone gives way to them."""
    if item.start >= item.end:
        return replace(item, pieces=(row.content,))
    return item.plus(*row.content)


def _begins_item(rows: Sequence[RegionRow], index: int, items: Sequence[Item]) -> bool:
    first, mark = rows[0], rows[index].mark
    if mark is None or first.mark is None:
        return False
    if first.mark.style in {"number", "label", "letter"}:
        if mark.style != first.mark.style:
            return False
        last = items[-1].number if items else None
        return last is None or mark.number is None or mark.number in {last + 1, last + 2}
    is_sub = rows[index].indent > first.indent + 1 and mark.style != first.mark.style
    before = rows[index - 1].words if index else ""
    opens = before.endswith(":") and mark.style != first.mark.style
    return mark.style.startswith("bullet") and not is_sub and not (opens and items)


def _belongs(region: Region, index: int, item: Item) -> bool:
    """Return whether a row that begins no item is more of the item before it."""
    row, before = region.rows[index], region.rows[index - 1]
    if item.start >= item.end:
        return not ends_list(row.words)
    label = region.rows[0].mark is not None and region.rows[0].mark.style == "label"
    under = _is_below_body(region, index, item) or (label and _is_sub_item(region, index, item))
    if under or (row.mark and row.mark.style.startswith("bullet")):
        return under or not label
    if row.mark and region.rows[0].mark and row.mark.style == region.rows[0].mark.style:
        return False
    is_over = is_title(row.words) or ends_list(row.words) or row.words.endswith(":")
    if is_over or (label and item.end < before.start):
        return False
    if goes_on(before.words, row.words, gap=row.gap, width=region.view.width):
        return True
    separated = (
        _heads_part(row) or is_separated(before.words) or (row.gap and is_closed(before.words))
    )
    return not label and not separated and _mark_comes(region.rows, index, row)


def _is_below_body(region: Region, index: int, item: Item) -> bool:
    """Return whether the item so far is the name of a body, and its duty begins with this row."""
    row, before = region.rows[index], region.rows[index - 1]
    if item.end < before.start or row.mark or ends_list(row.words):
        return False
    return names_bodies(" ".join(item.words(region.view.even).split()))


def _is_sub_item(region: Region, index: int, item: Item) -> bool:
    """Return whether a bullet belongs to a list inside the item under a label."""
    row, before = region.rows[index], region.rows[index - 1]
    if item.end < before.start or row.mark is None:
        return False
    in_list = before.words.endswith(":") or (before.mark is not None and is_separated(before.words))
    return row.mark.style.startswith("bullet") and in_list


_HEADING_WORDS = 6


def _heads_part(row: RegionRow) -> bool:
    """Return whether a row after a blank line is the heading of other bullets, bold or not."""
    words = row.words.strip("*_# ")
    is_short = 0 < len(words.split()) <= _HEADING_WORDS and words[-1] not in ".,;"
    return row.gap and is_short and words[0].isupper() and not begins_short_form(words)


def _mark_comes(rows: Sequence[RegionRow], index: int, row: RegionRow) -> bool:
    """Return whether the list goes on soon after this row, so that the row lies inside it."""
    if row.gap and len(row.words.split()) > _FARTHEST:
        return False
    style = rows[0].mark.style if rows[0].mark else ""
    for later in rows[index + 1 : index + _FARTHEST]:
        if later.mark and later.mark.style == style:
            return True
        if later.gap or ends_list(later.words) or later.words.endswith(":"):
            return False
    return False


def _label_later(rows: Sequence[RegionRow], index: int) -> bool:
    return any(row.mark and row.mark.style == "label" for row in rows[index:])


def _without_false_marks(even: str, items: list[Item], expected: int | None) -> list[Item]:
    """Join an item that begins with *and* to the one before; a bullet was set in mid-sentence."""
    joined: list[Item] = []
    for item in items:
        words = item.words(even).split()
        before = joined[-1].words(even) if joined else ""
        continues = bool(words) and words[0] in {"and", "or", "of", "which", "that", "with"}
        unfinished = bool(before) and not is_closed(before) and not is_separated(before)
        too_many = expected is None or len(items) > expected
        if joined and continues and unfinished and too_many:
            joined[-1] = replace(joined[-1], pieces=(*joined[-1].pieces, *item.pieces))
        else:
            joined.append(item)
    return [item for item in joined if item.end > item.start]


def _with_lost_mark(
    region: Region, items: list[Item], rest: tuple[RegionRow, ...], expected: int | None
) -> list[Item]:
    """Add the last item if its mark was lost: the sentence promises it, or the count does."""
    if not items:
        return items
    even = region.view.even
    missing = expected is not None and len(items) + 1 == expected
    promised = is_separated(items[-1].words(even)) and (missing or expected is None)
    if rest and (promised or missing) and _could_be_item(rest[0], items, even):
        lost = Item((rest[0].content,), certainty=0.7)
        for before, row in pairwise(rest):
            if not goes_on(before.words, row.words, gap=row.gap, width=region.view.width):
                break
            lost = lost.plus(*row.content)
        return [*items, lost]
    commas = len(items) > _FEW and all(even[: item.end].endswith(",") for item in items[:-1])
    return _split_last(region, items) if missing or commas else items


_FEW = 2


def _could_be_item(row: RegionRow, items: Sequence[Item], even: str) -> bool:
    starts_small = sum(even[item.start].islower() for item in items) * 2 > len(items)
    alike = row.words[0].islower() == starts_small
    return alike and not ends_list(row.words) and len(row.words.split()) <= _LONGEST_ITEM


def _split_last(region: Region, items: list[Item]) -> list[Item]:
    """Cut the last item at a line that was short although more words would have fitted."""
    even, last = region.view.even, items[-1]
    for index in range(1, len(last.pieces)):
        before = even[slice(*last.pieces[index - 1])]
        after = even[slice(*last.pieces[index])]
        broken_off = goes_on(before, after.capitalize(), gap=False, width=None)
        ends = not broken_off or before.endswith((", and", "; and"))
        if ends and not is_full(before, after, region.view.width):
            head = replace(last, pieces=last.pieces[:index])
            return [*items[:-1], head, Item(last.pieces[index:], certainty=0.6)]
    return items
