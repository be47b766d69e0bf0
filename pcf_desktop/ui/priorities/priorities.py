"""Priorities: structures beside experience, and the page of each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from typing_extensions import override

from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import ListPage, Pages
from pcf_desktop.ui.priorities import filters, list_columns
from pcf_desktop.ui.priorities.add_priority import AddPriority
from pcf_desktop.ui.priorities.edit_priority import EditPriority
from pcf_desktop.ui.priorities.priority_page import PriorityPage
from pcf_desktop.ui.record_table import RecordTable
from pcf_desktop.ui.screen import COMMENTS, LISTS, PRIORITIES, Desk
from pcf_desktop.ui.words import count, listed, number

LINES = 3
"""The inspectors’ words stand whole in most rows; the page of a priority has them all."""


class Priorities(Pages):
    """The list of all priorities with their four views; opened, the page of one."""

    tables: ClassVar[frozenset[str]] = (
        PRIORITIES
        | COMMENTS
        | LISTS
        | {"pack_section", "plan_priority", "action_priority", "measure"}
        | {"ask", "talking_point", "you_said", "own_message"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Priorities"))
        self._find = self.header.add_search(tr("Find a priority"), "Ctrl+F")
        self._find.searched.connect(lambda _words: self._filter())
        self._all: Mapping[int, Views] = {}
        self.filter = Chips(tr("Show"), _options({}))
        self.filter.set_value(filters.ALL)
        self.filter.chosen.connect(lambda _keys: self._filter())
        self.records = RecordTable[Views](list_columns.columns(), self._rows)
        self.list = ListPage(tr("Priorities"), self.records, *_ended(), self.filter, LINES)
        self.list.opened.connect(self.open)
        self.list.empty.pressed.connect(self.begin_new)
        if self.list.nothing is not None:
            self.list.nothing.pressed.connect(self._clear)
        self._new = self.add_button(Button(tr("Add a priority")), self.begin_new, self.list)
        self._pack = self.add_button(
            Button(tr("Make a pack"), Rank.PRIMARY), lambda: desk.go("packs", "new"), self.list
        )
        self.saves(self._new, self.list.empty)
        self.add_pages(self.list)

    @cached_property
    def page(self) -> PriorityPage:
        """The page of one priority."""
        made = PriorityPage(self)
        made.closed.connect(self.show_list)
        made.edit_wanted.connect(self.edit)
        made.deleted.connect(self.show_list)
        return made

    @cached_property
    def adding(self) -> AddPriority:
        """The form of a new one."""
        made = AddPriority(self)
        made.closed.connect(self.show_list)
        made.added.connect(self._come_to)
        return made

    @cached_property
    def editing(self) -> EditPriority:
        """The form of one that is kept."""
        made = EditPriority(self)
        made.closed.connect(self._edited)
        made.gone.connect(self.show_list)
        return made

    @override
    def load(self) -> None:
        self.latest("list", priorities.every, self._show)
        self.in_front.load()

    @override
    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.open(subject)

    def open(self, priority_id: int) -> None:
        """Show the page of one priority in place of the list."""
        self.list.table.go_to(priority_id)
        self.show_page(self.page)
        self.page.show_priority(priority_id)

    def begin_new(self) -> None:
        """Show the form of a new priority in place of the list."""
        self.adding.load()
        self.show_page(self.adding)

    def edit(self, priority_id: int) -> None:
        """Show the form with one priority in place of its page."""
        self.show_page(self.editing)
        self.editing.show_priority(priority_id)

    def _edited(self) -> None:
        """Go back to the page, to the button that led to the form."""
        if self.editing.key:
            self.open(self.editing.key)
            self.page.edit.setFocus()

    def _come_to(self, priority_id: int) -> None:
        """Go back to the whole list, and to a row as soon as it is there."""
        self._clear()
        self.come_to(priority_id)
        self.load()

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

    def _filter(self) -> None:
        chosen = (self.filter.value() or (filters.ALL,))[0]
        typed = self._find.text().casefold().split()
        keys = [
            key
            for key, each in self._all.items()
            if filters.fits(each, chosen) and filters.has_words(each, typed)
        ]
        total, note = len(self._all), tr("Counts for the forum only")
        self.list.heading = (
            tr("Priorities"),
            f"{_listed(self._all.values())}. {note}." if total else "",
        )
        self.show_rows(self.list, keys, total)

    @override
    def tell(self) -> None:
        super().tell()
        hidden = number(len(self._all) - self.records.total)
        words = tr("{n} hidden by filters").format(n=hidden) if self.is_listing else ""
        self.desk.set_hidden(words, self)

    def _rows(self, keys: Sequence[int], deliver: Callable[[Mapping[int, Views]], object]) -> None:
        deliver({key: self._all[key] for key in keys if key in self._all})

    def _clear(self) -> None:
        self._find.clear()
        self.filter.set_value(filters.ALL)
        self._filter()


def _ended() -> tuple[EmptyState, EmptyState]:
    """Return what stands there while there is no priority, and where none fits."""
    return (
        EmptyState(
            "target",
            tr("No priorities yet"),
            tr(
                "Add the priorities from the inspection letter, one by one, in the inspectors’ "
                "own words. What families say then stands beside each."
            ),
            tr("Add a priority"),
        ),
        EmptyState(
            "magnifying-glass",
            tr("Nothing found"),
            tr("No priority fits the search and the filter."),
            tr("Clear search and filter"),
        ),
    )


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
