"""The samples of packs show what they say."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.packs.packs import Packs
from tests.ui.desk import LoneDesk
from tests.ui.views.packs import sample


def test_the_sample_of_quotes_shows_a_warning(desk: LoneDesk, qtbot: QtBot) -> None:
    view = sample()["pack: quotes"](desk)
    qtbot.addWidget(view)
    assert isinstance(view, Packs)
    described = [row.check.accessibleDescription() for row in view.maker.quotes.rows]
    assert any("May hold the name of a school" in words for words in described)
