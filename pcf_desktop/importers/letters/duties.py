"""Items of the newer reports: sentences that lay a duty on a body, with or without marks."""

import re
from dataclasses import dataclass, replace

from pcf_desktop.importers.letters.bodies import bodies_of, ends_as_body, is_body, names_bodies
from pcf_desktop.importers.letters.endings import ends_list
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.joins import is_closed, is_incomplete
from pcf_desktop.importers.letters.region import Region, RegionRow
from pcf_desktop.importers.letters.vocabulary import spaced

DUTY = spaced(
    r"^(?P<subject>[A-Z][^.;:!?]{2,220}?),? (?:should|must|need(?:s)? to|(?:is|are) required to"
    r"|will need to|ought to)\b"
)
_BODY_WORD = spaced(
    r"\b(?:leaders?|partnership|partners?|council|authority|authorities|icb|integrated care board"
    r"|board|nhs|commissioners?|providers?|trust|agencies|services?|education|health|care|area"
    r"|managers?|schools|settings|ccg)\b"
)
_NARRATIVE = spaced(
    r"^(?:this|these|it|they|there|children|parents|families|many|some|most)\b"
    r"|\b(?:why|because|that|which|said|told|says|is|are|was|were|has|have)\b"
)
_MOST_WORDS = 140


@dataclass(frozen=True)
class _Open:
    item: Item
    words: str


def has_duty(words: str) -> bool:
    """Return whether a sentence begins by saying what a responsible body should do."""
    match = DUTY.match(words)
    if not match or not words[0].isupper():
        return False
    subject = match["subject"]
    return bool(_BODY_WORD.search(subject)) and not _NARRATIVE.search(subject)


def duties(region: Region) -> tuple[Item, ...]:
    """Return the duties in the rows: each begins with its body and runs to the next.

    Names of bodies that stand alone before a duty, as in the first column of a table, go to it.
    """
    done: list[Item] = []
    now: _Open | None = None
    column: list[str] = []
    rows = region.rows
    for index, row in enumerate(rows):
        start, end = row.content
        words = region.view.even[start:end]
        if _begins(rows, index):
            done += [now.item] if now else []
            now = _Open(
                Item(
                    ((start, end),),
                    row.mark.number if row.mark else None,
                    bodies=_column_bodies(column),
                ),
                words,
            )
            column = []
        elif now is not None and not _is_over(now, row):
            now = _Open(now.item.plus(start, end), f"{now.words} {words}")
        elif _is_stop(row, column):
            break
        else:
            column.append(words)
    return tuple(_with_bodies(item, region) for item in [*done, *([now.item] if now else [])])


def _begins(rows: tuple[RegionRow, ...], index: int) -> bool:
    """Return whether a duty begins here; its verb may stand two lines on."""
    row = rows[index]
    head = row.words[row.mark.length if row.mark else 0 :].strip()
    if not head or not head[0].isupper():
        return False
    for after in rows[index + 1 : index + 3]:
        if has_duty(head):
            return True
        if _LEADERS.match(after.words) and is_body(head):
            return False  # a column of names; the duty begins below it
        if ends_as_body(head) and not is_incomplete(head) and has_duty(after.words):
            return False  # likewise, where the duty names the body once more
        head = f"{head} {after.words}"
    return has_duty(head)


_LEADERS = spaced(
    r"^(?:(?:senior |health |partnership )?leaders|partners|the (?:local|area|partnership|council"
    r"|icb|integrated|la)\b)"
)
_SAME = spaced(r"^(?:this|these|they|it|in doing so|such|also)\b")


def _is_over(now: _Open, row: RegionRow) -> bool:
    if len(now.words.split()) > _MOST_WORDS or row.mark is not None:
        return True
    if not is_closed(now.words):
        return ends_list(row.words) and row.gap
    return row.gap or ends_list(row.words) or not _SAME.match(row.words)


def _is_stop(row: RegionRow, column: list[str]) -> bool:
    return ends_list(row.words) or len(" ".join((*column, row.words)).split()) > _MOST_COLUMN


_MOST_COLUMN = 30


def _column_bodies(column: list[str]) -> tuple[str, ...]:
    words = " ".join(column)
    return bodies_of(words) if words and is_body(words) else ()


def _with_bodies(item: Item, region: Region) -> Item:
    if item.bodies:
        return item
    match = DUTY.match(" ".join(item.words(region.view.even).split()))
    return replace(item, bodies=bodies_of(match["subject"])) if match else item


_SECOND_SUBJECT = re.compile(r"(?<=[\w)])\s+(?=(?:Leaders|Partners)\b)")
_MOST_NAMED = 5
_UNSURE = 0.5


def without_body(item: Item, even: str) -> Item:
    """Take the body before a duty, *Ourtown Council Leaders should …*, off the item's words.

    It is a heading or the first column of a table. Where lines of both columns are mixed, the item
    keeps its words, in doubt.
    """
    for index, (start, end) in enumerate(item.pieces[:_MOST_NAMED]):
        cut = _SECOND_SUBJECT.search(even, start, end)
        for stop, place in ((start, start), cut.span() if cut else (start, start)):
            pieces = ((place, end), *item.pieces[index + 1 :])
            body = _said(even, (*item.pieces[:index], (start, stop)))
            if not body or not has_duty(_said(even, pieces)):
                continue
            if names_bodies(body):
                return replace(item, pieces=pieces, bodies=bodies_of(body))
            return replace(item, certainty=_UNSURE) if stop > start else item
    return item


def _said(even: str, pieces: tuple[tuple[int, int], ...]) -> str:
    return " ".join(word for start, end in pieces for word in even[start:end].split())


def body_of_duty(words: str) -> tuple[str, ...]:
    """Return the bodies on which a duty is laid, in the letter's words."""
    match = DUTY.match(" ".join(words.split()))
    return bodies_of(match["subject"]) if match and has_duty(" ".join(words.split())) else ()
