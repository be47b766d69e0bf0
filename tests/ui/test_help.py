"""Every place has a short page of help, in plain words, that F1 opens and keys can read."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.ui.help import EVERYWHERE, START, HelpDialog, page_of

PLACES = [START, EVERYWHERE, *(place.key for group in app.places() for place in group)]


@pytest.mark.parametrize("place", PLACES)
def test_each_place_has_a_page_in_short_sentences(place: str) -> None:
    page = page_of(place)
    assert page.title
    assert page.keys
    assert page.steps or place == EVERYWHERE
    for words in (page.about, *page.steps, *(does for _key, does in page.keys)):
        for sentence in re.split(r"(?<=[.:?]) ", words):
            assert len(sentence.split()) <= 25, sentence


def test_it_shows_steps_and_keys_and_the_keys_of_every_page(qtbot: QtBot) -> None:
    dialog = HelpDialog("sort")
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Sort comments", "First steps", "J and K", "F6"} <= set(words)


def test_a_place_without_a_page_shows_the_keys_of_every_page_once(qtbot: QtBot) -> None:
    dialog = HelpDialog("nowhere")
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.windowTitle() == "Help: Everywhere"
    assert words.count("F6") == 1


def test_it_is_read_and_closed_by_keyboard(qtbot: QtBot) -> None:
    dialog = HelpDialog("sort")
    qtbot.addWidget(dialog)
    dialog.resize(600, 300)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(dialog.words.hasFocus)
    qtbot.keyClick(dialog.words, Qt.Key.Key_PageDown)
    assert dialog.words.verticalScrollBar().value() > 0
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)
