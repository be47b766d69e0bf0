"""Ages as families write them fall into a band, or are not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.ages import propose_age
from pcf_desktop.importers.reference import read_list

BANDS = read_list("age_band").terms


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("7", "age_5_10"),
        ("Age 7", "age_5_10"),
        ("7.5 years", "age_5_10"),
        ("4½", "age_0_4"),
        ("12yrs", "age_11_15"),
        ("16 year old", "age_16_19"),
        ("18 months", "age_0_4"),
        ("20\u201325", "age_20_25"),
        ("11 to 15", "age_11_15"),
        ("6-8 years old", "age_5_10"),
        ("Year 6", "age_5_10"),
        ("Under 5", "age_0_4"),
        ("25", "age_20_25"),
        ("0", "age_0_4"),
    ],
)
def test_an_age_falls_into_its_band(words: str, expected: str) -> None:
    assert propose_age(words, BANDS).key == expected


@pytest.mark.parametrize("words", ["11-16", "4-11", "26", "99", "7 and 12", "10-5", "", "teenager"])
def test_an_age_in_no_one_band_is_not_known(words: str) -> None:
    assert propose_age(words, BANDS).key is None


def test_a_remembered_choice_wins() -> None:
    assert propose_age("7", BANDS, {"7": "age_0_4"}).key == "age_0_4"


@given(st.integers(0, 25))
def test_every_age_up_to_25_has_a_band(age: int) -> None:
    key = propose_age(str(age), BANDS).key
    band = next(term for term in BANDS if term.key == key)
    assert age in range(int(str(band.more["from_age"])), int(str(band.more["to_age"])) + 1)
