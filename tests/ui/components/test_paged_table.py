"""With a screen reader running, a long list comes in pages."""

from collections.abc import Callable, Mapping, Sequence

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.record_table import BATCH, Column, RecordTable


def fetch(keys: Sequence[int], deliver: Callable[[Mapping[int, str]], object]) -> None:
    deliver({key: str(key) for key in keys})


def made(qtbot: QtBot, rows: int, *, paged: bool) -> tuple[PagedTable, RecordTable[str]]:
    records = RecordTable[str]([Column("Said", str)], fetch)
    table = PagedTable("Feedback", records, paged=paged)
    records.setParent(table)
    records.set_keys(range(rows))
    qtbot.addWidget(table)
    table.show()
    return table, records


def test_pages_are_turned_by_buttons(qtbot: QtBot) -> None:
    table, records = made(qtbot, BATCH * 2 + 7, paged=True)
    back, on = table.findChildren(Button)
    words = table.findChildren(Text)[0]
    assert (records.rowCount(), words.text()) == (BATCH, "1 to 200 of 407")
    assert not back.isEnabled()
    on.click()
    on.click()
    assert (records.rowCount(), words.text()) == (7, "401 to 407 of 407")
    assert not on.isEnabled()
    back.click()
    assert records.page == 1


def test_a_short_list_needs_no_pager(qtbot: QtBot) -> None:
    table, _records = made(qtbot, 12, paged=True)
    assert not table.findChildren(Button)[0].isVisible()


def test_without_a_reader_everything_is_in_one_list(qtbot: QtBot) -> None:
    table, records = made(qtbot, 5000, paged=False)
    assert records.rowCount() == 5000
    assert not table.findChildren(Button)[0].isVisible()
