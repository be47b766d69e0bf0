"""Every pair of colours that is used can be told apart, in all four palettes."""

import pytest
from PySide6.QtGui import QColor

from pcf_desktop.ui.tokens import PALETTES, palette, sizes, space
from tests.ui.audit import contrast

GROUNDS = ("ground", "surface", "sunken")
WORDS = [
    *((ink, ground) for ink in ("text", "muted", "accent") for ground in GROUNDS),
    *((level, f"{level}_weak") for level in ("good", "amber", "bad", "info")),
    *((level, ground) for level in ("good", "amber", "bad", "info") for ground in GROUNDS[:2]),
    *(
        ("text", weak)
        for weak in ("accent_weak", "good_weak", "amber_weak", "bad_weak", "info_weak")
    ),
    ("accent", "accent_weak"),
    ("muted", "accent_weak"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "bad"),
    ("surface", "text"),
]
MARKS = [
    *((mark, ground) for mark in ("line_strong", "focus", "accent") for ground in GROUNDS[:2]),
    ("focus", "accent_weak"),
    ("line_strong", "sunken"),
    ("good", "surface"),
    ("bad", "surface"),
]


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(name: str, ink: str, ground: str) -> None:
    of = palette(name).colours
    assert contrast(of.named(ink), of.named(ground)) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(name: str, mark: str, ground: str) -> None:
    of = palette(name).colours
    assert contrast(of.named(mark), of.named(ground)) >= 3


@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_high_contrast_reads_at_seven_to_one(ink: str, ground: str) -> None:
    of = palette("contrast").colours
    assert contrast(of.named(ink), of.named(ground)) >= 7


def test_an_unknown_palette_or_token_is_refused() -> None:
    with pytest.raises(KeyError):
        palette("pink")
    with pytest.raises(KeyError):
        palette("light").colours.named("pink")


def test_gaps_are_steps_of_eight() -> None:
    assert (space(), space(0.5), space(3)) == (8, 4, 24)
    assert sizes().least >= 24
    assert sizes().ring >= 2


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
