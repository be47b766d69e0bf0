"""The stance bar: parts in proportion, worse is hatched, the finding in words."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.stance_bar import StanceBar, StanceShare, bar_height, paint_stance
from pcf_desktop.ui.components.text import Text


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (StanceShare(11, 20, 77), "77 of 108 families have bad to say, 11 good"),
        (StanceShare(0, 3, 1), "1 of 4 families has bad to say, 0 good"),
        (StanceShare(0, 0, 1), "The one family heard has bad to say"),
        (StanceShare(1, 0, 0), "The one family heard has good to say"),
        (StanceShare(0, 1, 0), "The one family heard has neither good nor bad to say"),
        (StanceShare(0, 0, 0), "No families yet"),
    ],
)
def test_the_finding_is_in_words(stance: StanceShare, words: str) -> None:
    assert stance.words == words


def test_parts_are_in_proportion_and_worse_is_hatched() -> None:
    image = _painted(StanceShare(25, 25, 50))
    row = [image.pixelColor(x, bar_height() // 2).name() for x in range(image.width())]
    of = colours()
    assert row.count(of.good.name()) == pytest.approx(100, abs=3)
    assert row.count(of.line_strong.name()) == pytest.approx(100, abs=3)
    assert 40 < row.count(of.bad.name()) < 160
    assert row[205:].count(of.surface.name()) > 20


@pytest.mark.parametrize("one", [StanceShare(1, 0, 0), StanceShare(0, 1, 0), StanceShare(0, 0, 1)])
def test_a_single_family_is_a_small_mark_and_no_full_bar(one: StanceShare) -> None:
    image, blank = _painted(one), _blank()
    row = bar_height() // 2
    inked = [x for x in range(image.width()) if image.pixel(x, row) != blank.pixel(x, row)]
    assert inked
    assert max(inked) <= bar_height()


def test_nothing_is_painted_for_no_families() -> None:
    assert _painted(StanceShare(0, 0, 0)) == _blank()


def test_the_widget_says_its_words(qtbot: QtBot) -> None:
    bar = StanceBar(StanceShare(3, 0, 0))
    qtbot.addWidget(bar)
    assert bar.findChildren(Text)[0].text() == "0 of 3 families have bad to say, 3 good"


def _blank() -> QImage:
    image = QImage(404, bar_height(), QImage.Format.Format_RGB32)
    image.fill(colours().ground)
    return image


def _painted(stance: StanceShare) -> QImage:
    image = _blank()
    painter = QPainter(image)
    paint_stance(painter, QRect(0, 0, 404, bar_height()), stance)
    painter.end()
    return image
