"""The reading panel: the words with what was searched, and what can be done with them."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.reading_panel import ReadingPanel
from pcf_desktop.ui.screen import Screen
from tests.ui.desk import LoneDesk
from tests.ui.feedback.test_about import DETAIL


@pytest.fixture
def panel(desk: LoneDesk, qtbot: QtBot) -> ReadingPanel:
    screen = Screen(desk, "A page")
    made = ReadingPanel(screen)
    screen.add(made)
    qtbot.addWidget(screen)
    screen.show()
    return made


def test_nothing_chosen_is_said(panel: ReadingPanel) -> None:
    assert not panel.pane.isVisible()
    assert not panel.at_risk.isVisible()


def test_the_whole_text_is_there_with_what_was_searched_marked(panel: ReadingPanel) -> None:
    panel.show_detail(replace(DETAIL, words="The bus, the bus"), "bus")
    assert panel.pane.toPlainText() == "The bus, the bus"
    assert len(panel.pane.extraSelections()) == 2
    panel.mark("the")
    assert [each.cursor.selectedText() for each in panel.pane.extraSelections()] == ["The", "the"]


def test_editing_takes_the_place_of_the_text(panel: ReadingPanel) -> None:
    panel.show_detail(DETAIL)
    panel.edit()
    assert panel.edit_words.isVisible()
    assert not panel.pane.isVisible()
    panel.edit_words.leave()
    assert panel.pane.isVisible()


def test_a_reload_leaves_the_editor_open_and_another_comment_closes_it(panel: ReadingPanel) -> None:
    panel.show_detail(DETAIL)
    panel.edit()
    panel.show_detail(DETAIL)
    assert panel.edit_words.isVisible()
    panel.show_detail(replace(DETAIL, id=8))
    assert not panel.edit_words.isVisible()


def test_what_is_in_the_bin_can_only_be_put_back(panel: ReadingPanel) -> None:
    others = (panel.link_button, panel.edit_button, panel.bin_button, panel.at_risk)
    panel.show_detail(replace(DETAIL, is_binned=True))
    assert panel.back_button.isVisible()
    assert [each for each in others if each.isVisible()] == []
    panel.edit()
    assert not panel.edit_words.isVisible()
    panel.show_detail(DETAIL)
    assert not panel.back_button.isVisible()
    assert [each for each in others if not each.isVisible()] == []
