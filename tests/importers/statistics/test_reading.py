"""The figures of one area and year come out whole, and a mark is never a number."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.statistics.reading import read_statistics
from tests.importers.statistics.conftest import SHROPSHIRE, line, write


def test_an_area_and_a_year_give_their_rows_alone(by_need: Path) -> None:
    found = read_statistics(by_need, "Shropshire Council", "2023/24")
    assert (found.area, found.year, found.years) == (
        "Shropshire",
        "2023/24",
        ("2022/23", "2023/24"),
    )
    assert [row.number for row in found.rows] == [3, 4, 5, 6, 7]
    assert found.indicators == ("pupils", "percent")
    assert found.rows[0].figures["pupils"].value == 1234
    assert found.rows[1].figures["percent"].value == 1.5


def test_marks_are_kept_and_never_zero(by_need: Path) -> None:
    found = read_statistics(by_need, "893", "202324")
    figures = [row.figures["pupils"] for row in found.rows]
    assert [(figure.value, figure.mark) for figure in figures[2:]] == [
        (None, "c"),
        (None, "low"),
        (0, None),
    ]
    assert any("recognised" in warning for warning in found.warnings)


def test_values_of_filters_find_their_terms(by_need: Path) -> None:
    terms = read_statistics(by_need, "E06000051", "2024").terms
    assert terms["sen_primary_need"]["Autistic spectrum disorder"] == ("need", "asd")
    assert "Total" not in terms["sen_primary_need"]
    assert terms["sen_status"] == {
        "EHC plans": ("send_status", "ehc_plan"),
        "SEN support": ("send_status", "sen_support"),
    }


def test_the_latest_year_is_taken_and_said_where_none_was_chosen(by_need: Path) -> None:
    found = read_statistics(by_need, "Shropshire")
    assert found.year == "2023/24"
    assert "No year was chosen, so this is the latest, 2023/24." in found.warnings


def test_a_single_year_is_the_school_year_that_ends_in_it(by_need: Path) -> None:
    found = read_statistics(by_need, "Shropshire", "2023")
    assert found.year == "2022/23"
    assert any("counted each January" in warning for warning in found.warnings)


def test_england_can_stand_beside_the_area(by_need: Path) -> None:
    assert read_statistics(by_need, "England", "2023/24").rows[0].figures["pupils"].value == 480000


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Bristol", ("801", "E06000023", "Bristol, City of")),
        ("Bristol City Council", ("801", "E06000023", "Bristol, City of")),
        ("Herefordshire", ("884", "E06000019", "Herefordshire, County of")),
        ("Hull", ("810", "E06000010", "Kingston upon Hull, City of")),
        ("Telford & Wrekin", ("894", "E06000020", "Telford and Wrekin")),
        ("St Helens", ("342", "E08000013", "St. Helens")),
        ("Royal Borough of Windsor and Maidenhead", ("868", "E06000040", "Windsor and Maidenhead")),
        ("London Borough of Camden", ("202", "E09000007", "Camden")),
        ("BCP Council", ("839", "E06000058", "Bournemouth, Christchurch and Poole")),
        ("County Durham", ("840", "E06000047", "County Durham")),
        ("Somerset", ("933", "E10000027", "Somerset")),
        ("Somerset", ("933", "E06000066", "Somerset")),
        ("Bristol", ("801", "", "Bristol City of")),
        ("Bristol", ("", "", "Bristol, City of")),
    ],
)
def test_an_area_is_found_under_the_name_the_file_uses(
    tmp_path: Path, asked: str, written: tuple[str, str, str]
) -> None:
    path = write(tmp_path / "a.csv", ("pupils",), [line("202324", written, "7")])
    assert read_statistics(path, asked, "2023/24").rows[0].figures["pupils"].value == 7


def test_an_area_that_ended_is_not_the_new_one_of_the_same_name(tmp_path: Path) -> None:
    rows = [
        line("201718", ("835", "E10000009", "Dorset"), "700"),
        line("202324", ("838", "E06000059", "Dorset"), "500"),
    ]
    path = write(tmp_path / "a.csv", ("pupils",), rows)
    found = read_statistics(path, "Dorset")
    assert found.years == ("2023/24",)
    assert any("Dorset (before April 2019)" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("asked", "there", "said"),
    [
        ("Cumbria", ("942", "E06000063", "Cumberland"), "Cumberland and Westmorland and Furness"),
        ("Cumberland", ("909", "E10000006", "Cumbria"), "Cumbria, which came before"),
        ("Northamptonshire", ("940", "E06000061", "North Northamptonshire"), "came after"),
    ],
)
def test_areas_that_were_split_name_what_came_before_and_after(
    tmp_path: Path, asked: str, there: tuple[str, str, str], said: str
) -> None:
    path = write(tmp_path / "a.csv", ("pupils",), [line("202324", there, "7")])
    with pytest.raises(UserError) as caught:
        read_statistics(path, asked)
    assert said in caught.value.todo


def test_an_unknown_area_or_year_is_refused_with_what_there_is(by_need: Path) -> None:
    with pytest.raises(UserError, match="no local area"):
        read_statistics(by_need, "Camelot")
    with pytest.raises(UserError) as caught:
        read_statistics(by_need, "Shropshire", "2019/20")
    assert "2022/23, 2023/24" in caught.value.todo


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", b"PK\x03\x04" + bytes(200), b"time_period\n" + bytes(9), b"\xff\xfe" * 9],
)
def test_another_sort_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_statistics(path, "Shropshire")
    assert all((caught.value.happened, caught.value.safe, caught.value.todo))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(UserError, match="cannot be opened"):
            read_statistics(path, "Shropshire")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_in_use_is_read(tmp_path: Path, encoding: str) -> None:
    row = line("202324", SHROPSHIRE, "Café\u2019s", "5")
    path = write(tmp_path / "a.csv", ("place", "pupils"), [row], encoding=encoding)
    assert read_statistics(path, "Shropshire").filters == {"place": ("Café\u2019s",)}


def test_short_rows_and_ages_in_numbers_are_read(tmp_path: Path) -> None:
    rows = [line("202324", SHROPSHIRE, "5", "3"), line("202324", SHROPSHIRE, "11")]
    found = read_statistics(write(tmp_path / "a.csv", ("age", "pupils"), rows), "Shropshire")
    assert found.filters == {"age": ("5", "11")}
    assert found.terms["age"] == {"5": ("age_band", "age_5_10"), "11": ("age_band", "age_11_15")}
    assert found.rows[1].figures["pupils"].mark == ""


@given(
    st.lists(
        st.sampled_from(["c", "z", "x", ":", "low", "u", "k"]) | st.integers(0, 10**7).map(str),
        min_size=1,
        max_size=30,
    )
)
def test_every_figure_comes_back_as_it_stood(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    path = tmp_path_factory.mktemp("figures") / "a.csv"
    write(path, ("pupils",), [line("202324", SHROPSHIRE, cell) for cell in cells])
    found = read_statistics(path, "Shropshire")
    figures = [row.figures["pupils"] for row in found.rows]
    assert [str(each.mark or each.value) for each in figures] == cells


@pytest.mark.slow
def test_a_large_file_fills_no_memory(tmp_path: Path) -> None:
    others = [line("202324", ("801", "E06000023", "Bristol, City of"), "a", "5")] * 300_000
    path = write(
        tmp_path / "a.csv", ("kind", "pupils"), [*others, line("202324", SHROPSHIRE, "a", "7")]
    )
    del others
    tracemalloc.start()
    found = read_statistics(path, "Shropshire")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.rows[0].number == 300_002
    assert peak < 20 * 2**20
