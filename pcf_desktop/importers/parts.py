"""The columns of an export put into questions: which belong together, and what each one is."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.forced import forced_finding
from pcf_desktop.importers.columns.identity import find_identity
from pcf_desktop.importers.columns.kinds import IDENTITY_SAMPLE, find_kind
from pcf_desktop.importers.columns.not_asked import take_out
from pcf_desktop.importers.columns.numbers import Style, is_number, number_by, style_of
from pcf_desktop.importers.columns.options import OTHER, Splitter, tidy
from pcf_desktop.importers.columns.readers import (
    AsItStands,
    Moments,
    Reader,
    Ticked,
    Translated,
    WithOwnText,
    many_options,
    one_option,
)
from pcf_desktop.importers.columns.repeats import repeated_finding, without_repeat_mark
from pcf_desktop.importers.columns.responses import Responses
from pcf_desktop.importers.columns.scales import is_no_view
from pcf_desktop.importers.columns.sisters import Sister, beside_each_other
from pcf_desktop.importers.files.cells import Cell, as_text
from pcf_desktop.importers.grids import column_name
from pcf_desktop.importers.sheet import Choices, Ignored, Kind
from pcf_desktop.importers.tools.stacked import is_other
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout

MOMENTS = frozenset({ColumnRole.STARTED, ColumnRole.COMPLETED})
SYSTEM = frozenset({ColumnRole.RESPONSE_ID, ColumnRole.SYSTEM, *MOMENTS})
_GRID_KINDS = frozenset({Kind.SINGLE, Kind.SCALE, Kind.MULTIPLE})
_CLOSED = frozenset({Kind.SINGLE, Kind.SCALE, Kind.CONSENT, Kind.GRID})
_FEW = 50
"""Of more answers than these each column tells its kind by itself."""


@dataclass(frozen=True)
class QuestionPart:
    """One question to be: its columns, what their heading means, and what was found there.

    `ticks` are the options of a multiple choice over several columns, in the columns' order;
    `own` is the column of *Other* texts.
    """

    places: tuple[int, ...]
    columns: tuple[SurveyColumn, ...]
    heading: ColumnHeading
    key: str
    occurrence: int
    finding: Finding
    ticks: tuple[str, ...] = ()
    own: SurveyColumn | None = None

    @property
    def may_be_identity(self) -> bool:
        """Whether it may say who somebody is, also where it was said to be of another kind."""
        if self.finding.kind is Kind.IDENTITY:
            return True
        if self.heading.role is not ColumnRole.QUESTION or self.ticks:
            return False
        heading = self.heading.text if self.heading.row is None else self.heading.row
        return find_identity(heading, self.columns[0].sample(IDENTITY_SAMPLE)) is not None


def find_parts(
    layout: Layout, responses: Responses, choices: Choices, ignored: list[Ignored]
) -> list[QuestionPart]:
    """Return the questions of an export in their order; columns left out go to `ignored`."""
    asked = _Asked(layout.adds_digits)
    parts: list[QuestionPart] = []
    _take_out_not_asked(layout, responses)
    for places in _together(layout, responses, ignored):
        headings = [layout.headings[place] for place in places]
        heading, words, occurrence = asked.next(_named(headings[0], places[0]))
        key = words if occurrence == 1 else f"{words} #{occurrence}"
        columns = [responses.columns[place] for place in places]
        beside = next((c for c, h in zip(columns, headings, strict=True) if h.other), None)
        main = [c for c, h in zip(columns, headings, strict=True) if not h.other]
        ticks = tuple(h.option for h in headings if h.option is not None)
        if not main:
            main, beside = columns, None
        for column in main if heading.codes else ():
            column.replace(_Decoder(heading.codes))
        finding = _finding(heading, key, main[0], layout, choices)
        if ticks:
            finding = Finding(Kind.MULTIPLE)
        elif words in asked.first and key not in choices.kinds and heading.kind is None:
            finding = repeated_finding(asked.first[words], main[0]) or finding
        asked.first.setdefault(words, finding)
        parts.append(
            QuestionPart(places, tuple(main), heading, key, occurrence, finding, ticks, beside)
        )
    found = beside_each_other([_sister(part, choices) for part in parts])
    return [replace(part, finding=each) for part, each in zip(parts, found, strict=True)]


def _sister(part: QuestionPart, choices: Choices) -> Sister:
    """Return a part as its sisters see it; the words only where they may tell something."""
    heading, finding, column = part.heading, part.finding, part.columns[0]
    asked = heading.role is ColumnRole.QUESTION and heading.kind is None
    settled = not asked or bool(part.ticks) or part.key in {*choices.kinds, *choices.options}
    grid = None if heading.row is None else question_key(replace(heading, row=None))
    few = len(column.values) - column.blanks() <= _FEW
    telling = finding.kind is Kind.GRID or finding.separator is not None or few
    return Sister(finding, column.words() if telling and not settled else {}, grid, settled)


def _take_out_not_asked(layout: Layout, responses: Responses) -> None:
    """Make blank the cells of questions that were not shown to somebody."""
    questions: defaultdict[tuple[str, str], list[SurveyColumn]] = defaultdict(list)
    texts: defaultdict[tuple[str, str], list[SurveyColumn]] = defaultdict(list)
    for heading, column in zip(layout.headings, responses.columns, strict=True):
        if heading.not_asked:
            found = texts if heading.other else questions
            found[heading.text, heading.not_asked].append(column)
    for (text, mark), columns in questions.items():
        take_out(columns, mark, texts[text, mark])


def _together(
    layout: Layout, responses: Responses, ignored: list[Ignored]
) -> list[tuple[int, ...]]:
    """Return the places of each question's columns."""
    groups: dict[tuple[str, int], list[int]] = {}
    for place, heading in enumerate(layout.headings):
        if heading.role is ColumnRole.IGNORED:
            ignored.append(Ignored(place, heading.text, heading.reason))
        elif not heading.text and not responses.columns[place].sample(1):
            ignored.append(Ignored(place, "", "This column has no heading and nothing in it."))
        elif heading.group is None:
            groups["alone", place] = [place]
        else:
            groups.setdefault(("group", heading.group), []).append(place)
    return [tuple(places) for places in groups.values()]


def _named(heading: ColumnHeading, place: int) -> ColumnHeading:
    """Return the heading, with the column's letter where the file has no words for it."""
    return heading if heading.text else replace(heading, text=f"Column {column_name(place)}")


@dataclass
class _Asked:
    """The questions so far: how often each was asked, and what it was the first time."""

    adds_digits: bool
    times: Counter[str] = field(default_factory=Counter)
    first: dict[str, Finding] = field(default_factory=dict)

    def next(self, heading: ColumnHeading) -> tuple[ColumnHeading, str, int]:
        """Return a heading without a repeat's digit, its words as a key, and which time it is."""
        text, digit = without_repeat_mark(
            heading.text, self._was_asked, adds_digits=self.adds_digits
        )
        heading = replace(heading, text=text)
        words = question_key(heading)
        self.times[words] = max(self.times[words] + 1, digit or 1)
        return heading, words, self.times[words]

    def _was_asked(self, text: str) -> bool:
        return question_key(ColumnHeading(text)) in self.times


@dataclass(frozen=True)
class _Decoder:
    """Puts words for codes, as LimeSurvey's "A1"."""

    codes: Mapping[str, str]

    def __call__(self, cell: Cell) -> Cell:
        return self.codes.get(as_text(cell).strip(), cell)


def _finding(
    heading: ColumnHeading, key: str, column: SurveyColumn, layout: Layout, choices: Choices
) -> Finding:
    if heading.role in SYSTEM:
        return Finding(Kind.SYSTEM)
    if heading.role is ColumnRole.IDENTITY:
        return Finding(Kind.IDENTITY)
    forced = choices.kinds.get(key) or heading.kind
    options = choices.options.get(key) or tuple(heading.codes.values())
    if forced is not None or len(options) > 1:
        finding = forced_finding(column, forced, options, layout.separators)
    else:
        finding = find_kind(heading.text, heading.row, column, layout.separators)
    if heading.row is not None and finding.kind in _GRID_KINDS and key not in choices.kinds:
        return replace(finding, kind=Kind.GRID)
    return finding


def question_key(heading: ColumnHeading) -> str:
    """Return a question's name that is the same next year: its words, and its row in a grid."""
    words = tidy(heading.text).lower().strip(" :*")
    return words if heading.row is None else f"{words} [{tidy(heading.row).lower()}]"


def reader_of(part: QuestionPart) -> tuple[Reader, tuple[str, ...]]:
    """Return what gives a part's answers, and the options of the question."""
    finding = part.finding
    if part.ticks:
        options = part.ticks if part.own is None else (*part.ticks, _other_of(part.ticks))
        reader: Reader = Ticked(part.columns, options, part.own, bool(part.heading.not_asked))
        return reader, tuple(dict.fromkeys(options))
    reader = (
        Moments(part.columns[0])
        if part.heading.role in MOMENTS
        else _reader(part.columns[0], finding)
    )
    if part.own is None:
        return reader, finding.options
    other = _other_of(finding.options)
    options = finding.options if other in finding.options else (*finding.options, other)
    return WithOwnText(reader, part.own, other), options


def _other_of(options: Sequence[str]) -> str:
    """Return the option that texts of one's own stand for, as *Other (please specify)*."""
    same = [each for each in options if each.lower() == OTHER.lower()]
    return next(iter(same or filter(is_other, options)), OTHER)


def _reader(column: SurveyColumn, finding: Finding) -> Reader:
    known = _known(finding)
    if finding.separator is not None:
        return Translated(column, many_options(Splitter(finding.separator, known)))
    if finding.kind is Kind.NUMBER or (finding.kind in _CLOSED and _all_numbers(known)):
        return Translated(column, number_by(_number_style(column)))
    if finding.kind is Kind.DATE:
        return Moments(column)
    if finding.kind in _CLOSED and known:
        return Translated(column, one_option(known))
    return AsItStands(column)


def _number_style(column: SurveyColumn) -> Style:
    texts = {text.strip() for text in column.texts()} - {""}
    numbers = [text for text in texts if text[-1:].isdigit() or text[:1] in "£€$"]
    return style_of(numbers, counts=True) or Style()


def _known(finding: Finding) -> tuple[str, ...]:
    """Return the options without the *Other* that was added for texts of one's own."""
    if not finding.other:
        return finding.options
    return tuple(option for option in finding.options if option != OTHER)


def _all_numbers(options: Sequence[str]) -> bool:
    """Return whether options are a scale of numbers; beside it may stand that there is no view."""
    numbers = sum(map(is_number, options))
    return numbers > 0 and all(is_number(each) or is_no_view(each) for each in options)
