"""The reading panel: the words with what was searched, and what can be done with them."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.reading_panel import ReadingPanel
from tests.ui.feedback.test_about import DETAIL


def made(qtbot: QtBot) -> ReadingPanel:
    panel = ReadingPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_nothing_chosen_is_said(qtbot: QtBot) -> None:
    panel = made(qtbot)
    assert not panel.pane.isVisible()
    assert not panel.at_risk.isVisible()


def test_the_whole_text_is_there_with_what_was_searched_marked(qtbot: QtBot) -> None:
    panel = made(qtbot)
    panel.show_detail(replace(DETAIL, words="The bus, the bus"), "bus")
    assert panel.pane.toPlainText() == "The bus, the bus"
    assert len(panel.pane.extraSelections()) == 2
    panel.mark("the")
    assert [each.cursor.selectedText() for each in panel.pane.extraSelections()] == ["The", "the"]


def test_editing_takes_the_place_of_the_text(qtbot: QtBot) -> None:
    panel = made(qtbot)
    panel.show_detail(DETAIL)
    panel.edit()
    assert panel.edit_words.isVisible()
    assert not panel.pane.isVisible()
    panel.edit_words.left.emit()
    assert panel.pane.isVisible()


def test_a_reload_leaves_the_editor_open_and_another_comment_closes_it(qtbot: QtBot) -> None:
    panel = made(qtbot)
    panel.show_detail(DETAIL)
    panel.edit()
    panel.show_detail(DETAIL)
    assert panel.edit_words.isVisible()
    panel.show_detail(replace(DETAIL, id=8))
    assert not panel.edit_words.isVisible()


def test_what_is_in_the_bin_can_only_be_put_back(qtbot: QtBot) -> None:
    panel = made(qtbot)
    others = (panel.link_button, panel.edit_button, panel.bin_button, panel.at_risk)
    panel.show_detail(replace(DETAIL, is_binned=True))
    assert panel.back_button.isVisible()
    assert [each for each in others if each.isVisible()] == []
    panel.edit()
    assert not panel.edit_words.isVisible()
    panel.show_detail(DETAIL)
    assert not panel.back_button.isVisible()
    assert [each for each in others if not each.isVisible()] == []
