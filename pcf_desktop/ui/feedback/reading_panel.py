"""The reading panel: one piece of feedback in full, and what can be done with it."""

from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.services.feedback import search_marks
from pcf_desktop.services.feedback.one_comment import OneComment
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.reading_pane import ReadingPane
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback import consent_words
from pcf_desktop.ui.feedback.about import About
from pcf_desktop.ui.feedback.consent_form import ConsentForm
from pcf_desktop.ui.feedback.edit_details import EditDetails
from pcf_desktop.ui.feedback.edit_words import EditWords
from pcf_desktop.ui.feedback.safeguarding_card import SafeguardingCard
from pcf_desktop.ui.form import Form
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.said import words_of
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import dotted, number

F = TypeVar("F", bound=Form[Any])

LINES = 14
"""The least height, in lines."""


class ReadingPanel(QFrame):
    """Shows a `OneComment`; its buttons emit what is wanted, the screen does it."""

    link_wanted = Signal()
    consent_wanted = Signal()
    details_wanted = Signal()
    bin_wanted = Signal()
    back_wanted = Signal()
    wanted = Signal(int)
    shown = Signal()
    """Another comment is shown, or none."""
    closed = Signal()
    """A form was left, or has saved."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("kind", "card")
        self.detail: OneComment | None = None
        self._source = Text("", Role.SMALL_STRONG, "muted")
        self.pane = ReadingPane(tr("What was said"))
        self.edit_words = EditWords(screen)
        self.edit_words.closed.connect(self.stop_editing)
        self.edit_words.closed.connect(self.closed)
        self.forms: list[Form[Any]] = [self.edit_words]
        self._below = QVBoxLayout()
        self._held = QWidget()
        self._about = stacked(self._held, gap=1.5)
        self.at_risk = SafeguardingCard(
            tr("Set aside and note it"),
            tr("Setting aside takes this comment out of every list, count and pack."),
        )
        self._none = Text(tr("Choose a comment to read it here."), tone="muted")
        self.link_button = Button(tr("Link"), key="L", small=True)
        self.edit_button = Button(tr("Edit words"), key="E", small=True)
        self.consent_button = Button(tr("Consent"), key="C", small=True)
        self.details_button = Button(tr("Edit details"), key="D", small=True)
        self.bin_button = Button(tr("Move to bin"), small=True)
        self.back_button = Button(tr("Put back"), small=True)
        self._actions = FlowRow(*self.buttons)
        self._connect_buttons()
        self._lay_out()
        self.show_detail(None)

    @cached_property
    def consent(self) -> ConsentForm:
        """The form of consent, made when it is first wanted, as most comments need none."""
        return self._made(ConsentForm(self._screen))

    @cached_property
    def details(self) -> EditDetails:
        """The form of the details, made when it is first wanted."""
        return self._made(EditDetails(self._screen))

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be done with a comment; the last is for what is in the bin, alone."""
        return (
            self.link_button,
            self.consent_button,
            self.edit_button,
            self.details_button,
            self.bin_button,
            self.back_button,
        )

    def set_chosen(self, comments: int) -> None:
        """Say on what is done with all that are chosen how many those are."""
        for button, one, many in (
            (self.bin_button, tr("Move to bin"), tr("Move {n} to bin")),
            (self.back_button, tr("Put back"), tr("Put {n} back")),
            (self.link_button, tr("Link"), tr("Link {n}")),
        ):
            words = one if comments <= 1 else many.format(n=number(comments))
            if button.text() != words:
                button.setText(words)
                button.updateGeometry()

    def show_detail(self, detail: OneComment | None, searched: str = "") -> None:
        """Show a piece of feedback with what was searched marked, or that none is chosen."""
        before, self.detail = self.detail, detail
        is_another = detail is None or before is None or _place(detail) != _place(before)
        if is_another:
            self.stop_editing()
            self.show_below(None)
            self.at_risk.fold()
        there = detail is not None
        self._source.setVisible(there)
        for widget in (self.pane, self._actions):
            widget.setVisible(there and self.edit_words.isHidden())
        self._none.setVisible(not there)
        if detail is not None:
            self._offer(is_binned=detail.is_binned)
            self._source.setText(_source(detail))
            self.pane.show_text(detail.words, search_marks.places(detail.words, searched))
            self._rebuild(detail)
        if is_another:
            self.shown.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for some lines, for the panel scrolls by itself."""
        metrics = self.fontMetrics()
        return QSize(super().minimumSizeHint().width(), LINES * metrics.lineSpacing())

    def mark(self, searched: str) -> None:
        """Mark what is searched now in the text that is shown."""
        if self.detail is not None:
            words = self.detail.words
            self.pane.show_text(words, search_marks.places(words, searched))

    def hold_below(self, form: QWidget) -> None:
        """Keep a form, hidden, for the place below the words."""
        form.hide()
        self._below.addWidget(form)

    def show_below(self, wanted: QWidget | None) -> None:
        """Show one form in place of what stands below the words, or that again."""
        there = self.detail is not None
        self._held.setVisible(there and wanted is None)
        self.at_risk.setVisible(self._is_listed and wanted is None)
        for place in range(self._below.count()):
            held = self._below.itemAt(place)
            form = held.widget() if held is not None else None
            if form is not None:
                form.setVisible(there and form is wanted)

    def edit(self) -> None:
        """Turn the words into a field, or go to it where it is open."""
        if self._is_listed:
            if self.edit_words.isHidden():
                self.show_field()
            self.edit_words.come()

    def show_field(self) -> None:
        """Show the words in a field; the focus stays where it is."""
        self.show_below(None)
        self.pane.hide()
        self._actions.hide()
        self.edit_words.show()

    def stop_editing(self) -> None:
        """Show the words as they are kept."""
        self.edit_words.hide()
        for widget in (self.pane, self._actions):
            widget.setVisible(self.detail is not None)

    def _made(self, form: F) -> F:
        form.frame.setProperty("kind", "sunken")
        form.closed.connect(self.closed)
        self.forms.append(form)
        self.hold_below(form)
        return form

    @property
    def _is_listed(self) -> bool:
        return self.detail is not None and not self.detail.is_binned

    def _offer(self, *, is_binned: bool) -> None:
        """Offer of what is in the bin only to put it back."""
        for button in self.buttons:
            button.setVisible(is_binned == (button is self.back_button))
        if is_binned:
            self.at_risk.hide()

    def _rebuild(self, detail: OneComment) -> None:
        clear(self._about)
        about = About(detail)
        about.wanted.connect(self.wanted)
        self._about.addWidget(FlowRow(StatusMark(consent_words.mark_of(detail.consent))))
        self._about.addWidget(about)

    def _connect_buttons(self) -> None:
        self.link_button.clicked.connect(self.link_wanted)
        self.consent_button.clicked.connect(self.consent_wanted)
        self.details_button.clicked.connect(self.details_wanted)
        self.edit_button.clicked.connect(self.edit)
        self.bin_button.clicked.connect(self.bin_wanted)
        self.back_button.clicked.connect(self.back_wanted)

    def _lay_out(self) -> None:
        scroll = Scroll()
        scroll.body.setContentsMargins(space(2.25), space(2), space(2.25), space(2))
        scroll.body.setSpacing(space(1.5))
        self.at_risk.setProperty("kind", "sunken")
        for widget in (self._none, self._source, self.pane, self.edit_words, self._actions):
            scroll.body.addWidget(widget)
        scroll.body.addLayout(self._below)
        scroll.body.addWidget(self._held)
        scroll.body.addWidget(self.at_risk)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(scroll)


def _place(detail: OneComment) -> tuple[int, bool]:
    """Return which comment it is and where it is: what is put back is read anew."""
    return detail.id, detail.is_binned


def _source(detail: OneComment) -> str:
    place = tr("In the bin") if detail.is_binned else ""
    return dotted(place, words_of(detail.said), detail.channel, detail.family)
