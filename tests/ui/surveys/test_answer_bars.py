"""Bars for the answers to a question."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.surveys.answer_bars import AnswerBars
from tests.ui.audit import audit

COUNTS = {"Got better": 22, "Got worse, as far as anybody here can tell at the moment": 64}


def test_a_screen_reader_hears_every_answer_and_the_base(qtbot: QtBot) -> None:
    bars = AnswerBars(COUNTS, 100)
    qtbot.addWidget(bars)
    assert "Got better: 22 (22%)" in bars.accessibleName()
    assert bars.accessibleName().endswith("of 100 who answered")


def test_a_small_base_carries_no_percentage(qtbot: QtBot) -> None:
    bars = AnswerBars({"Yes": 4}, 19)
    qtbot.addWidget(bars)
    assert bars.accessibleName() == "Yes: 4; of 19 who answered"


def test_words_wrap_and_nothing_is_cut_in_large_text(qtbot: QtBot) -> None:
    bars = AnswerBars(COUNTS, 100)
    qtbot.addWidget(bars)
    wide = bars.heightForWidth(900)
    assert bars.heightForWidth(200) > wide
    bars.resize(400, bars.heightForWidth(400))
    bars.show()
    apply(Look(percent=200))
    assert bars.heightForWidth(900) > wide
    assert audit(bars) == []
    apply(Look())
    assert bars.heightForWidth(900) == wide


def test_the_bar_is_as_long_as_its_share(qtbot: QtBot) -> None:
    bars = AnswerBars({"Half": 50}, 100)
    qtbot.addWidget(bars)
    bars.resize(300, bars.heightForWidth(300))
    bars.show()
    picture = bars.grab().toImage()
    row = picture.height() - 8
    dark = [picture.pixelColor(x, row) == picture.pixelColor(1, row) for x in range(300)]
    assert 145 <= sum(dark) <= 155
