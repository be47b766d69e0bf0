"""The pages of one place: its list, and in place of it one of them, or a form.

A subject adds its pages, the list first, and says in `heading` what the head says of each:

    class Asks(Pages):
        tables = frozenset({"ask"})

        def __init__(self, desk: Desk) -> None:
            super().__init__(desk, tr("Asks"), tr("All asks"))
            records = RecordTable(_columns(), self.fetch_rows(asks.some))
            self.list = ListPage(tr("Asks"), records, _empty())
            self.form = AskForm(self)
            self.list.heading = tr("Asks"), ""
            self.list.empty.pressed.connect(self.begin)
            self.list.opened.connect(self.edit)
            self.add_button(Button(tr("Add an ask"), Kind.PRIMARY), self.begin, self.list)
            self.add_pages(self.list, self.form)

        @override
        def load(self) -> None:
            self.latest("list", asks.ids, lambda keys: self.show_rows(self.list, keys))

A page is shown by `show_page`, the list again by `show_list`. All else is done here: the head and
its way back, the focus, the row that was left, and what has come in place of one that has gone.
Who goes elsewhere and comes back finds the page that was left, unless it `is_over`: then the list.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.record_table import RecordTable
from pcf_desktop.ui.screen import Desk, Screen

R = TypeVar("R")


class Page(QWidget):
    """One page of a place; what it does not say of itself is as with most pages."""

    heading: tuple[str, str] | None = None
    """The title and subtitle of the head; None where the page has a head of its own."""

    @property
    def is_empty(self) -> bool:
        """Whether it only says what the place is for, with the one button that helps."""
        return False

    @property
    def is_over(self) -> bool:
        """Whether it says what was done, of which nothing is left to do."""
        return False

    def first_focus(self) -> QWidget | None:
        """Return the first useful field."""
        return None

    def come_to(self, key: int) -> None:
        """Go to one of those that it lists, as soon as it is there."""

    def load(self) -> None:
        """Look again at what is kept of what it shows."""

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What commands of the menus do on it."""
        return {}

    def start_over(self) -> None:
        """Forget what it showed, and stand at its beginning: it is over, and is left or begun."""

    def put_away(self) -> None:
        """Keep drafts and stop what is under way, for the forum is about to be locked."""


class ListPage(Page, Generic[R]):
    """The list: a table, or `empty` while there is nothing, or `nothing` that fits the filters.

    Emits `opened` with the key of a row. `above` stands over the table unless there is nothing.
    """

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        records: RecordTable[R],
        empty: EmptyState,
        nothing: EmptyState | None = None,
        above: QWidget | None = None,
        lines: int = 2,
    ) -> None:
        super().__init__()
        self.records = records
        records.setParent(self)
        self.list = PagedTable(name, self.records, lines=lines)
        self.table = self.list.table
        self.table.opened.connect(self.opened)
        self.empty, self.nothing, self._above = empty, nothing, above
        self.card = Card()
        self.card.add(self.list)
        self._awaited: int | None = None
        column = stacked(self, gap=2)
        for part, stretch in ((above, 0), (self.card, 1), (empty, 1), (nothing, 1)):
            if part is not None:
                column.addWidget(part, stretch)
                part.hide()

    @property
    @override
    def is_empty(self) -> bool:
        return not self.empty.isHidden()

    def show_keys(self, keys: Sequence[int], total: int) -> None:
        """Show these rows of so many that there are, at the row where the person was.

        Where that has gone it is the next that is left, and what is awaited goes before all.
        """
        wanted = [self._awaited, *self._near()]
        self.records.set_keys(keys)
        here = next((key for key in wanted if key in keys), None)
        if here is not None:
            self.table.go_to(here)
        if self._awaited in keys:
            self._awaited = None
        self.card.setVisible(bool(keys))
        self.empty.setVisible(not total)
        if self.nothing is not None:
            self.nothing.setVisible(bool(total) and not keys)
        if self._above is not None:
            self._above.setVisible(bool(total))

    def _near(self) -> Sequence[int | None]:
        """Return the current row, those below it, and those above it from the nearest on."""
        current = self.table.current_key()
        row = self.records.row_of(current) if current is not None else None
        if row is None:
            return ()
        rows = (*range(row, self.records.rowCount()), *reversed(range(row)))
        return [self.records.key_at(each) for each in rows]

    @override
    def come_to(self, key: int) -> None:
        self._awaited = key
        self.table.go_to(key)

    @override
    def first_focus(self) -> QWidget | None:
        ended = (part for part in (self.empty, self.nothing) if part and not part.isHidden())
        return next((part.button for part in ended), self.table)


class Pages(Screen):
    """A place that shows one of its pages, the first of which is its list."""

    def __init__(self, desk: Desk, title: str, back: str = "") -> None:
        super().__init__(desk, title)
        self.back = self.header.add(Button(back, icon="arrow-left"))
        self.back.clicked.connect(self.show_list)
        self._pages: tuple[Page, ...] = ()
        self._buttons: dict[Button, tuple[Page, ...]] = {}

    def add_pages(self, first: Page, *others: Page) -> None:
        """Add the pages to the body, once all else is there; the first of them is shown."""
        self._pages = (first, *others)
        self.in_front = first
        self.add(*self._pages, stretch=1)
        self.show_page(first)

    def add_button(self, button: Button, work: Callable[[], object], *pages: Page) -> Button:
        """Add a button to the head of these pages, but to no empty one; the primary one last."""
        self._buttons[self.header.add(button)] = pages
        button.clicked.connect(work)
        return button

    @property
    def is_listing(self) -> bool:
        """Whether the list stands in front."""
        return self.in_front is self._pages[0]

    def show_rows(self, page: ListPage[R], keys: Sequence[int], total: int | None = None) -> None:
        """Show what was read of the list; of so many that there are, where filters hide some."""
        with self.rearranged():
            page.show_keys(keys, len(keys) if total is None else total)
            self.tell()

    def show_page(self, page: Page) -> None:
        """Show a page in place of another, with the focus on its first useful field.

        One that was not added is so now: a page that few visits need, as a form, is a
        `cached_property` of its place, so that it is made when it is first wanted.
        """
        if page not in self._pages:
            self._pages += (page,)
            self.add(page, stretch=1)
        left, self.in_front = self.in_front, page
        if left.is_over:
            left.start_over()
        for each in self._pages:
            each.setVisible(each is page)
        self.tell()
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()

    def show_list(self) -> None:
        """Show the list again, at the row where the person was."""
        self.show_page(self._pages[0])

    def come_to(self, key: int) -> None:
        """Show the list again, at one of those that it lists as soon as it is there."""
        self._pages[0].come_to(key)
        self.show_list()

    def tell(self) -> None:
        """Show the words and buttons of the page."""
        page = self.in_front
        self.header.setVisible(page.heading is not None)
        if page.heading is not None:
            self.header.set_words(*page.heading)
        self.back.setVisible(not self.is_listing)
        for button, pages in self._buttons.items():
            button.setVisible(page in pages and not page.is_empty)

    @override
    def first_focus(self) -> QWidget | None:
        return self.in_front.first_focus()

    @override
    def command(self, key: str) -> Callable[[], object] | None:
        found = self.in_front.commands.get(key)
        return found or (super().command(key) if self.is_listing else None)

    @override
    def put_away(self) -> None:
        for page in self._pages:
            page.put_away()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the list for who comes back, where the page that is left is over."""
        super().hideEvent(event)
        if self.in_front.is_over and not event.spontaneous():
            self.show_list()
