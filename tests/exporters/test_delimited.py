"""Rows come back word for word, and no spreadsheet program runs anything in them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.exporters import delimited
from pcf_desktop.exporters.safely import Taken

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
CELLS = st.text(st.characters(exclude_characters="\x00"), max_size=30)


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5))
def test_every_cell_comes_back_and_none_is_a_formula(tmp_path: Path, rows: list[list[str]]) -> None:
    delimited.write(tmp_path / "rows.csv", ("One", "Two"), rows)
    back = read(tmp_path / "rows.csv")
    assert back[0] == ["One", "Two"]
    whole = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row] for row in back[1:]] == whole
    unseen = " \n\xa0\u200b\ufeff\xad"
    assert not any(cell.lstrip(unseen).startswith(SIGNS) for row in back[1:] for cell in row)


@pytest.mark.parametrize("sign", SIGNS)
def test_what_begins_like_a_formula_is_marked_as_text(sign: str) -> None:
    assert delimited.harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert delimited.harmless(f"1 {sign}") == f"1 {sign}"


@pytest.mark.parametrize(
    "unseen", [" ", "\n", "\t ", "\xa0", "\u200b", "\ufeff", "\u202e", "\xad", "\x00"]
)
@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_what_stands_unseen_before_it_makes_no_difference(unseen: str, sign: str) -> None:
    assert delimited.harmless(f"{unseen}{sign}1+1") == f"'{unseen}{sign}1+1"
    assert delimited.harmless(f"{unseen}1{sign}1") == (
        f"'{unseen}1{sign}1" if unseen[0] in "\n\t" else f"{unseen}1{sign}1"
    )


def test_excel_sees_by_the_mark_that_it_is_utf_8(tmp_path: Path) -> None:
    delimited.write(tmp_path / "rows.csv", ("Words",), [["£ café"]])
    assert (tmp_path / "rows.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "rows.csv").stat().st_mode & 0o777 == 0o600


def test_a_cell_of_any_length_is_written_whole(tmp_path: Path) -> None:
    long = "long words " * 20_000
    delimited.write(tmp_path / "rows.csv", ("Words",), [[long]])
    csv.field_size_limit(len(long) + 10)
    try:
        assert read(tmp_path / "rows.csv")[1] == [long]
    finally:
        csv.field_size_limit(131_072)


def test_written_anew_it_takes_the_place_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    delimited.write(path, ("Words",), [["first"]], anew=True)
    with pytest.raises(Taken):
        delimited.write(path, ("Words",), [["second"]], anew=True)
    assert read(path)[1] == ["first"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not there"):
        delimited.write(tmp_path / "gone" / "rows.csv", ("Words",), [])
