"""Help: for each place a short page of first steps and keys, kept as data in `resources/help`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from pcf_desktop.paths import shipped
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role

START, EVERYWHERE = "start", "everywhere"
"""The page while no forum is open, and the keys that every page has."""


@dataclass(frozen=True)
class HelpPage:
    """What a place is for, what to do first, and its keys with what they do."""

    title: str
    about: str
    steps: Sequence[str]
    keys: Sequence[tuple[str, str]]


def page_of(place: str) -> HelpPage:
    """Return the help for a place, by its key; of a place without a page, that of every place."""
    file = shipped("resources", "help", f"{place}.toml")
    if not file.is_file():
        return page_of(EVERYWHERE)
    kept = tomllib.loads(file.read_text("utf-8"))
    keys = [(key, words) for key, words in kept["keys"]]
    return HelpPage(kept["title"], kept["about"], kept["steps"], keys)


class HelpDialog(QDialog):
    """Shows the help for a place; Escape or the button goes back to work."""

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        everywhere = page_of(EVERYWHERE)
        page = page_of(place)
        self.setWindowTitle(tr("Help: {page}").format(page=page.title))
        self.words = Scroll()
        self.words.setAccessibleName(self.windowTitle())
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrow keys scroll it
        margin = space(0.75)
        self.words.body.setContentsMargins(margin, margin, margin, margin)
        self.words.body.addWidget(Text(page.title, Role.TITLE))
        self.words.body.addWidget(Text(page.about))
        if page.steps:
            steps = [(f"{n}", words) for n, words in enumerate(page.steps, start=1)]
            self._add(tr("First steps"), steps)
        self._add(tr("Keys on this page"), page.keys)
        if page != everywhere:
            self._add(tr("Keys everywhere"), everywhere.keys)
        self.words.body.addStretch(1)
        self.close_button = Button(tr("Close help"), Rank.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        column = stacked(self, gap=1.5, around=(2.25, 2.25, 2.25, 2))
        column.addWidget(self.words, 1)
        column.addWidget(FlowRow(self.close_button, right=True))
        self.resize(space(84), space(78))
        self.words.setFocus()

    def _add(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space())
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (first, words) in enumerate(lines):
            grid.addWidget(Text(first, Role.STRONG, wrap=False), row, 0, top)
            grid.addWidget(Text(words), row, 1)
        card.body.addLayout(grid)
        self.words.body.addWidget(card)
