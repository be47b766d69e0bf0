import pytest

from pcf_desktop.importers.letters.joins import goes_on, is_full, is_incomplete


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Our", "leadership capacity", True),
        ("The", "Somerset autism pathway", True),
        ("the quality of plans", "across the area", True),
        ("the quality of plans;", "the local offer", False),
        ("the quality of plans.", "Inspectors said more", False),
        ("support for children with SEND", "The council agreed", False),
    ],
)
def test_a_broken_line_goes_on(before: str, after: str, *, joined: bool) -> None:
    assert goes_on(before, after, gap=False, width=None) is joined


def test_after_a_gap_only_a_broken_phrase_goes_on() -> None:
    assert goes_on("the quality of", "plans", gap=True, width=None)
    assert not goes_on("the quality of plans", "across the area", gap=True, width=None)


def test_a_line_is_full_when_the_next_word_would_not_fit() -> None:
    assert is_full("x" * 78, "word", 80)
    assert not is_full("x" * 40, "word", 80)
    assert not is_full("x" * 400, "word", None)


def test_a_line_that_ends_in_a_small_word_is_incomplete() -> None:
    assert is_incomplete("the quality of")
    assert not is_incomplete("the quality of plans")
