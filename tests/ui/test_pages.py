"""A place of pages: its list, what opens in place of it, and what stands there later."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session
from typing_extensions import override

from pcf_desktop.records import Family
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.pages import ListPage, Page, Pages
from pcf_desktop.ui.record_table import Column, RecordTable
from pcf_desktop.ui.screen import Desk
from tests.ui.desk import LoneDesk


class One(Page):
    """A page with a field, which is over when it says so."""

    heading = "One family", "by its code"

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.has_ended = self.is_put_away = False
        self.gone = 0
        QVBoxLayout(self).addWidget(self.field)

    @property
    @override
    def is_over(self) -> bool:
        return self.has_ended

    @override
    def first_focus(self) -> QWidget:
        return self.field

    @property
    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self.field.clear}

    @override
    def start_over(self) -> None:
        self.gone += 1
        self.has_ended = False

    @override
    def put_away(self) -> None:
        self.is_put_away = True


class Families(Pages):
    """Every family, and one of them."""

    tables: ClassVar[frozenset[str]] = frozenset({"family"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Families", "All families")
        self.header.add_search("Find a family", "Ctrl+F")
        empty = EmptyState("users", "No family", "They come with comments.", "Add a family")
        nothing = EmptyState("users", "Nothing found", "No family fits.", "Clear the search")
        columns = [Column[str]("Code", lambda code: code)]
        self.list = ListPage("Families", RecordTable(columns, _codes), empty, nothing)
        self.list.heading = "Families", ""
        self.list.opened.connect(self._open)
        self.one = One()
        self.new = self.add_button(Button("Add a family", Rank.PRIMARY), self.list.hide, self.list)
        self.add_pages(self.list, self.one)

    @override
    def load(self) -> None:
        self.latest("list", _ids, lambda keys: self.show_keys(keys, len(keys)))

    def _open(self, _key: int) -> None:
        self.show_page(self.one)

    def show_keys(self, keys: list[int], total: int) -> None:
        with self.rearranged():
            self.list.show_keys(keys, total)
            self.tell()


def _codes(wanted: Sequence[int], deliver: Callable[[dict[int, str]], object]) -> None:
    deliver({key: f"F-{key}" for key in wanted})


def _ids(session: Session) -> list[int]:
    return list(session.scalars(select(Family.id).order_by(Family.id)))


@pytest.fixture
def place(desk: LoneDesk, qtbot: QtBot) -> Families:
    """The place with its list loaded, its first row the current one."""
    screen = Families(desk)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    qtbot.waitUntil(lambda: screen.list.records.total > 3)
    screen.list.table.setFocus()
    return screen


def keys(place: Families) -> list[int]:
    found = map(place.list.records.key_at, range(place.list.records.total))
    return [key for key in found if key is not None]


def test_the_list_comes_first(place: Families) -> None:
    assert place.in_front is place.list
    assert place.header.title.text() == "Families"
    assert place.first_focus() is place.list.table
    assert place.new.isVisible()
    assert not place.back.isVisible()
    assert not place.one.isVisible()


def test_a_page_opens_in_place_of_it_and_the_way_back_leads_to_the_same_row(
    place: Families, qtbot: QtBot
) -> None:
    third = keys(place)[2]
    place.list.table.go_to(third)
    qtbot.keyClick(place.list.table, Qt.Key.Key_Return)
    assert place.one.field.hasFocus()
    assert not place.list.isVisible()
    assert not place.new.isVisible()
    assert place.header.title.text() == "One family"
    assert place.header.subtitle.text() == "by its code"
    place.show_keys(keys(place), len(keys(place)))  # something was saved meanwhile
    place.back.click()
    assert place.list.table.hasFocus()
    assert place.list.table.current_key() == third


def test_where_the_row_has_gone_it_is_the_next_that_is_left(place: Families) -> None:
    first, second, third, *rest = all_keys = keys(place)
    place.list.table.go_to(second)
    place.show_keys([first, *rest], len(all_keys))
    assert place.list.table.current_key() == rest[0]
    place.list.table.go_to(rest[-1])
    place.show_keys([first, *rest[:-1]], len(all_keys))
    assert place.list.table.current_key() == rest[-2]
    assert third not in keys(place)


def test_a_row_that_is_awaited_is_gone_to_once_it_is_there(place: Families) -> None:
    *others, last = keys(place)
    place.show_keys(others, len(others))
    place.list.table.go_to(others[1])
    place.list.come_to(last)
    assert place.list.table.current_key() == others[1]
    place.show_keys([*others, last], len(others) + 1)
    assert place.list.table.current_key() == last
    place.list.table.go_to(others[0])
    place.show_keys([*others, last], len(others) + 1)
    assert place.list.table.current_key() == others[0]


def test_an_empty_place_has_the_one_button_that_helps(place: Families) -> None:
    place.show_keys([], 0)
    assert place.list.is_empty
    assert place.list.empty.button.hasFocus()
    assert not place.new.isVisible()
    assert not place.list.card.isVisible()


def test_where_nothing_fits_the_way_out_has_the_focus(place: Families) -> None:
    place.show_keys([], 9)
    assert place.list.nothing is not None
    assert place.list.nothing.button.hasFocus()
    assert not place.list.is_empty
    assert place.new.isVisible()


def test_who_comes_back_finds_the_page_that_was_left(place: Families) -> None:
    place.show_page(place.one)
    place.hide()
    place.show()
    assert place.one.isVisible()


def test_who_comes_back_finds_the_list_where_the_page_was_over(place: Families) -> None:
    place.show_page(place.one)
    place.one.has_ended = True
    assert place.one.isVisible()  # as long as one stays
    place.hide()
    place.show()
    assert place.list.isVisible()
    assert not place.one.isVisible()


def test_a_page_that_is_over_is_let_go_however_it_is_left(place: Families) -> None:
    for leave in (place.hide, place.show_list):
        place.show()
        place.show_page(place.one)
        before = place.one.gone
        place.one.has_ended = True
        leave()
        assert place.one.gone == before + 1
    place.show_page(place.one)
    place.show_list()  # it was not over, and is kept as it was
    assert place.one.gone == 2
    place.show_page(place.one)
    place.one.has_ended = True
    place.show_page(place.one)  # wanted again, it begins anew
    assert place.one.gone == 3


def test_the_commands_are_those_of_the_page(place: Families) -> None:
    assert place.command("save") is None
    assert place.command("find") is not None
    place.show_page(place.one)
    assert place.command("save") == place.one.field.clear
    assert place.command("find") is None


def test_before_the_lock_every_page_is_put_away(place: Families) -> None:
    place.put_away()
    assert place.one.is_put_away


def test_a_page_with_a_head_of_its_own_hides_that_of_the_place(
    place: Families, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place.one, "heading", None)
    place.show_page(place.one)
    assert not place.header.isVisible()
    place.show_list()
    assert place.header.isVisible()
