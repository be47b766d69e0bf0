"""How strongly phrases say something."""

import pytest

from pcf_desktop.importers.columns.degrees import Degree, degree_of


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("much better", "a bit better"),
        ("a bit better", "about the same"),
        ("has stayed the same", "got a little worse"),
        ("got worse", "has got much worse"),
        ("improved a lot", "improved"),
        ("no change", "deteriorated"),
        ("agree", "tend to agree"),
        ("neither satisfied nor dissatisfied", "not satisfied"),
        ("very welcome", "welcome"),
        ("not very welcome", "not at all welcome"),
        ("fairly safe", "very unsafe"),
    ],
)
def test_one_phrase_says_it_more_strongly_than_another(stronger: str, weaker: str) -> None:
    above, below = degree_of(stronger), degree_of(weaker)
    assert above is not None
    assert below is not None
    assert above.rank > below.rank
    assert above.stem is None or below.stem is None or above.stem == below.stem


def test_a_phrase_that_goes_with_any_has_no_stem() -> None:
    assert degree_of("neutral") == Degree(None, 0.0)
    assert degree_of("not at all") == Degree(None, -3.5)


@pytest.mark.parametrize("phrase", ["", "the special school that we chose", "very"])
def test_what_is_no_phrase_of_degree(phrase: str) -> None:
    found = degree_of(phrase)
    assert found is None or not found.worded
