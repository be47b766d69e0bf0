"""The gallery: every component in every state, on pages that the audit and the pictures share."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.check_field import Check
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.navigation import Navigation, NavItem
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.components.page_preview import PagePreview
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.components.quote_block import QuoteBlock
from pcf_desktop.ui.components.reading_pane import ReadingPane
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.stance_bar import StanceBar, StanceShare
from pcf_desktop.ui.components.status_mark import Level, Mark, StatusMark
from pcf_desktop.ui.components.stepper import Stepper
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.components.toast import Toast
from pcf_desktop.ui.priorities.stance_card import StanceCard
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role

MARKS = (
    Mark("On track", Level.GOOD),
    Mark("Some delay", Level.AMBER),
    Mark("Serious concern", Level.BAD),
    Mark("Complete", Level.INFO),
    Mark("Too few voices"),
)
Line = tuple[str, Mark, StanceShare]
LINES: tuple[Line, ...] = (
    ("Leadership and planning", MARKS[0], StanceShare(22, 30, 31)),
    ("Waits for autism assessment", MARKS[1], StanceShare(9, 21, 64)),
    ("Quality of education, health and care plans", MARKS[2], StanceShare(11, 20, 77)),
    ("Speech and language", MARKS[3], StanceShare(33, 28, 20)),
    ("Support into adulthood", MARKS[4], StanceShare(0, 0, 0)),
)
SAID = (
    "Our draft plan came back with the wrong name in it, and whole sections were copied from an "
    "old report. We sent it back in September. To be fair the new caseworker rang me herself."
)
PASSAGE = "whole sections were copied from an old report"


def pages() -> Mapping[str, Callable[[], QWidget]]:
    """Return the pages of the gallery by name."""
    return {
        "gallery-buttons": lambda: page(*buttons()),
        "gallery-fields": lambda: page(*fields()),
        "gallery-lists": lambda: page(*lists()),
        "gallery-messages": lambda: page(*messages()),
        "gallery-navigation": navigation,
    }


def whole() -> QWidget:
    """Return all pages below each other."""
    return page(*buttons(), *fields(), *lists(), *messages())


def page(*widgets: QWidget) -> QWidget:
    held = QWidget()
    held.setObjectName("page")
    column = QVBoxLayout(held)
    column.setContentsMargins(space(3), space(3), space(3), space(3))
    scroll = Scroll()
    for widget in widgets:
        scroll.body.addWidget(widget)
    scroll.body.addStretch(1)
    column.addWidget(scroll)
    return held


def buttons() -> Sequence[QWidget]:
    header = PageHeader("Structures and experience", "Eight priorities, 214 families")
    header.add_search("Search everything", "Ctrl+K")
    header.add(Button("Print", icon="printer"))
    header.add(Button("Make a pack", Rank.PRIMARY, "plus"))
    states = Card("Buttons", "Usual, pressed, not to be used now; with an icon, with a key, small")
    for kind in Rank:
        pressed, off = Button("Save form", kind), Button("Save form", kind)
        pressed.setDown(True)
        off.setEnabled(False)
        with_key = Button("Save and next", kind, "check", "Ctrl+Return")
        small = Button("Keep", kind, small=True)
        usual = Button(f"Save form ({kind.value})", kind)
        states.add(FlowRow(usual, pressed, off, with_key, small))
    on, off = Button("Kept", small=True), Button("Keep", small=True)
    for button in (on, off):
        button.setCheckable(True)
    on.setChecked(True)
    states.add(
        FlowRow(on, off, Button.of_icon("x", "Close panel"), Button.of_icon("trash", "Delete"))
    )
    one = Chips("Show", [ChipOption("a", "All priorities", 8), ChipOption("w", "Worse", 1204)])
    one.set_value("a")
    several = Chips(
        "Stance", [ChipOption("b", "Better"), ChipOption("s", "No change")], several=True
    )
    several.set_value("b", "s")
    off_chips = Chips("Not now", [ChipOption("x", "Not for this forum")])
    off_chips.setEnabled(False)
    states.add(Field("Show", one), Field("Stance", several), FlowRow(off_chips))
    type_card = Card("Type")
    for role in Role:
        type_card.add(Text(f"What families say: ŵ ŷ → ≥ 0O 1lI ({role.value})", role))
    tones = ("text", "muted", "accent", "good", "amber", "bad", "info")
    type_card.add(FlowRow(*(Text(tone, tone=tone, wrap=False) for tone in tones)))
    return header, states, type_card


def fields() -> Sequence[QWidget]:
    said = LongTextField("What was said?", "In their words", lines=3)
    said.set_value(SAID)
    wrong = DateField("When")
    wrong.set_value("the other day")
    wrong.check()
    came = ChoiceField(
        "How it came", [Choosable("c", "Coffee morning"), Choosable("p", "Phone call")]
    )
    came.set_value("c")
    off = TextField("Family")
    off.set_value("F-0152")
    off.control.setEnabled(False)
    district = TextField("District", optional=True)
    district.line.setPlaceholderText("Any district")
    district.add_beside(Button("Keep", small=True))
    ticked, open_, grey = Check("They agreed"), Check("Send a copy"), Check("Not now")
    ticked.setChecked(True)
    grey.setEnabled(False)
    summary = ErrorSummary()
    form = Card("Fields")
    form.add(summary, said)
    form.add(
        Sides(wrong, came, least=16),
        Sides(district, off, TextField("Passphrase", secret=True), least=16),
    )
    form.add(FlowRow(ticked, open_, grey))
    summary.show_problems([wrong])
    return (form,)


def table() -> PagedTable:
    rows = dict(enumerate(LINES))

    def fetch(keys: Sequence[int], deliver: Callable[[Mapping[int, Line]], object]) -> None:
        deliver({key: rows[key] for key in keys})

    records = RecordTable[Line](
        [
            Column(
                "Priority", lambda r: r[0], 24, weight=Weight.STRONG, stretch=True, sort="title"
            ),
            Column("The area says", lambda r: r[1].words, 17, look=lambda r: r[1]),
            Column("Families say", lambda r: r[2].words, 30, look=lambda r: r[2]),
            Column("Seen", lambda _r: "3 April 2026", 10, weight=Weight.MUTED),
        ],
        fetch,
    )
    made = PagedTable("Priorities", records, lines=2)
    records.setParent(made)
    records.set_keys(list(rows))
    records.set_sorted("title", descending=False)
    made.table.selectRow(1)
    return made


def lists() -> Sequence[QWidget]:
    card = Card("A table")
    card.add(table())
    tasks = Card("Before you meet the inspectors", "In 9 working days")
    tasks.body.setSpacing(0)
    tasks.add(
        TaskRow("Add what families said", "312 answers, 7 to be checked", Mark("Done", Level.GOOD)),
        TaskRow("Sort 12 comments", "About 4 minutes", Mark("In progress", Level.AMBER)),
        TaskRow("Clear quotes", "18 chosen, 5 need a second person", Mark("Not started")),
    )
    telling = Card("What families are telling us")
    telling.add(StanceBar(StanceShare(41, 73, 100)), FlowRow(*(StatusMark(mark) for mark in MARKS)))
    telling.add(QuoteBlock("Whole sections were copied from an old report.", "Q031 · January"))
    reading = ReadingPane("Comment")
    start = SAID.index(PASSAGE)
    reading.show_text(SAID, [(start, start + len(PASSAGE))])
    panel = SidePanel("Link to a priority")
    panel.add(
        reading,
        Text("Linked", Role.SMALL_STRONG, "muted"),
        StanceCard(1, "Quality of education, health and care plans", PASSAGE, stance="worse"),
        Text("Suggested, and why", Role.SMALL, "muted"),
        StanceCard(2, "Leadership and planning", "“caseworker”", key="1"),
    )
    return card, Sides(tasks, telling), Sides(panel, preview(), shares=(3, 2))


def preview() -> PagePreview:
    made = PagePreview("The pack")

    def draw(number: int, width: int) -> None:
        sheet = QImage(width, width * 99 // 70, QImage.Format.Format_RGB32)
        sheet.fill(QColor("white"))
        made.show_image(number, sheet)

    made.wanted.connect(draw)
    made.set_count(14, 5)
    return made


def messages() -> Sequence[QWidget]:
    steps = Stepper(["Choose file", "Match columns", "Fix problems", "Check", "Done"])
    steps.set_current(2)
    levels = Level.INFO, Level.AMBER, Level.GOOD, Level.BAD
    banners = [Banner(f"This is made-up data ({level.value}).", level) for level in levels]
    with_button = Banner("One comment waits for you.", button=Button("Sort it", small=True))
    working = ProgressPanel("Importing 3,000 answers")
    working.show_progress(1200, 3000)
    working.show()
    empty = Card()
    words = "When comments come in they wait here until somebody has linked them."
    empty.add(EmptyState("tray", "Nothing to sort", words, "Log feedback"))
    toast = Toast()
    ground = FlowRow(toast)
    toast.tell("Linked 3 comments to Speech and language", toast.hide)
    return steps, *banners, with_button, Sides(working, empty), ground


def navigation() -> QWidget:
    first = [NavItem("home", "Home", "house"), NavItem("sort", "Sort", "tray")]
    second = [NavItem("said", "You said, we did", "arrows-clockwise")]
    made = Navigation([first, second], "Places", "Made-up forum", "Staffordshire sample")
    made.set_current("home")
    made.set_count("home", 1204)
    made.set_count("sort", 12)
    return made
