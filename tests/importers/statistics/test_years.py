"""Years are called one way, however a file or a person writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.statistics.years import choose_year, year_label


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("202324", "2023/24"),
        ("2023/24", "2023/24"),
        ("2023-2024", "2023/24"),
        ("2024", "2024"),
        ("202413", "202413"),
    ],
)
def test_a_period_has_one_label(period: str, label: str) -> None:
    assert year_label(period) == label


@given(st.integers(2000, 2098))
def test_a_label_is_its_own_label(year: int) -> None:
    label = f"{year}/{(year + 1) % 100:02}"
    assert year_label(label) == label == year_label(label.replace("/", ""))


def test_a_year_that_is_not_there_is_not_chosen() -> None:
    assert choose_year("2020", ["2023/24"]) == (None, "")
    assert choose_year("2024", []) == (None, "")
    assert choose_year("2024", ["2024", "2023/24"]) == ("2024", "")
