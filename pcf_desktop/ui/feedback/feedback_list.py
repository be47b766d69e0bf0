"""Feedback: all of it, found by words and filters, read in full beside the list."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import Line
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.feedback.comment_changes import CommentChanges, ReadComment, read
from pcf_desktop.ui.feedback.filters import AskedQuestion, FilterOffer, Filters, offer
from pcf_desktop.ui.feedback.found import FoundComments, find
from pcf_desktop.ui.feedback.list_columns import WHEN, columns
from pcf_desktop.ui.feedback.reading_panel import ReadingPanel
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.link_panel import LinkPanel
from pcf_desktop.ui.priorities.passages import passage
from pcf_desktop.ui.record_table import RecordTable
from pcf_desktop.ui.screen import COMMENTS, LISTS, Desk, Screen
from pcf_desktop.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcf_desktop.workspace import Session


COUNT_AFTER = 400
"""Milliseconds without a key in the search, after which the filters count anew."""


class FeedbackList(Screen):
    """Every comment that is listed; what the filters hide is always said."""

    tables: ClassVar[frozenset[str]] = (
        COMMENTS
        | LISTS
        | {"event", "family", "link", "priority", "forum", "quote", "pack_issue", "pack_evidence"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Feedback"))
        self.header.add_search(tr("Search feedback"), "Ctrl+F").searched.connect(self._searched)
        self._log = self.header.add(Button(tr("Log feedback"), Rank.PRIMARY, "plus", "Ctrl+N"))
        self._log.clicked.connect(lambda: desk.go("log"))
        self.filters = Filters()
        self.filters.changed.connect(self._filtered)
        self._pause = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._pause.timeout.connect(self._count)
        self.records = RecordTable[Line](columns(), self.fetch_rows(feedback.lines), self)
        self.list = PagedTable(tr("Feedback"), self.records, lines=2)
        self.panel = ReadingPanel(self)
        self.changes = CommentChanges(self, self.panel)
        self._may_go_on = True
        self._found: FoundComments | None = None
        self._oldest_first = False
        self._wanted_key: int | None = None
        self._lay_out()
        self._connect_list()
        self.saves(self._log, self.empty, self.panel.at_risk.note, *self.panel.buttons)
        self.records.set_sorted(WHEN, descending=True)

    @override
    def load(self) -> None:
        if self._found is None:
            self.latest("unsaved", feedback.with_draft, self._go_on)
        self._filtered()

    @override
    def put_away(self) -> None:
        self.changes.put_away()

    @override
    def show_subject(self, subject: object) -> None:
        self._may_go_on = False
        if isinstance(subject, int):
            self._wanted_key = subject
            self._clear()
        elif isinstance(subject, AskedQuestion):
            self._clear()
            self.filters.show_question(subject)

    @override
    def first_focus(self) -> QWidget | None:
        ended = (each for each in (self.empty, self.nothing) if not each.isHidden())
        return next((each.button for each in ended), self.list.table)

    @override
    def command(self, key: str) -> "Callable[[], object] | None":
        if key == "save" and (save := self.changes.save()) is not None:
            return save
        return (lambda: self.desk.go("log")) if key == "log" else super().command(key)

    @cached_property
    def linking(self) -> LinkPanel:
        """Where comments are linked, below the words; made when it is first wanted."""
        made = LinkPanel(self.desk, self._passage)
        made.linked.connect(self._linked)
        made.closed.connect(self.stop_linking)
        made.setProperty("kind", "sunken")
        self.panel.hold_below(made)
        return made

    def link(self) -> None:
        """Offer to link the chosen comments to a priority, below the words of the current one."""
        keys = self.list.table.chosen_keys()
        if keys and self.panel.detail is not None and not self._is_bin:
            self.panel.stop_editing()
            self.linking.set_feedback(*keys)
            self.panel.show_below(self.linking)
            self.linking.finder.field.setFocus()

    def stop_linking(self) -> None:
        """Go back to the list."""
        self.linking.set_feedback()
        self.panel.show_below(None)
        self.list.table.setFocus()

    def move_to_bin(self) -> None:
        """Put the chosen comments into the bin; the toast takes them out again."""
        if not self._is_bin:
            self._bin(tr("move feedback to the bin"), tr("{n} moved to the bin."), binned=True)

    def put_back(self) -> None:
        """Take the chosen comments out of the bin; the toast puts them in again."""
        if self._is_bin:
            self._bin(tr("put feedback back"), tr("{n} put back."), binned=False)
            self.list.table.setFocus()  # the button goes with the last of them

    @property
    def _is_bin(self) -> bool:
        return self._found is not None and self._found.is_bin

    def _bin(self, action: str, said: str, *, binned: bool) -> None:
        keys = self.list.table.chosen_keys()
        if keys:
            words = said.format(n=count(len(keys), tr("comment"), tr("comments")))
            self.change(
                action,
                lambda session, _progress: feedback.bin_it(session, keys, binned=binned),
                lambda _done: self.desk.tell(words, undo=True),
            )

    def _filtered(self) -> None:
        self._find()
        self._count()

    def _count(self) -> None:
        wanted, words = self.filters.wanted(), self._words()
        self.latest("counts", lambda session: offer(session, wanted, words), self._offer)

    def _find(self) -> None:
        wanted, oldest_first = self.filters.wanted(), self._oldest_first
        words = self._words()

        def look(session: "Session") -> FoundComments:
            return find(session, wanted, words, oldest_first=oldest_first)

        self.latest("list", look, self._show)

    def _searched(self, words: str) -> None:
        self.panel.mark(words)
        if self._found is None:
            self._find()
            return
        before = self._found
        self.latest("list", lambda session: before.narrowed(session, words), self._show)
        self._pause.start()

    def _show(self, found: FoundComments) -> None:
        before, row = self.list.table.current_key(), self.list.table.currentIndex().row()
        same = self._found is not None and self._found.shown == found.shown
        self._found = found
        if found.is_bin and not found.binned:
            self.filters.leave_bin()
            return
        if same:
            self.records.forget(found.shown)
        else:
            self.records.set_keys(found.shown)
        self._say(found)
        wanted, self._wanted_key = self._wanted_key, None
        self._go_to(wanted if wanted is not None else before, row)

    def _go_to(self, key: int | None, row: int) -> None:
        """Stay at the comment that was read; where it has gone, at its place."""
        table, rows = self.list.table, self.records.rowCount()
        if key is not None and self.records.row_of(key) is None:
            key = self.records.key_at(max(0, min(row, rows - 1)))
        if key is None:
            key = self.records.key_at(0)
        if key is None:
            self._show_read(ReadComment(None, None))
        elif key != table.current_key():
            table.go_to(key)
        else:
            self._read(key)

    def _say(self, found: FoundComments) -> None:
        self.header.set_words(tr("Feedback"), found.words)
        self.desk.set_hidden(found.left_out, self)
        shown, is_empty = bool(found.shown), not found.total and not found.binned
        with self.rearranged():
            self._sides.setVisible(shown)
            self.empty.setVisible(is_empty)
            self.filters.setVisible(not is_empty)
            self.nothing.setVisible(not is_empty and not shown)

    def _offer(self, offer: FilterOffer) -> None:
        self.filters.offer(offer.counts, offer.channels, offer.surveys)

    def _count_chosen(self) -> None:
        self.panel.set_chosen(len(self.list.table.chosen_keys()))

    def _read(self, key: int) -> None:
        is_bin = self._is_bin
        self.latest(
            "detail",
            lambda session: read(session, key, is_binned=is_bin),
            self._show_read,
        )

    def _show_read(self, found: ReadComment) -> None:
        self.changes.show(found, self._words())

    def _go_on(self, key: int | None) -> None:
        """Show the comment whose edited words are not saved, unless another was asked for."""
        if key is not None and self._may_go_on:
            self._wanted_key = key
            self._find()

    def _sort(self, _key: str) -> None:
        self._oldest_first = not self._oldest_first
        self.records.set_sorted(WHEN, descending=not self._oldest_first)
        self._find()

    def _clear(self) -> None:
        if self.header.search is not None:
            self.header.search.clear()
        self.filters.clear()

    def _passage(self) -> str | None:
        detail = self.panel.detail
        return passage(self.panel.pane, detail.words) if detail is not None else None

    def _linked(self) -> None:
        if self.isVisible():
            self.stop_linking()

    def _words(self) -> str:
        return self.header.search.text() if self.header.search is not None else ""

    def _connect_list(self) -> None:
        table = self.list.table
        table.picked.connect(self._read)
        table.chosen_changed.connect(self._count_chosen)
        table.opened.connect(lambda _key: self.panel.pane.setFocus())
        table.sort_asked.connect(self._sort)
        for key, work in (
            ("L", self.link),
            ("C", self.changes.ask_consent),
            ("E", self.panel.edit),
            ("D", self.changes.edit_details),
            ("Del", self.move_to_bin),
        ):
            do = self.or_why(work)
            QShortcut(QKeySequence(key), table, do, context=Qt.ShortcutContext.WidgetShortcut)
        self.panel.link_wanted.connect(self.link)
        self.panel.bin_wanted.connect(self.move_to_bin)
        self.panel.back_wanted.connect(self.put_back)
        self.panel.consent_wanted.connect(self.changes.ask_consent)
        self.panel.details_wanted.connect(self.changes.edit_details)
        self.changes.closed.connect(table.setFocus)
        self.panel.wanted.connect(self.show_subject)

    def _lay_out(self) -> None:
        card = Card()
        card.add(self.list)
        self._sides = Sides(card, self.panel, shares=(13, 8), least=34)
        self.empty = EmptyState(
            "chat-circle",
            tr("Nothing logged yet"),
            tr("All that families say is listed here: what you log, and what surveys bring."),
            tr("Log the first comment"),
        )
        self.empty.pressed.connect(lambda: self.desk.go("log"))
        self.nothing = EmptyState(
            "magnifying-glass",
            tr("Nothing found"),
            tr("No comment fits the search and the filters. Nothing is lost."),
            tr("Clear search and filters"),
        )
        self.nothing.pressed.connect(self._clear)
        for hidden in (self.empty, self.nothing):
            hidden.hide()
        self.add(self.filters)
        self.add(self._sides, self.empty, self.nothing, stretch=1)
