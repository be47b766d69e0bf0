"""The place of meetings: their list, and the form of one."""

from functools import cached_property
from typing import ClassVar

from typing_extensions import override

from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.meetings.meeting_form import MeetingForm
from pcf_desktop.ui.pages import ListPage, Pages
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.said import short
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.words import count


class Meetings(Pages):
    """Every meeting; opened, the form of one."""

    tables: ClassVar[frozenset[str]] = frozenset({"meeting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Meetings"), tr("All meetings"))
        records = RecordTable(_columns(), self.fetch_rows(meetings.some))
        self.list = ListPage(tr("Meetings"), records, _empty())
        self.list.opened.connect(self.edit)
        self.list.empty.pressed.connect(self.edit)
        add = Button(tr("Add a meeting"), Rank.PRIMARY, "plus")
        self.add_button(add, lambda: self.edit(), self.list)
        self.saves(add, self.list.empty)
        self.add_pages(self.list)

    @cached_property
    def form(self) -> MeetingForm:
        """The form of one meeting."""
        made = MeetingForm(self)
        made.closed.connect(self.show_list)
        made.kept.connect(self.come_to)
        return made

    @override
    def load(self) -> None:
        self.latest("list", meetings.ids, self._show)
        self.in_front.load()

    @override
    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.edit(subject)

    def edit(self, key: int = 0) -> None:
        """Show the form of a meeting, or of a new one."""
        self.form.look_at(key)
        self.show_page(self.form)

    def _show(self, keys: list[int]) -> None:
        self.list.heading = tr("Meetings"), count(len(keys), tr("meeting"), tr("meetings"))
        self.show_rows(self.list, keys)


def _empty() -> EmptyState:
    words = tr("Note whom you meet, when and where. Meetings to come stand on Home too.")
    return EmptyState("users-three", tr("No meeting yet"), words, tr("Add a meeting"))


def _columns() -> list[Column[MeetingDetails]]:
    return [
        Column(tr("Meeting"), lambda each: each.title, weight=Weight.STRONG, stretch=True),
        Column(tr("When"), lambda each: short(each.on), 12),
        Column(tr("Where"), lambda each: each.place, 18, weight=Weight.MUTED, spare=True),
    ]
