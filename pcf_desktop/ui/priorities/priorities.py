"""Priorities: structures beside experience, and the page of each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.components.button import Button, Kind
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities import filters, list_columns
from pcf_desktop.ui.priorities.add_priority import AddPriority
from pcf_desktop.ui.priorities.edit_priority import EditPriority
from pcf_desktop.ui.priorities.priority_page import PriorityPage
from pcf_desktop.ui.record_table import RecordTable
from pcf_desktop.ui.screen import COMMENTS, LISTS, PRIORITIES, Desk, Screen
from pcf_desktop.ui.words import count, listed, number

Part = PriorityPage | AddPriority | EditPriority
"""What stands in place of the list."""

LINES = 3
"""The inspectors’ words stand whole in most rows; the page of a priority has them all."""


class Priorities(Screen):
    """The list of all priorities with their four views; opened, the page of one."""

    tables: ClassVar[frozenset[str]] = (
        PRIORITIES
        | COMMENTS
        | LISTS
        | {"pack_section", "plan_priority", "action_priority", "measure"}
        | {"ask", "talking_point", "you_said"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Priorities"))
        self._find = self.header.add_search(tr("Find a priority"), "Ctrl+F")
        self._find.searched.connect(lambda _words: self._filter())
        self._new = self.header.add(Button(tr("Add a priority")))
        self._new.clicked.connect(self.begin_new)
        self._pack = self.header.add(Button(tr("Make a pack"), Kind.PRIMARY))
        self._pack.clicked.connect(lambda: desk.go("packs", "new"))
        self._all: Mapping[int, Views] = {}
        self.filter = Chips(tr("Show"), _options({}))
        self.filter.set_value(filters.ALL)
        self.filter.chosen.connect(lambda _keys: self._filter())
        self.records = RecordTable[Views](list_columns.columns(), self._rows, self)
        self.list = PagedTable(tr("Priorities"), self.records, lines=LINES)
        self.list.table.opened.connect(self.open)
        self.page = PriorityPage(self)
        self.page.closed.connect(self.close_page)
        self.page.edit_wanted.connect(self.edit)
        self.page.deleted.connect(self._deleted)
        self.adding = AddPriority(self)
        self.adding.closed.connect(self.close_page)
        self.adding.added.connect(self._come_to)
        self.editing = EditPriority(self)
        self.editing.closed.connect(self._edited)
        self.editing.gone.connect(self.close_page)
        self._awaited: int | None = None
        self._beside: list[int] = []
        self._lay_out()
        self.saves(self._new, self._empty)

    @override
    def load(self) -> None:
        self.latest("list", priorities.every, self._show)
        if self._in_front is not None:
            self._in_front.load()

    @override
    def first_focus(self) -> QWidget | None:
        if self._in_front is not None:
            return self._in_front.first_focus()
        if not self._empty.isHidden():
            return self._empty.button
        if not self._nothing.isHidden():
            return self._nothing.button
        return self._find if self._list_card.isHidden() else self.list.table

    @override
    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.open(subject)

    @override
    def command(self, key: str) -> Callable[[], object] | None:
        if key == "find" and self._in_front is not None:
            return None
        if key == "save" and self._in_front is self.adding:
            return self.adding.save
        if key == "save" and self._in_front is self.editing:
            return self.editing.save
        return super().command(key)

    @override
    def put_away(self) -> None:
        self.adding.put_away()
        self.editing.put_away()

    def open(self, priority_id: int) -> None:
        """Show the page of one priority in place of the list."""
        self._bring(self.page)
        self._beside = self._neighbours(priority_id)  # now: when it has gone, nobody knows
        self.page.show_priority(priority_id)

    def begin_new(self) -> None:
        """Show the form of a new priority in place of the list."""
        self._bring(self.adding)
        self.adding.load()
        self.adding.first_focus().setFocus()

    def edit(self, priority_id: int) -> None:
        """Show the form with one priority in place of its page."""
        self._bring(self.editing)
        self.editing.show_priority(priority_id)

    def close_page(self) -> None:
        """Go back to the list, to the row that was opened."""
        self._bring(None)
        first = self.first_focus() if self._list_card.isHidden() else self.list.table
        if first is not None:
            first.setFocus()

    @property
    def _in_front(self) -> Part | None:
        """The page or the form that stands in place of the list."""
        return next((part for part in self._parts if not part.isHidden()), None)

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self.page, self.adding, self.editing

    def _edited(self) -> None:
        """Go back to the page, to the button that led to the form."""
        if self.editing.key is not None:
            self.open(self.editing.key)
            self.page.edit.setFocus()

    def _deleted(self, priority_id: int) -> None:
        """Go back to the list, to the row that has come in place of the one that went."""
        self._awaited = next(iter(self._beside), None)
        self.close_page()
        if priority_id not in self._all:
            self._arrive()
        self.load()

    def _neighbours(self, priority_id: int) -> list[int]:
        """Return the priorities below and above one in the list, as far as it is there."""
        row = self.records.row_of(priority_id)
        near = () if row is None else (row + 1, row - 1)
        keys = (self.records.key_at(each) for each in near)
        return [key for key in keys if key is not None]

    def _come_to(self, priority_id: int) -> None:
        """Go back to the whole list, and to a row as soon as it is there."""
        self._awaited = priority_id
        self._clear()
        self.close_page()
        self._arrive()
        self.load()

    def _arrive(self) -> None:
        """Go to the row that is awaited, if it is there yet."""
        awaited = self._awaited
        if awaited is not None and awaited in self._all:
            self.list.table.go_to(awaited)
            self.list.table.setFocus()
            self._awaited = None

    def _show(self, found: Sequence[Views]) -> None:
        self._all = {each.id: each for each in found}
        said = (
            (list_columns.JUDGED, any(each.judgement for each in found)),
            (list_columns.AREA, any(each.area for each in found)),
            (list_columns.FORUM, any(each.forum for each in found)),
        )
        self.list.table.leave_out([place for place, is_said in said if not is_said])
        self.filter.set_options(_options(self._all))
        self._filter()
        self._arrive()

    def _filter(self) -> None:
        chosen = (self.filter.value() or (filters.ALL,))[0]
        typed = self._find.text().casefold().split()
        keys = [
            key
            for key, each in self._all.items()
            if filters.fits(each, chosen) and filters.has_words(each, typed)
        ]
        current = self.list.table.current_key()
        self.records.set_keys(keys)
        if current in keys:
            self.list.table.go_to(current)
        self._say(len(keys))

    def _say(self, shown: int) -> None:
        total, page = len(self._all), self._in_front is not None
        hidden = tr("{n} hidden by filters").format(n=number(total - shown))
        self.desk.set_hidden("" if page else hidden, self)
        with self.rearranged():
            self._list_card.setVisible(bool(shown) and not page)
            self._nothing.setVisible(bool(total) and not shown and not page)
            self._empty.setVisible(not total and not page)
            self.filter.setVisible(bool(total) and not page)
            self._new.setVisible(bool(total))  # else the empty page has the one button that helps
            self._pack.setVisible(bool(total))
        words, note = _listed(self._all.values()), tr("Counts for the forum only")
        if not page:
            self.header.set_words(tr("Priorities"), f"{words}. {note}." if total else "")

    def _bring(self, part: Part | None) -> None:
        """Show the page or the form in place of the list, or the list again."""
        for each in self._parts:
            each.setVisible(each is part)
        self.header.setVisible(part is None)
        self._filter()

    def _rows(self, keys: Sequence[int], deliver: Callable[[Mapping[int, Views]], object]) -> None:
        deliver({key: self._all[key] for key in keys if key in self._all})

    def _lay_out(self) -> None:
        self._list_card = Card()
        self._list_card.add(self.list)
        self._empty = EmptyState(
            "target",
            tr("No priorities yet"),
            tr(
                "Add the priorities from the inspection letter, one by one, in the inspectors’ "
                "own words. What families say then stands beside each."
            ),
            tr("Add a priority"),
        )
        self._empty.pressed.connect(self.begin_new)
        self._nothing = EmptyState(
            "magnifying-glass",
            tr("Nothing found"),
            tr("No priority fits the search and the filter."),
            tr("Clear search and filter"),
        )
        self._nothing.pressed.connect(self._clear)
        for hidden in (self._empty, self._nothing, *self._parts):
            hidden.hide()
        self.add(self.filter)
        self.add(self._list_card, self._empty, self._nothing, *self._parts, stretch=1)

    def _clear(self) -> None:
        self._find.clear()
        self.filter.set_value(filters.ALL)
        self._filter()


def _listed(found: Collection[Views]) -> str:
    """Return how many there are: the plan's, and apart from them the forum's own."""
    own = sum(filters.fits(each, filters.OWN) for each in found)
    parts = [count(len(found) - own, tr("priority of the plan"), tr("priorities of the plan"))]
    if own:
        parts.append(count(own, tr("concern of your own"), tr("concerns of your own")))
    return listed(parts)


def _options(found: Mapping[int, Views]) -> list[ChipOption]:
    return [
        ChipOption(key, words, sum(filters.fits(each, key) for each in found.values()))
        for key, words in filters.names().items()
    ]
