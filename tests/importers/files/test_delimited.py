"""Rows out of delimited text: delimiters, long cells, quotes that are never closed."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.files.delimited import (
    BrokenRow,
    delimiter_of,
    rows_of,
    with_rows_ended_once,
)


def _rows(text: str, delimiter: str = ",") -> list[list[str]]:
    even = text.count('"') % 2 == 0
    stream = io.StringIO(text, newline="")
    return [row for batch in rows_of(stream, delimiter, quotes_even=even) for row in batch]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_even_rows(delimiter: str) -> None:
    rows = [["ID", "What, in short; is it?", "b"], ["1", "Well, yes, and; no", ""], ["2", "", "c"]]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    assert delimiter_of(io.StringIO(out.getvalue(), newline="")) == delimiter
    assert _rows(out.getvalue(), delimiter) == rows


def test_a_line_that_says_the_separator_decides_and_is_no_row() -> None:
    text = "sep=;\r\na;b,c,d\r\n1;2,3,4\r\n"
    assert delimiter_of(io.StringIO(text, newline="")) == ";"
    assert _rows(text, ";") == [["a", "b,c,d"], ["1", "2,3,4"]]


def test_a_cell_of_200_000_characters_stays_whole() -> None:
    long = "word, " * 34_000
    assert _rows(f'a,b\r\n1,"{long}"\r\n') == [["a", "b"], ["1", long]]


def test_a_quote_never_closed_costs_its_own_row_only() -> None:
    rows = _rows('a,b\r\n1,fine\r\n2,"open\r\n3,"closed, well"\r\n4,last\r\n')
    assert [type(row) is BrokenRow for row in rows] == [False, False, True, False, False]
    assert rows[2] == ['2,"open']
    assert rows[3:] == [["3", "closed, well"], ["4", "last"]]


def test_a_quote_never_closed_in_the_last_row_is_found() -> None:
    rows = _rows('a,b\n1,fine\n2,"open')
    assert rows[:2] == [["a", "b"], ["1", "fine"]]
    assert isinstance(rows[2], BrokenRow)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    assert _rows(end.join(["a,b", "1,2", ""])) == [["a", "b"], ["1", "2"]]


@given(
    st.lists(
        st.lists(
            st.text(alphabet='ab ,;"\n\u00a3\N{GRINNING FACE}', max_size=8), min_size=2, max_size=4
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_was_written_is_read(rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert _rows(out.getvalue(), delimiter) == rows


@given(st.text(alphabet='a,"\n', max_size=60))
def test_no_line_is_lost_however_the_quotes_stand(text: str) -> None:
    rows = _rows(text)
    assert sum("a" in "".join(row) for row in rows) <= text.count("a")
    assert "".join("".join(row) for row in rows).count("a") == text.count("a")


def test_on_an_old_macintosh_a_line_feed_is_in_a_cell() -> None:
    data = b"ID,What?\r1,one\ntwo\r2,three\r"
    ended = with_rows_ended_once(data).decode()
    rows = [
        row
        for batch in rows_of(io.StringIO(ended, newline=""), ",", quotes_even=True)
        for row in batch
    ]
    assert rows == [["ID", "What?"], ["1", "one\x0btwo"], ["2", "three"]]
    for other in (b"a,b\n1,2\n", b"a,b\r\n1,2\r\n", b'a,b\n1,"2\r3\r4"\n', b"a,b\r1,2\r"):
        assert with_rows_ended_once(other) is other
