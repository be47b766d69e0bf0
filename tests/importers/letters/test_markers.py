import pytest

from pcf_desktop.importers.letters.markers import Marker, marker
from pcf_desktop.importers.letters.vocabulary import PriorityKind


@pytest.mark.parametrize(
    ("words", "style", "rest", "printed"),
    [
        ("• one", "bullet •", "one", None),
        ("- one", "bullet -", "one", None),
        ("-one", "bullet -", "one", None),
        ("o one", "bullet o", "one", None),
        ("1. one", "number", "one", 1),
        ("(2) two", "number", "two", 2),
        ("3) three", "number", "three", 3),
        ("a) one", "letter", "one", None),
        ("(iv) four", "letter", "four", None),
        ("Action 1 - one", "label", "one", 1),
        ("Priority action 2", "label", "", 2),
        ("Significant weakness three: x", "label", "x", 3),
        ("PA2 Leaders should act", "label", "Leaders should act", 2),
        ("3 Leaders should act", "number", "Leaders should act", 3),
        ("• Area 1 – plans", "label", "plans", 1),
    ],
)
def test_a_mark_is_known(words: str, style: str, rest: str, printed: int | None) -> None:
    found = marker(words)
    assert found
    assert (found.style, words[found.length :], found.number) == (style, rest, printed)


@pytest.mark.parametrize(
    "words", ["one", "2020 was long", "Area of weakness", "2 May came", "I agree", "e.g. x"]
)
def test_other_lines_have_no_mark(words: str) -> None:
    assert marker(words) is None


def test_a_label_tells_the_kind() -> None:
    assert marker("Area for improvement 1: x") == Marker("label", 24, 1, PriorityKind.IMPROVEMENT)
