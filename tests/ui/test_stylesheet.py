"""The style sheet holds only colours of the palette, and never a font size."""

import re

import pytest

from pcf_desktop.ui.stylesheet import stylesheet
from pcf_desktop.ui.tokens import PALETTES, palette


@pytest.mark.parametrize("name", PALETTES)
def test_it_leaves_the_text_size_alone(name: str) -> None:
    assert "font" not in stylesheet(palette(name).colours)


def test_every_colour_is_a_token() -> None:
    of = palette("cream").colours
    tokens = {of.named(name).name() for name in of.__dataclass_fields__}
    assert set(re.findall(r"#[0-9a-fA-F]{6}", stylesheet(of))) <= tokens
