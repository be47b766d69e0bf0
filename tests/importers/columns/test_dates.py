"""Dates as survey tools write them, read for a whole column."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.columns.dates import (
    DateOrder,
    as_datetimes,
    asks_when,
    date_reader,
    from_serial,
    is_day_number,
    looks_like_date,
    order_of,
    parse_date,
    same_precision,
)
from pcf_desktop.importers.files.cells import Cell
from tests.importers.exports import moment


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31/12/2025", moment(2025, 12, 31)),
        ("1/2/25 9:05", moment(2025, 2, 1, 9, 5)),
        ("01.02.2025", moment(2025, 2, 1)),
        ("2022/11/30 10:39:41 PM GMT+1", moment(2022, 11, 30, 21, 39, 41)),
        ("2022/11/30 12:00:00 AM GMT", moment(2022, 11, 30)),
        ("2025-03-01T08:09:10", moment(2025, 3, 1, 8, 9, 10)),
        ("2025-03-01 08:09:10.123", moment(2025, 3, 1, 8, 9, 10)),
        ("3 April 2026", moment(2026, 4, 3)),
        ("3rd April 2026", moment(2026, 4, 3)),
        ("Nov 22, 2026", moment(2026, 11, 22)),
        ("Friday 3 April 2026", moment(2026, 4, 3)),
        ("03-Apr-26", moment(2026, 4, 3)),
        ("2026-06-30T23:30:00Z", moment(2026, 7, 1, 0, 30)),
        ("2026-06-30T23:30:00.000+01:00", moment(2026, 6, 30, 23, 30)),
        ("30/06/2026 11:30 pm UTC", moment(2026, 7, 1, 0, 30)),
        ("Tue Jun 30 2026 23:30:00 GMT+0100 (British Summer Time)", moment(2026, 6, 30, 23, 30)),
        ("Tue, 30 Jun 2026 23:30:00 +0000", moment(2026, 7, 1, 0, 30)),
        ("Jun 30, 2026 7:30 PM EDT", moment(2026, 7, 1, 0, 30)),
        ("Jun 30, 2026 at 11:30 PM", moment(2026, 6, 30, 23, 30)),
        ("31/02/2025", None),
        ("Spring term", None),
        ("3-4", None),
        ("12", None),
        ("2025", None),
        ("May", None),
        ("I said so on 3 April 2026", None),
        ("01743 000 001", None),
        ("1/2/25 25:99", None),
    ],
)
def test_a_date_is_read_or_left_alone(text: str, meant: datetime | None) -> None:
    assert parse_date(text, day_first=True) == meant
    assert looks_like_date(text) == (meant is not None)


def test_month_first_is_another_day() -> None:
    assert parse_date("03/04/2025", day_first=False) == moment(2025, 3, 4)
    assert parse_date("03/04/2025", day_first=True) == moment(2025, 4, 3)


@pytest.mark.parametrize(
    ("texts", "day_first", "order"),
    [
        (["03/04/2025", "13/04/2025"], False, DateOrder("dmy")),
        (["03/04/2025", "04/13/2025"], True, DateOrder("mdy")),
        (["03/04/2025", "05/06/2025 10:00"], True, DateOrder("dmy", ambiguous=True)),
        (["03/04/2025"], False, DateOrder("mdy", ambiguous=True)),
        (["13/04/2025", "04/13/2025"], True, DateOrder("dmy", ambiguous=True, mixed=True)),
        (["2025-04-03"], True, DateOrder("iso")),
        (["none"], True, DateOrder(None)),
        ([], True, DateOrder(None)),
    ],
)
def test_the_order_comes_from_all_dates_together(
    texts: list[str],
    day_first: bool,  # noqa: FBT001 - a case of the test
    order: DateOrder,
) -> None:
    assert order_of(texts, day_first=day_first) == order


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2049, 12, 31)))  # noqa: DTZ001
def test_every_way_of_writing_gives_the_moment_back(when: datetime) -> None:
    when = when.replace(microsecond=0)
    for pattern, day_first in (
        ("%d/%m/%Y %H:%M:%S", True),
        ("%m/%d/%Y %H:%M:%S", False),
        ("%d/%m/%y %H:%M:%S", True) if when.year >= 1970 else ("%Y-%m-%d %H:%M:%S", True),
        ("%Y/%m/%d %I:%M:%S %p", True),
        ("%d %B %Y %H:%M:%S", True),
        ("%Y-%m-%dT%H:%M:%S", False),
    ):
        text = when.strftime(pattern)
        assert parse_date(text, day_first=day_first) == when
        assert date_reader([text], day_first=day_first)([text]) == [when]


def test_the_quick_way_falls_back_for_a_cell_of_another_shape() -> None:
    read = date_reader(["03/04/2025"], day_first=True)
    assert read(["03/04/2025", "3 April 2025", "soon", None, 5]) == [
        moment(2025, 4, 3),
        moment(2025, 4, 3),
        "soon",
        None,
        5,
    ]
    assert date_reader(["2025-04-03"], day_first=True)(["later"]) == ["later"]
    assert date_reader([], day_first=True)([moment(2025, 4, 3)]) == [moment(2025, 4, 3)]


def test_day_numbers_of_excel_become_moments() -> None:
    assert from_serial(45_000.5) == moment(2023, 3, 15, 12)
    assert from_serial(7) == 7
    assert from_serial("x") == "x"


def test_a_column_is_all_days_or_all_moments() -> None:
    days: list[Cell] = [moment(2025, 4, 3), moment(2025, 4, 4).date(), "soon"]
    assert list(map(same_precision(days), days)) == [
        moment(2025, 4, 3).date(),
        moment(2025, 4, 4).date(),
        "soon",
    ]
    mixed: list[Cell] = [moment(2025, 4, 3, 9), moment(2025, 4, 4).date()]
    assert list(map(same_precision(mixed), mixed)) == [moment(2025, 4, 3, 9), moment(2025, 4, 4)]


def test_moments_lose_their_zone_and_words_are_none() -> None:
    zoned = datetime.fromisoformat("2025-04-03T09:00:00+01:00")
    assert as_datetimes([zoned, moment(2025, 1, 1).date(), "soon", None]) == [
        moment(2025, 4, 3, 9),
        moment(2025, 1, 1),
        None,
        None,
    ]


def test_a_column_of_moments_with_an_offset_is_turned_to_english_time() -> None:
    texts = ["2026-06-30T23:30:00Z", "2026-12-31T23:30:00.000Z", "2026-06-30T23:30:00.123456+01:00"]
    cells: list[Cell] = [*texts, "", None]
    read = date_reader(texts, day_first=True)(cells)
    assert read == [
        moment(2026, 7, 1, 0, 30),
        moment(2026, 12, 31, 23, 30),
        moment(2026, 6, 30, 23, 30),
        *("", None),
    ]
    assert date_reader(texts, day_first=True)(["never", *texts])[0] == "never"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (46204, moment(2026, 7, 1)),
        ("46203.9791666667", moment(2026, 6, 30, 23, 30)),
        ("46204.0208", moment(2026, 7, 1, 0, 30)),
        (46203.979178240738, moment(2026, 6, 30, 23, 30, 1)),
        ("46203,5", moment(2026, 6, 30, 12)),
        ("2026", "2026"),
        ("46204 people", "46204 people"),
        (12, 12),
    ],
)
def test_a_day_number_of_excel_is_its_date_also_as_text(cell: Cell, meant: Cell) -> None:
    assert from_serial(cell) == meant


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("Timestamp", True),
        ("Date submitted", True),
        ("Start time", True),
        ("Submitted at", True),
        ("When did you apply?", True),
        ("Hora de inicio", True),
        ("Time taken", False),
        ("How much time does it take?", False),
        ("Response time (ms)", False),
        ("Household income", False),
        ("Candidate", False),
    ],
)
def test_a_heading_asks_for_a_moment_or_does_not(heading: str, asked: bool) -> None:  # noqa: FBT001
    assert asks_when(heading) == asked


def test_a_day_number_is_one_of_the_years_of_surveys() -> None:
    assert all(map(is_day_number, ("46204", "46203.9791666667", "38001")))
    assert not any(map(is_day_number, ("4620", "99999", "12000", "46204x", "46,204")))
