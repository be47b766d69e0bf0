"""Sort: the comments nobody has looked at yet, one at a time, each linked to priorities or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.feedback import feedback, links, one_comment
from pcf_desktop.services.feedback.feedback import Filter, Line
from pcf_desktop.services.feedback.one_comment import OneComment
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.reading_pane import ReadingPane
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.link_panel import LinkPanel
from pcf_desktop.ui.priorities.passages import passage
from pcf_desktop.ui.record_table import Column, RecordTable
from pcf_desktop.ui.said import short, words_of
from pcf_desktop.ui.screen import COMMENTS, Desk, Screen
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, dotted, number

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


@dataclass(frozen=True)
class Inbox:
    """What is left to sort, the oldest first, and how many comments there are at all."""

    keys: Sequence[int]
    total: int


class Sort(Screen):
    """J skips, K goes back, 1 and 2 take a suggestion, L finds a priority, D is done with it.

    The letters of what a comment says (B, N, W, M, S, C) mean nothing else here.
    """

    tables: ClassVar[frozenset[str]] = COMMENTS | {
        *("event", "family", "link", "priority", "keyword")
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Sort comments"))
        self._skip = self.header.add(Button(tr("Skip for now"), icon="skip-forward", key=tr("J")))
        self._skip.clicked.connect(self.skip)
        self._next = self.header.add(
            Button(tr("Done, next comment"), Rank.PRIMARY, "check", tr("D"))
        )
        self._next.clicked.connect(self.done)
        self.records = RecordTable[Line](_columns(), self.fetch_rows(feedback.lines), self)
        self.list = PagedTable(tr("Comments left to sort"), self.records, lines=4)
        self.pane = ReadingPane(tr("What was said"))
        self.panel = LinkPanel(desk, self._passage, closable=False)
        self.panel.linked.connect(self._linked)
        self._about = Text("", Role.SMALL_STRONG, "muted")
        self._asked = Text("", Role.SMALL, "muted")
        self._detail: OneComment | None = None
        self._wanted: int | None = None
        self.list.table.picked.connect(self._read)
        self._lay_out()
        self._bind_keys()

    @override
    def load(self) -> None:
        wanted = self._wanted

        def find(session: "Session") -> Inbox:
            keys = list(feedback.ids(session, Filter(to_sort=True), oldest_first=True))
            if wanted is not None and wanted not in keys:
                keys = [wanted, *keys] if links.can_be_linked(session, wanted) else keys
            return Inbox(keys, feedback.count(session))

        self.latest("inbox", find, self._show)

    @override
    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self._wanted = subject
            self.load()

    @override
    def first_focus(self) -> QWidget | None:
        ended = (each for each in (self._sorted, self._none) if not each.isHidden())
        return next((each.button for each in ended), self.list.table)

    @override
    def command(self, key: str) -> Callable[[], object] | None:
        there = not self._sides.isHidden()
        return self.panel.finder.field.come if key == "find" and there else super().command(key)

    def done(self) -> None:
        """Say that nothing is left to link in the current comment, and go to the next."""
        key = self.list.table.current_key()
        if key is None:
            return
        self._wanted = None
        self.change(
            tr("mark a comment as sorted"),
            lambda session, _progress: links.mark_sorted(session, [key]),
            lambda _done: self.desk.tell(tr("Comment sorted."), undo=True),
        )
        self.list.table.setFocus()

    def skip(self) -> None:
        """Leave the current comment for later."""
        self.list.table.step(1)
        self.list.table.setFocus()

    def _show(self, inbox: Inbox) -> None:
        table, row = self.list.table, max(self.list.table.currentIndex().row(), 0)
        before, wanted = table.current_key(), self._wanted
        self.records.set_keys(inbox.keys)
        left, there = len(inbox.keys), bool(inbox.keys)
        with self.rearranged():
            self._sides.setVisible(there)
            for button in (self._skip, self._next):
                button.setVisible(there)
            self._sorted.setVisible(not there and inbox.total > 0)
            self._none.setVisible(not inbox.total)
        words = tr("{left} of {total} left to sort").format(
            left=number(left), total=count(inbox.total, tr("comment"), tr("comments"))
        )
        self.header.set_words(tr("Sort comments"), words if there else "")
        keys = [key for key in (wanted, before) if key in inbox.keys]
        here = keys[0] if keys else self.records.key_at(min(row, left - 1)) if there else None
        if here is None:
            self._show_detail(None)
        else:
            table.go_to(here)

    def _read(self, key: int) -> None:
        self.latest("detail", lambda session: one_comment.of(session, key), self._show_detail)

    def _show_detail(self, detail: OneComment | None) -> None:
        before, self._detail = self._detail, detail
        if detail is None:
            self.panel.set_feedback()
            return
        same = before is not None and before.id == detail.id
        about = words_of(detail.said), detail.channel, detail.family, *detail.child
        self._about.setText(dotted(*about))
        self._asked.setText(detail.question or "")
        self._asked.setVisible(bool(detail.question))
        if not same:
            self.panel.set_feedback(detail.id)
        if not same or self.pane.toPlainText() != detail.words or detail.links:
            self.pane.show_text(detail.words, _places(detail))

    def _passage(self) -> str | None:
        return passage(self.pane, self._detail.words) if self._detail is not None else None

    def _linked(self) -> None:
        if self.isVisible():
            self.list.table.setFocus()

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            tr("J"): self.skip,
            tr("K"): lambda: self.list.table.step(-1),
            tr("L"): self.panel.finder.field.come,
            "1": lambda: self.panel.choose(1),
            "2": lambda: self.panel.choose(2),
            tr("D"): self.done,
        }
        for place in (self.list.table, self.pane):
            for key, do in keys.items():
                bind(place, key, do, within=False)

    def _lay_out(self) -> None:
        inbox, reading = Card(), Card()
        inbox.add(self.list)
        reading.add(self._about, self._asked, self.pane)
        reading.body.addStretch(1)
        reading.add(Divider(), Text(_keys(), Role.SMALL, "muted"))
        self._sides = Sides(inbox, reading, self.panel, shares=(6, 10, 8), least=26)
        self._sorted = EmptyState(
            "check-circle",
            tr("Every comment is sorted"),
            tr("New comments come here until somebody has looked at them."),
            tr("See what they add up to"),
        )
        self._sorted.pressed.connect(lambda: self.desk.go("priorities"))
        self._none = EmptyState(
            "tray",
            tr("Nothing to sort yet"),
            tr("Here you link what families said to the priorities of the inspection."),
            tr("Log the first comment"),
        )
        self._none.pressed.connect(lambda: self.desk.go("log"))
        for hidden in (self._sorted, self._none):
            hidden.hide()
        self.add(self._sides, self._sorted, self._none, stretch=1)


def _keys() -> str:
    """Return how links are made without the mouse: what no button shows beside its words."""
    return tr(
        "Mark words in the text to keep them as the passage. After 1 or 2, press the first letter "
        "of what it says: W for Worse. K goes back to the comment before."
    )


def _columns() -> list[Column[Line]]:
    return [Column(tr("Comment"), lambda line: line.words, 8, stretch=True, above=_when_and_how)]


def _when_and_how(line: Line) -> str:
    return dotted(short(line.said), line.survey or line.channel)


def _places(detail: OneComment) -> list[tuple[int, int]]:
    """Return where the passages of the links stand, in the units in which the pane counts."""
    places = []
    for link in detail.links:
        start = detail.words.find(link.passage) if link.passage else -1
        if link.passage and start >= 0:
            before = _units(detail.words[:start])
            places.append((before, before + _units(link.passage)))
    return places


def _units(words: str) -> int:
    return len(words.replace("\r\n", "\n").encode("utf-16-le")) // 2
