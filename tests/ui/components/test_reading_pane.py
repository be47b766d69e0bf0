"""What families said is shown literally, in full, in lines that are not too long."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.ui.components.reading_pane import LETTERS, ReadingPane

SAID = "Whole sections were copied from an old report. " * 12


def made(qtbot: QtBot, words: str) -> ReadingPane:
    pane = ReadingPane("Comment")
    qtbot.addWidget(pane)
    pane.show_text(words)
    pane.resize(500, pane.height())
    pane.show()
    return pane


def test_markup_stays_words(qtbot: QtBot) -> None:
    words = '<img src="file:///etc/hostname"> <b>No</b> plan'
    assert made(qtbot, words).toPlainText() == words


def test_it_is_as_high_as_its_text_at_any_size(qtbot: QtBot) -> None:
    pane = made(qtbot, SAID)
    before = pane.height()
    assert pane.verticalScrollBar().maximum() == 0
    apply(Look(percent=200))
    assert pane.height() > 2 * before
    assert pane.verticalScrollBar().maximum() == 0


def test_lines_are_open_and_at_most_eighty_letters(qtbot: QtBot) -> None:
    pane = made(qtbot, SAID)
    pane.resize(5000, 400)
    layout = pane.document().firstBlock().layout()
    first, second = layout.lineAt(0), layout.lineAt(1)
    assert first.textLength() <= LETTERS + 6
    assert second.y() - first.y() >= 1.4 * pane.document().defaultFont().pixelSize()


def test_passages_are_marked(qtbot: QtBot) -> None:
    pane = made(qtbot, SAID)
    pane.show_text(SAID, [(0, 14)])
    (mark,) = pane.extraSelections()
    assert mark.cursor.selectedText() == SAID[:14]
    assert mark.format.background().color() == colours().amber_weak
