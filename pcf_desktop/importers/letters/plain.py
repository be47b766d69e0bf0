"""Lists that lost their marks: one item a line or a paragraph after the announcement."""

from pcf_desktop.importers.letters.endings import ends_list
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.joins import goes_on, is_closed, is_full, is_separated
from pcf_desktop.importers.letters.region import Region, RegionRow

_LONGEST_ITEM = 75
_SHORT = 40


def plain(region: Region, expected: int | None) -> tuple[Item, ...]:
    """Return the items of a list without marks; none where its end cannot be told."""
    groups = _groups(region)
    taken: list[list[RegionRow]] = []
    for group in groups:
        if expected is not None and len(taken) == expected:
            break
        if not _is_item(group, taken, expected):
            break
        taken.append(group)
    if not taken or (len(taken) == 1 and expected != 1):
        return ()
    certainty = 0.8 if expected == len(taken) else 0.6
    return tuple(Item(tuple(row.content for row in group), certainty=certainty) for group in taken)


def _groups(region: Region) -> list[list[RegionRow]]:
    """Return the rows, those together that make one paragraph or one broken line."""
    groups: list[list[RegionRow]] = []
    width = region.view.width
    for row in region.rows:
        if row.mark is not None:
            break
        before = groups[-1][-1] if groups else None
        joins = before and goes_on(before.words, row.words, gap=row.gap, width=width)
        if before and joins and not _is_next(groups, row, before, region):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _is_next(
    groups: list[list[RegionRow]], row: RegionRow, before: RegionRow, region: Region
) -> bool:
    """Return whether a small letter begins an item, as it begins the first, and no broken line."""
    first = groups[0][0].words
    if not (first[0].islower() and row.words[0].islower()):
        return False
    if is_full(before.words, row.words, region.view.width):
        return False
    return not goes_on(before.words, row.words.capitalize(), gap=False, width=None)


def _is_item(group: list[RegionRow], taken: list[list[RegionRow]], expected: int | None) -> bool:
    words = " ".join(row.words for row in group)
    count = len(words.split())
    if ends_list(words) or count > _LONGEST_ITEM or words.endswith((":", "?")):
        return False
    if taken and taken[0][0].words[0].islower() != words[0].islower():
        return expected is not None and is_separated(taken[-1][-1].words)
    if words[0].islower() or is_separated(words):
        return True
    is_narrative = is_closed(words) and (". " in words or expected is None)
    return not is_narrative and count <= _SHORT
