"""The typeface comes from the packages, with letters for Welsh, and grows with the text size."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.typeface import Role, base_font, families, font


def test_the_letters_come_from_the_packages(qapp: QApplication) -> None:
    assert families()[0] == "Atkinson Hyperlegible"
    assert set(families()) <= {*QFontDatabase.families(), "DejaVu Sans"}
    assert QRawFont.fromFont(font()).familyName() == "Atkinson Hyperlegible"


@pytest.mark.parametrize("letter", ["ŵ", "ŷ", "→", "≥", "’"])
def test_every_letter_we_need_is_there(letter: str) -> None:
    assert QFontMetrics(font()).inFontUcs4(ord(letter)) or _in_some_family(letter)


def test_letters_grow_with_the_text_size() -> None:
    before = {role: font(role).pixelSize() for role in Role}
    apply(Look(percent=200))
    assert {role: font(role).pixelSize() for role in Role} == {r: 2 * s for r, s in before.items()}


def test_the_base_is_twelve_point() -> None:
    assert base_font(100).pixelSize() == 16


def _in_some_family(letter: str) -> bool:
    return any(
        QRawFont.fromFont(QFontDatabase.font(name, "", 12)).supportsCharacter(ord(letter))
        for name in families()
    )
