"""The table model: keys at once, rows in batches, words literally, pages for screen readers."""

from collections.abc import Callable, Mapping, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from pcf_desktop.ui.record_table import BATCH, MOST_BATCHES, Column, RecordTable, look_of

Deliver = Callable[[Mapping[int, str]], object]
COLUMNS = [
    Column[str]("Said", str, sort="said"),
    Column[str]("Long", lambda r: str(len(r)), look=len),
]


class Source:
    """Answers at once, or when it is told to."""

    def __init__(self, *, later: bool = False) -> None:
        self.later = later
        self.asked: list[Sequence[int]] = []
        self.waiting: list[Callable[[], object]] = []

    def __call__(self, keys: Sequence[int], deliver: Deliver) -> None:
        self.asked.append(keys)
        rows = {key: f"said {key}" for key in keys}
        self.waiting.append(lambda: deliver(rows))
        if not self.later:
            self.waiting[-1]()


@pytest.fixture
def source(qapp: QApplication) -> Source:
    return Source()


def shown(model: RecordTable[str], row: int, column: int = 0) -> object:
    return model.index(row, column).data()


def test_qt_finds_no_fault_in_the_model(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_keys(range(1, 500))
    model.set_page(1)
    model.set_page(None)
    model.set_keys(())


def test_rows_come_in_batches_when_they_are_seen(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    model.set_keys(range(100_000))
    assert model.rowCount() == 100_000
    assert source.asked == []
    assert (shown(model, 0), shown(model, BATCH - 1), shown(model, 50_000)) == (
        "said 0",
        f"said {BATCH - 1}",
        "said 50000",
    )
    assert source.asked == [range(BATCH), range(50_000, 50_000 + BATCH)]


def test_who_leafs_through_a_long_list_holds_no_more_than_a_few_batches(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    model.set_keys(range(100_000))
    most = 0
    for row in range(0, 100_000, BATCH // 2):
        assert shown(model, row) == f"said {row}"
        most = max(most, len(model._rows))
    assert BATCH < most <= MOST_BATCHES * BATCH
    fetched = len(source.asked)
    assert shown(model, 99_900 - BATCH) == f"said {99_900 - BATCH}"  # near: it is still there
    assert len(source.asked) == fetched
    assert shown(model, 0) == "said 0"  # far: it comes again
    assert len(source.asked) == fetched + 1


def test_a_row_that_comes_later_is_blank_until_then(qapp: QApplication) -> None:
    source = Source(later=True)
    model = RecordTable(COLUMNS, source)
    model.set_keys([7])
    changes: list[object] = []
    model.dataChanged.connect(lambda *args: changes.append(args))
    assert (shown(model, 0), look_of(model.index(0, 1))) == ("", None)
    source.waiting[0]()
    assert (shown(model, 0), look_of(model.index(0, 1))) == ("said 7", 6)
    assert len(changes) == 1


def test_rows_of_an_older_list_are_dropped(qapp: QApplication) -> None:
    source = Source(later=True)
    model = RecordTable(COLUMNS, source)
    model.set_keys([1])
    shown(model, 0)
    model.set_keys([1, 2])
    source.waiting[0]()
    assert shown(model, 0) == ""


def test_rows_that_changed_are_fetched_again(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    model.set_keys([1, 2])
    shown(model, 0)
    model.forget([1])
    assert shown(model, 0) == "said 1"
    assert len(source.asked) == 2


def test_a_screen_reader_is_shown_pages(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    model.set_keys(range(BATCH * 2 + 5))
    model.set_page(2)
    assert (model.rowCount(), model.pages, model.total) == (5, 3, 405)
    assert (shown(model, 0), model.key_at(0)) == ("said 400", 400)
    assert (model.row_of(401), model.row_of(3)) == (1, None)
    model.set_page(99)
    assert model.page == 2
    model.set_keys([5])
    assert model.page == 0


def test_a_heading_says_how_the_table_is_sorted(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    model.set_sorted("said", descending=True)
    across = Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in (0, 1)] == ["Said ↓", "Long"]
    model.set_sorted("said", descending=False)
    assert model.headerData(0, across) == "Said ↑"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_words_stay_words_in_a_tool_tip(source: Source) -> None:
    column = Column[str]("Said", lambda _row: "<img src='file:///x'>")
    model = RecordTable([column], source)
    model.set_keys([1])
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_there_is_nothing_outside_the_table(source: Source) -> None:
    model = RecordTable(COLUMNS, source)
    model.set_keys([1])
    assert (model.key_at(-1), model.key_at(1), model.record(1)) == (None, None, None)
    assert model.data(QModelIndex()) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
