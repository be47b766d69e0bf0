"""Headings over one to three rows: the question once, below it rows, options, or *Response*."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, TableHead

_ANSWER = re.compile(
    r"(?:open[- ]ended )?(?:response|answer|comments?)s?|value|choice|text", re.IGNORECASE
)
_OTHER = re.compile(
    r"other|other\W+(?:please\s+)?(?:specify|state|describe|explain|tell us|say|give|write).*|"
    r"(?:please )?specify.*|if other.*|other text|\[?other\]?",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:q(?:uestion)?\s*)?\d+[a-z]?[.:)]?|page \d+", re.IGNORECASE)
_ASKS = re.compile(r"\?\s*$|^\s*(?:q(?:uestion)?\s*)?\d+[.:)]\s*\S", re.IGNORECASE)
_TICKS = frozenset({"1", "y", "yes", "x", "true", "checked", "selected", "✓", "✔", "☑"})
_UNTICKED = frozenset({"0", "n", "no", "false", "unchecked", "not selected"})


@dataclass(frozen=True)
class StackedTexts:
    """One column's place and the texts above its answers, from the question down."""

    place: int
    path: tuple[str, ...]

    @property
    def question(self) -> str:
        """Return the question's text."""
        return self.path[0] if self.path else ""

    @property
    def below(self) -> tuple[str, ...]:
        """Return what stands under the question."""
        return self.path[1:]


def is_other(label: str) -> bool:
    """Return whether a label announces a text of one's own."""
    return _OTHER.fullmatch(label.strip(" :?")) is not None


def stacked_headings(
    head: TableHead, header_rows: int, roles: dict[int, ColumnRole]
) -> tuple[ColumnHeading, ...]:
    """Return a heading for each column; `roles` are the places that are no question."""
    titles = question_titles(head, header_rows)
    body = head.rows[header_rows:]
    groups: defaultdict[tuple[int, str], list[StackedTexts]] = defaultdict(list)
    result: dict[int, ColumnHeading] = {}
    run = 0
    stacks = _own_questions(_stacks(titles), titles, body)
    for stack in stacks:
        role = roles.get(stack.place)
        if role is not None:
            result[stack.place] = ColumnHeading(" ".join(stack.path) or stack.question, role)
            continue
        run += _begins(stack.place, titles) or len(stack.path) == 1
        groups[run, stack.question].append(stack)
    for number, stacks in enumerate(groups.values()):
        result.update(_question(stacks, body, number))
    return tuple(result[place] for place in range(len(titles[0])))


def _own_questions(
    stacks: list[StackedTexts], titles: Sequence[Sequence[str]], body: Sequence[Sequence[Cell]]
) -> list[StackedTexts]:
    """Return the stacks with questions of the second row as their own, not as another's options.

    After boxes that were ticked, or rows that ask nothing, a label that asks is a question where
    no word of its own stands above it and its answers are others; so is what follows it.
    """
    found: list[StackedTexts] = []
    ticks = rows = False
    said: set[str] = set()
    asked = ""
    for stack in stacks:
        labelled = bool(stack.below) and not _plain_answer(stack)
        asks = labelled and stack.below[-1].rstrip().endswith("?")
        numbered = labelled and _ASKS.search(stack.below[-1]) is not None
        if titles[0][stack.place]:
            ticks = rows = False
            said, asked = set(), ""
        answers = _answers(stack, body)
        own = (numbered and ticks) or (asks and rows and not (answers & said))
        if own and not _ticks(stack, body):
            asked = stack.below[-1]
            found.append(StackedTexts(stack.place, stack.below[-1:]))
            continue
        if asked and labelled and not answers & said:
            below = stack.below[-1:] if is_other(stack.below[-1]) else ()
            found.append(StackedTexts(stack.place, (asked, *below) if below else stack.below[-1:]))
            continue
        ticks = ticks or (labelled and _ticks(stack, body))
        rows = rows or (labelled and not asks)
        said |= answers
        found.append(stack)
    return found


def _answers(stack: StackedTexts, body: Sequence[Sequence[Cell]]) -> set[str]:
    cells = (row[stack.place] for row in body if stack.place < len(row))
    return {tidy(as_text(cell)) for cell in cells if not is_blank(cell)}


def _begins(place: int, titles: Sequence[Sequence[str]]) -> bool:
    """Return whether a question begins here: not where its words stand above each option."""
    title = titles[0][place]
    if not title or place == 0 or title != titles[0][place - 1] or len(titles) == 1:
        return bool(title)
    label, before = titles[-1][place], titles[-1][place - 1]
    return not label or not before or label == before


def question_titles(head: TableHead, header_rows: int) -> list[tuple[str, ...]]:
    """Return the heading rows from the question down, without a row of sections above them."""
    titles = [head.title(row) for row in range(header_rows)]
    if len(titles) == len(("section", "question", "row")):
        return _without_sections(titles)
    if len(titles) == len(("section", "question")) and not titles[0][0] and titles[1][0]:
        asked = sum(_ASKS.search(text) is not None for text in titles[1])
        if 2 * asked >= sum(map(bool, titles[0])) and not any(map(_ASKS.search, titles[0])):
            return titles[1:]
    return titles


def _without_sections(titles: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return three heading rows as two where the first names sections, and not questions.

    It does where a text in the middle has nothing below it, or the middle asks: a question.
    """
    top, middle, last = titles
    starts = [place for place, text in enumerate(middle) if text]
    if not any(not last[place] or _ASKS.search(middle[place]) for place in starts):
        return titles
    merged = tuple(text or ("" if last[place] else top[place]) for place, text in enumerate(middle))
    return [merged, last]


def _stacks(titles: Sequence[Sequence[str]]) -> list[StackedTexts]:
    """Return the texts over each column, the first row filled forward over its blanks."""
    stacks: list[StackedTexts] = []
    last: list[str] = [""] * len(titles)
    for place in range(len(titles[0])):
        if titles[0][place]:
            last = [""] * len(titles)
        for level, row in enumerate(titles):
            is_last_level = level == len(titles) - 1
            if row[place] or (is_last_level and level > 0):
                last[level] = row[place]
                if level == 1 and row[place]:
                    last[2:] = [""] * len(last[2:])
        stacks.append(StackedTexts(place, _path(tuple(last))))
    return stacks


def _path(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the texts without blanks, and without a code before the question itself."""
    said = [text for text in texts if text]
    if len(said) > 1 and _CODE.fullmatch(said[0]) and not _ANSWER.fullmatch(said[1]):
        said = said[1:]
    return tuple(said)


def _question(
    stacks: Sequence[StackedTexts], body: Sequence[Sequence[Cell]], group: int
) -> list[tuple[int, ColumnHeading]]:
    """Return the headings of the columns under one question."""
    text = stacks[0].question
    labelled = [each for each in stacks if each.below and not _plain_answer(each)]
    own = [each for each in labelled if is_other(each.below[-1]) and not _ticks(each, body)]
    options = [each for each in labelled if each not in own]
    plain = [each for each in stacks if each not in labelled]
    if options and all(_ticks(each, body) for each in options):
        return [
            *((each.place, ColumnHeading(text)) for each in plain),
            *_ticked(text, options, own, group),
        ]
    found = [(each.place, _plain(text, each)) for each in plain]
    if len(plain) == 1 and own and not options:
        heading = replace(found[0][1], group=group)
        return [
            (plain[0].place, heading),
            *((each.place, ColumnHeading(text, group=group, other=True)) for each in own),
        ]
    rows = [
        (each.place, ColumnHeading(text, row=" \u2013 ".join(each.below)))
        for each in (*options, *own)
    ]
    return [*found, *rows]


def _ticked(
    text: str, options: Sequence[StackedTexts], own: Sequence[StackedTexts], group: int
) -> list[tuple[int, ColumnHeading]]:
    """Return the columns of a multiple choice; with two labels each, one choice a row."""
    result: list[tuple[int, ColumnHeading]] = []
    rows = list(dict.fromkeys(each.below[:-1] for each in options))
    for each in options:
        row = " \u2013 ".join(each.below[:-1]) or None
        number = group * 1000 + rows.index(each.below[:-1])
        result.append(
            (each.place, ColumnHeading(text, row=row, option=each.below[-1], group=number))
        )
    beside = ColumnHeading(text, other=True, group=group * 1000)
    return [*result, *((each.place, beside) for each in own)]


def _plain_answer(stack: StackedTexts) -> bool:
    return _ANSWER.fullmatch(stack.below[-1]) is not None


def _plain(text: str, stack: StackedTexts) -> ColumnHeading:
    row = " \u2013 ".join(stack.below[:-1]) or None
    return ColumnHeading(text, row=row)


def _ticks(stack: StackedTexts, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a column only ever repeats its own label, or a mark."""
    label = stack.below[-1].lower()
    values = {
        tidy(as_text(row[stack.place])).lower()
        for row in body
        if stack.place < len(row) and not is_blank(row[stack.place])
    }
    marks = values - {label} - _UNTICKED
    return not marks or marks <= _TICKS
