import pytest

from pcf_desktop.importers.letters.duties import body_of_duty, duties, has_duty, without_body
from pcf_desktop.importers.letters.item import Item
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


@pytest.mark.parametrize(
    ("words", "rest", "bodies", "is_sure"),
    [
        ("NHS Tarn Leaders should cut waits.", "Leaders should cut waits.", ("NHS Tarn",), True),
        ("Leaders at the ICB should act.", "Leaders at the ICB should act.", (), True),
        ("Ourtown Metropolitan Leaders should act.", "Ourtown Metropolitan Leaders", (), False),
    ],
)
def test_a_body_before_a_duty_is_no_part_of_its_words(
    words: str, rest: str, bodies: tuple[str, ...], *, is_sure: bool
) -> None:
    item = without_body(Item(((0, len(words)),)), words)
    assert item.words(words).startswith(rest)
    assert item.bodies == bodies
    assert (item.certainty == 1.0) is is_sure
