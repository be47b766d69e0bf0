"""Where one piece of feedback came from, what it is linked to, and what else the person said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.feedback.one_comment import OneComment, Other
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import abreast, stacked
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.quote_block import QuoteBlock
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.stances import mark_of
from pcf_desktop.ui.said import words_of
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, dotted

SHOWN_AT_ONCE = 4


class About(QWidget):
    """All that stands below the words; `wanted` is emitted with another comment to be read."""

    wanted = Signal(int)

    def __init__(self, detail: OneComment) -> None:
        super().__init__()
        self._column = stacked(self, gap=0.75)
        self._links(detail)
        self._source(detail)
        self._others(detail)
        self._answers(detail)

    def _links(self, detail: OneComment) -> None:
        self._head(tr("Linked to"))
        if not detail.links:
            self._add(Text(tr("No priority yet."), tone="muted"))
        for link in detail.links:
            row = abreast(gap=1)
            row.addWidget(Text(link.title), 1)
            mark = StatusMark(mark_of(link.stance))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(row)

    def _source(self, detail: OneComment) -> None:
        if detail.survey:
            self._head(tr("Asked in {survey}").format(survey=detail.survey))
            self._add(Text(detail.question or ""))
        if detail.event:
            self._head(tr("Where it was said"))
            self._add(Text(detail.event))
        known = dotted(detail.district, *detail.child)
        if known or detail.sentiment:
            self._head(tr("About the family"))
            self._add(Text(known))
        if detail.sentiment:
            feel = tr("How they feel: {words}").format(words=detail.sentiment)
            self._add(Text(feel))

    def _others(self, detail: OneComment) -> None:
        if not detail.others:
            return
        same = tr("The same answers also say") if detail.survey else tr("The same family also said")
        self._head(same)
        for other in detail.others[:SHOWN_AT_ONCE]:
            self._add(QuoteBlock(other.words, other.question or words_of(other.said)))
            read = LinkButton(tr("Read this one"))
            read.setAccessibleName(_name(other))
            read.clicked.connect(lambda _on=False, key=other.id: self.wanted.emit(key))
            self._add(FlowRow(read))
        left = len(detail.others) - SHOWN_AT_ONCE
        if left > 0:
            more = count(left, tr("more comment"), tr("more comments"))
            self._add(Text(more, Role.SMALL, "muted"))

    def _answers(self, detail: OneComment) -> None:
        if not detail.answers:
            return
        n = count(len(detail.answers), tr("answer ticked"), tr("answers ticked"))
        button = Button(n, icon="caret-down", small=True)
        button.setCheckable(True)
        held = QWidget()
        column = stacked(held, gap=0.25)
        for question, answer in detail.answers:
            column.addWidget(Text(question, Role.SMALL, "muted"))
            column.addWidget(Text(answer))
        button.toggled.connect(held.setVisible)
        held.hide()
        self._column.addSpacing(space())
        self._add(FlowRow(button))
        self._add(held)

    def _head(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(space(0.5))
            self._add(Divider())
            self._column.addSpacing(space(0.5))
        self._add(Text(words, Role.SMALL_STRONG, "muted"))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)


def _name(other: Other) -> str:
    about = other.question or words_of(other.said)
    return tr("Read this one: {about}").format(about=about)
