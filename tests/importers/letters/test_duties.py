import pytest

from pcf_desktop.importers.letters.duties import body_of_duty, duties, has_duty
from pcf_desktop.importers.letters.region import region
from pcf_desktop.importers.letters.view import look


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Leaders should act.", True),
        ("The local authority and ICB must work together.", True),
        ("Health leaders need to cut waits.", True),
        ("Children should be seen sooner.", False),
        ("the council should act", False),
        ("They should include schools.", False),
        ("A spokesman for the council said that people should wait.", False),
    ],
)
def test_a_duty_is_laid_on_a_body(words: str, *, is_one: bool) -> None:
    assert has_duty(words) is is_one


def test_the_subject_is_the_body() -> None:
    assert body_of_duty("Leaders at the ICB should act.") == ("Leaders at the ICB",)
    assert body_of_duty("No duty here.") == ()


def test_duties_over_broken_lines_are_parted() -> None:
    text = "Leaders should do\nthis and that.\nHealth leaders should do more.\nIt should be soon."
    view = look(text)
    items = duties(region(view, 0, len(text)))
    assert [item.words(view.even) for item in items] == [
        "Leaders should do\nthis and that.",
        "Health leaders should do more.\nIt should be soon.",
    ]
