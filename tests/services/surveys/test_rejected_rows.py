"""The file of rows that could not come in."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Rejected
from pcf_desktop.services.surveys import rejected_rows


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_each_row_stands_with_its_number_and_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rejected_rows.save(path, [Rejected(7, "Too long.", ("£5, “each”", "two\nlines", ""))])
    assert rows_of(path) == [
        ["Row", "Why it was left out"],
        ["7", "Too long.", "£5, “each”", "two\nlines", ""],
    ]


@settings(max_examples=50)
@given(text=st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_no_cell_can_become_a_formula(tmp_path: Path, text: str) -> None:
    rejected_rows.save(tmp_path / "rows.csv", [Rejected(1, "Why", (text,))])
    row = rows_of(tmp_path / "rows.csv")[1]
    assert not row[2].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        rejected_rows.save(tmp_path / "gone" / "rows.csv", [Rejected(1, "Why", ("a",))])
    assert refused.value.safe == "Nothing was written."


def test_the_name_proposed_stands_beside_the_export() -> None:
    assert rejected_rows.proposed(Path("in/answers.v2.xlsx")) == Path(
        "in/answers.v2 - rows left out.csv"
    )


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rejected_rows.require_new(path)
    path.write_text("mended")
    tries = (
        lambda: rejected_rows.require_new(path),
        lambda: rejected_rows.save(path, [Rejected(1, "Why", ("a",))], anew=True),
    )
    for attempt in tries:
        with pytest.raises(UserError) as refused:
            attempt()
        assert refused.value.happened == "There is a file rows.csv already."
    assert path.read_text() == "mended"
    with pytest.raises(UserError, match="The folder gone is not there"):
        rejected_rows.require_new(tmp_path / "gone" / "rows.csv")


def test_a_link_that_leads_nowhere_is_something_too(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(UserError, match="already"):
        rejected_rows.require_new(tmp_path / "rows.csv")
