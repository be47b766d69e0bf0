import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.letters.titles import title


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("the lack of a local offer", "Lack of a local offer"),
        ("Leaders across the partnership should improve EHC plans.", "Improve EHC plans"),
        ("poor plans, which are late", "Poor plans, which are late"),
        (
            "the quality of education, health and care plans",
            "Quality of education, health and care plans",
        ),
        ("weak oversight of placements because data is poor", "Weak oversight of placements"),
    ],
)
def test_a_title_is_short_and_plain(words: str, short: str) -> None:
    assert title(words) == short


@given(st.text(alphabet="abc AND the of,;.-", min_size=1, max_size=200))
def test_a_title_has_at_most_eight_words(words: str) -> None:
    assert len(title(words).split()) <= 8
