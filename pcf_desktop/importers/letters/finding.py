"""All the lists of priorities in a text, each with the words that announce it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pcf_desktop.importers.letters.announcements import Announcement, announcements
from pcf_desktop.importers.letters.bulleted import bulleted
from pcf_desktop.importers.letters.counts import StatedCounts
from pcf_desktop.importers.letters.duties import duties, has_duty
from pcf_desktop.importers.letters.endings import ends_list
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.plain import plain
from pcf_desktop.importers.letters.region import Region, region
from pcf_desktop.importers.letters.running import running
from pcf_desktop.importers.letters.sections import judged, sections, verdicts
from pcf_desktop.importers.letters.tables import tables
from pcf_desktop.importers.letters.view import View
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement


@dataclass(frozen=True)
class FoundList:
    """A list of priorities as it stands in the text."""

    kind: PriorityKind
    items: tuple[Item, ...]
    start: int
    end: int
    judgement: ReturnJudgement | None = None
    expected: int | None = None
    certainty: float = 1.0


@dataclass(frozen=True)
class Findings:
    """The lists found, and the announcements after which no list could be read."""

    lists: tuple[FoundList, ...]
    unread: tuple[Announcement, ...] = ()


def find_lists(view: View, counts: StatedCounts) -> Findings:
    """Return every list of priorities in order, with the verdicts on single weaknesses."""
    found: list[FoundList] = [
        FoundList(table.kind, table.items, table.start, table.end) for table in tables(view)
    ]
    unread: list[Announcement] = []
    announced = announcements(view)
    for index, each in enumerate(announced):
        if any(known.start <= each.end < known.end for known in found):
            continue
        limit = _limit(view, announced[index + 1 :], each, found)
        read = _read(view, each, limit, counts)
        if read:
            found.append(read)
        elif not each.is_heading and not each.is_inline:
            unread.append(each)
    found += _labelled(view, found)
    return Findings(_with_verdicts(view, found), tuple(unread))


def _limit(
    view: View, later: Sequence[Announcement], now: Announcement, found: Sequence[FoundList]
) -> int:
    """Return where a list must end: at the next announcement or the next table."""
    starts = [each.start for each in later if not each.is_inline and each.start > now.end]
    starts += [known.start for known in found if known.start >= now.end]
    return min((*starts, len(view.even)))


def _read(view: View, now: Announcement, limit: int, counts: StatedCounts) -> FoundList | None:
    """Return the list after an announcement, read in the shape that it has."""
    where = region(view, now.end, limit)
    expected = now.count or _expected(now, counts)
    items = _items(where, now, expected)
    if not items:
        return None
    return FoundList(
        *(now.kind, items, now.start, max(item.end for item in items)),
        *(now.judgement, now.count, now.certainty),
    )


def _expected(now: Announcement, counts: StatedCounts) -> int | None:
    """Return how many items the rest of the text promises for this kind of list."""
    if now.judgement is not None:
        return None
    stated = counts.stated.get(now.kind)
    return stated[0] if stated and len(set(stated)) == 1 else None


def _items(where: Region, now: Announcement, expected: int | None) -> tuple[Item, ...]:
    first = where.first
    if first is None:
        return ()
    if now.is_inline:
        return running(where, now.count, plainly=False)
    if first.mark is not None:
        return _marked(where, expected)
    if where.starts_in_line:
        return running(where, expected, plainly=True) or plain(where, expected)
    return _unmarked(where, now, expected)


def _marked(where: Region, expected: int | None) -> tuple[Item, ...]:
    """Return the items of a marked list; one in a sentence, *(i) a; (ii) b*, is parted there."""
    listed = bulleted(where, expected)
    if not where.starts_in_line or len(listed) > 1:
        return listed
    inside = running(where, expected, plainly=False)
    return inside if len(inside) > len(listed) else listed


def _unmarked(where: Region, now: Announcement, expected: int | None) -> tuple[Item, ...]:
    """Return the items of a list whose first row has no mark."""
    first = where.first
    if now.kind is not PriorityKind.SIGNIFICANT_WEAKNESS or (first and has_duty(first.words)):
        found = duties(where)
        if found:
            return found
    if now.is_heading:
        return _under_heading(where, expected)
    stands_alone = len(now.words.split()) <= _TITLE
    return plain(where, expected) or (_under_heading(where, expected) if stands_alone else ())


_TITLE = 9


_LEAD_ROWS = 8


def _under_heading(where: Region, expected: int | None) -> tuple[Item, ...]:
    """Return a marked list that follows a paragraph or two under a heading."""
    for index, row in enumerate(where.rows[:_LEAD_ROWS]):
        if row.mark is not None:
            return tuple(
                replace(item, certainty=min(item.certainty, 0.7))
                for item in bulleted(replace(where, rows=where.rows[index:]), expected)
            )
        if ends_list(row.words) and index:
            return ()
    return ()


_MOST_LABELLED, _LABEL_ROWS = 40, 400


def _labelled(view: View, found: Sequence[FoundList]) -> list[FoundList]:
    """Return items with labels that say what they are, such as *Priority action 1*, anywhere."""
    everything = region(view, 0, len(view.even), len(view.lines))
    lists: list[FoundList] = []
    end = 0
    for index, row in enumerate(everything.rows):
        known = any(known.start <= row.start < known.end for known in found)
        if len(lists) >= _MOST_LABELLED:
            break
        if row.mark and row.mark.kind and not known and row.start >= end:
            near = everything.rows[index : index + _LABEL_ROWS]
            items = bulleted(replace(everything, rows=near), None)
            same = tuple(item for item in items if item.kind is row.mark.kind)
            if same:
                lists.append(
                    FoundList(row.mark.kind, same, row.start, same[-1].end, certainty=0.85)
                )
                end = same[-1].end
    return lists


def _with_verdicts(view: View, found: list[FoundList]) -> tuple[FoundList, ...]:
    """Give items the verdicts that follow them; read verdicts without a list as parts."""
    said = verdicts(view)
    ordered = sorted(found, key=lambda each: each.start)
    given: list[FoundList] = []
    for index, each in enumerate(ordered):
        stop = ordered[index + 1].start if index + 1 < len(ordered) else len(view.even)
        inside = len(each.items) == 1 or any(each.start < v.start < each.end for v in said)
        items = judged(each.items, said, stop) if inside else each.items
        given.append(replace(each, items=items))
    known = any(each.judgement or item.judgement for each in given for item in each.items)
    if len(said) > 1 and not known:
        parts = sections(view, said)
        if parts:
            given.append(
                FoundList(
                    _kind_of(parts, said[0].judgement),
                    parts,
                    parts[0].start,
                    parts[-1].end,
                    certainty=0.8,
                )
            )
    return tuple(given)


def _kind_of(parts: Sequence[Item], judgement: ReturnJudgement) -> PriorityKind:
    named = next((part.kind for part in parts if part.kind), None)
    effective = judgement in {ReturnJudgement.EFFECTIVE, ReturnJudgement.NOT_EFFECTIVE}
    return named or (
        PriorityKind.PRIORITY_ACTION if effective else PriorityKind.SIGNIFICANT_WEAKNESS
    )
