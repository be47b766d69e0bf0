"""Dates in words mean the days that a careful person would say, and doubt is said aloud."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.periods.period import Precision
from pcf_desktop.importers.periods.reading import read_period

MONTHS = (
    *("January", "Feb", "March", "Apr", "May", "June", "July", "Aug", "Sept", "October", "Nov"),
    "December",
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("31/03/2021", "2021-03-31", "2021-03-31", "day"),
        ("31.3.21", "2021-03-31", "2021-03-31", "day"),
        ("2021-03-31 00:00:00", "2021-03-31", "2021-03-31", "day"),
        ("31-Mar-21", "2021-03-31", "2021-03-31", "day"),
        ("Monday 3rd May 2021", "2021-05-03", "2021-05-03", "day"),
        ("March 31st, 2021", "2021-03-31", "2021-03-31", "day"),
        ("31st March 2021 (completed)", "2021-03-31", "2021-03-31", "day"),
        ("05/13/2021", "2021-05-13", "2021-05-13", "day"),
        ("27th and 31st January 2020", "2020-01-27", "2020-01-31", "day"),
        ("w/c 3 May 2021", "2021-05-03", "2021-05-09", "day"),
        ("week ending 7 May 2021", "2021-05-01", "2021-05-07", "day"),
        ("by end of March 2021", "2021-03-31", "2021-03-31", "day"),
        ("End Mar 21", "2021-03-31", "2021-03-31", "day"),
        ("End of summer term 2021", "2021-07-31", "2021-07-31", "day"),
        ("July 2020", "2020-07-01", "2020-07-31", "month"),
        ("by December 2020", "2020-12-01", "2020-12-31", "month"),
        ("Sept 20", "2020-09-01", "2020-09-30", "month"),
        ("Sep-20", "2020-09-01", "2020-09-30", "month"),
        ("Sept \u201920", "2020-09-01", "2020-09-30", "month"),
        ("12/2020", "2020-12-01", "2020-12-31", "month"),
        ("March 2020/21", "2021-03-01", "2021-03-31", "month"),
        ("Dec 2020 - Mar 2021", "2020-12-01", "2021-03-31", "month"),
        ("Dec \u2013 Mar 2021", "2020-12-01", "2021-03-31", "month"),
        ("September to December 2020", "2020-09-01", "2020-12-31", "month"),
        ("April 2020-March 2021", "2020-04-01", "2021-03-31", "month"),
        ("Jan/Feb 2021", "2021-01-01", "2021-02-28", "month"),
        ("Sept - 20 Dec 2020", "2020-09-01", "2020-12-20", "month"),
        ("we may do it in June 2021", "2021-06-01", "2021-06-30", "month"),
        ("October half term 2021", "2021-10-01", "2021-10-31", "month"),
        ("Q2 2024", "2024-04-01", "2024-06-30", "quarter"),
        ("Q2 2024/25", "2024-07-01", "2024-09-30", "quarter"),
        ("Q4 24-25", "2025-01-01", "2025-03-31", "quarter"),
        ("Quarter 1 (FY) 2021", "2021-04-01", "2021-06-30", "quarter"),
        ("1st quarter of 2021", "2021-01-01", "2021-03-31", "quarter"),
        ("2021 Q4", "2021-10-01", "2021-12-31", "quarter"),
        ("Q1-Q3 2021/22", "2021-04-01", "2021-12-31", "quarter"),
        ("Spring term 2024", "2024-01-01", "2024-03-31", "term"),
        ("Spring Term 2023/24", "2024-01-01", "2024-03-31", "term"),
        ("Autumn 2023/24", "2023-09-01", "2023-12-31", "term"),
        ("Autumn 2 2023", "2023-11-01", "2023-12-31", "term"),
        ("Summer 2021 term", "2021-04-01", "2021-07-31", "term"),
        ("Term 3 2021/22", "2022-01-01", "2022-02-15", "term"),
        ("Summer 2021", "2021-06-01", "2021-08-31", "season"),
        ("Winter 2020/21", "2020-12-01", "2021-02-28", "season"),
        ("Easter 2021", "2021-03-21", "2021-04-18", "season"),
        ("Christmas 2020", "2020-12-16", "2020-12-31", "season"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2020-2022", "2020-01-01", "2022-12-31", "year"),
        ("2024/25", "2024-04-01", "2025-03-31", "year"),
        ("academic year 2024/25", "2024-09-01", "2025-08-31", "year"),
        ("AY 2024/25", "2024-09-01", "2025-08-31", "year"),
        ("2024/2025 academic year", "2024-09-01", "2025-08-31", "year"),
        ("early 2021", "2021-01-01", "2021-05-02", "year"),
        ("mid-2021", "2021-05-02", "2021-09-01", "year"),
        ("late 2021", "2021-09-01", "2021-12-31", "year"),
        ("ongoing", None, None, "ongoing"),
        ("Termly", None, None, "ongoing"),
        ("Ongoing from Sept 2020", "2020-09-01", None, "ongoing"),
        ("Sept 2020 \u2013 ongoing", "2020-09-01", None, "ongoing"),
        ("From April 2021 onwards", "2021-04-01", None, "ongoing"),
        ("Sept 2020, Jan 2021 and ongoing", "2020-09-01", None, "ongoing"),
        ("Ongoing to March 2022", None, "2022-03-31", "ongoing"),
        ("Q2", None, None, "quarter"),
        ("Autumn term", None, None, "term"),
        ("20 Sept", None, None, "day"),
        ("3/4", None, None, "day"),
        ("May", None, None, "month"),
        ("Christmas", None, None, "season"),
        ("TBC", None, None, "unknown"),
        ("", None, None, "unknown"),
        ("immediate", None, None, "unknown"),
        ("31/02/2021", None, None, "unknown"),
        ("13/13/2021", None, None, "unknown"),
        ("3.1.2", None, None, "unknown"),
        ("Q3-Q1 2021", None, None, "unknown"),
        ("2022-2020", None, None, "unknown"),
    ],
)
def test_words_mean_these_days(
    text: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    data = read_period(text).as_data()
    assert (data["earliest"], data["latest"], data["precision"]) == (earliest, latest, precision)
    assert data["text"] == text


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Q2 2024", "calendar year"),
        ("Q2 2024/25", "financial year"),
        ("2024/25", "school year may be meant"),
        ("Spring term 2024", "approximate"),
        ("Summer 2021", "school term may be meant"),
        ("Sept 20", "not as a day"),
        ("Q2", "year is not given"),
        ("31/02/2021", "no such day"),
        ("05/13/2021", "month first"),
        ("immediate", "at once"),
        ("44286", "Excel"),
        ("03/21", "month and year"),
        ("March 2021 revised to June 2021", "Several dates"),
        ("June 2021, 31/02/2021", "does not exist"),
        ("by end of March 2021", "last day"),
    ],
)
def test_what_was_assumed_is_said(text: str, note: str) -> None:
    assert note in read_period(text).note


@pytest.mark.parametrize("text", ["31 March 2021", "July 2020", "Dec 2020 - Mar 2021", "ongoing"])
def test_where_nothing_was_assumed_nothing_is_said(text: str) -> None:
    assert read_period(text).note == ""


def test_a_real_date_of_a_workbook_is_that_day() -> None:
    assert read_period(datetime(2021, 3, 31, 12, 0)).earliest == date(2021, 3, 31)  # noqa: DTZ001
    assert read_period(date(2021, 3, 31)).precision is Precision.DAY
    assert read_period(2021.0).latest == date(2021, 12, 31)
    assert read_period(44286).earliest == date(2021, 3, 31)
    assert read_period(None).precision is Precision.UNKNOWN


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%A %d %b %Y", "%B %d, %Y"]),
)
def test_a_formatted_day_comes_back(day: date, form: str) -> None:
    period = read_period(day.strftime(form))
    assert (period.earliest, period.latest, period.precision) == (day, day, Precision.DAY)


YEARS = st.integers(2010, 2040)
SPLIT_YEARS = YEARS.map(lambda year: f"{year}/{(year + 1) % 100:02}")
DATED = st.one_of(
    st.builds("{} {}".format, st.sampled_from(MONTHS), YEARS),
    st.builds("Q{} {}".format, st.integers(1, 4), YEARS | SPLIT_YEARS),
    st.builds(
        "{} term {}".format, st.sampled_from(["Spring", "SUMMER", "autumn"]), YEARS | SPLIT_YEARS
    ),
    st.builds("{} {}".format, st.sampled_from(["Spring", "Summer", "Winter"]), YEARS),
    st.builds("{}/{}/{}".format, st.integers(1, 28), st.integers(1, 12), YEARS),
    YEARS.map(str),
    SPLIT_YEARS,
)
BEFORE = st.sampled_from(["", "by ", "by end of ", "early ", "late ", "mid ", "Start of ", "w/c "])


@given(BEFORE, DATED)
def test_every_phrase_has_an_earliest_day_not_after_its_latest(before: str, words: str) -> None:
    period = read_period(before + words)
    assert period.earliest is not None
    assert period.latest is not None
    assert period.earliest <= period.latest
    assert period.latest - period.earliest < timedelta(days=366)


@given(DATED, DATED)
def test_a_range_reaches_from_the_first_to_the_last(one: str, other: str) -> None:
    period, first, second = (read_period(words) for words in (f"{one} to {other}", one, other))
    assert first.earliest is not None
    assert second.earliest is not None
    assert period.earliest == min(first.earliest, second.earliest)


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error_and_kept(text: str) -> None:
    period = read_period(text)
    assert period.text == text.strip()
    if period.earliest and period.latest:
        assert period.earliest <= period.latest


@given(st.text("q1234/-. 20marchjulyspringterm&to", max_size=60))
def test_pieces_of_dates_are_read_without_an_error(text: str) -> None:
    period = read_period(text)
    if period.earliest and period.latest:
        assert period.earliest <= period.latest


def test_a_long_story_in_a_date_cell_takes_no_time() -> None:
    assert read_period("1 2020-21 march to q1 " * 20_000).precision is Precision.YEAR
