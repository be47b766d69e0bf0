"""One quote to choose: the words, their stance and date, and what may point to a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.packs.quotes import LONGEST, Candidate
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.icon import Icon
from pcf_desktop.ui.components.lay import abreast, stacked
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.tick_row import TickRow
from pcf_desktop.ui.priorities.stances import mark_of
from pcf_desktop.ui.said import words_of
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import dotted, listed, number

MOST = 1500
"""So many letters of a quote are shown; the preview has them all."""


class QuoteRow(QWidget):
    """Emits `ticked` with whether the words are to be quoted."""

    ticked = Signal(bool)

    def __init__(self, quote: Candidate, *, chosen: bool) -> None:
        super().__init__()
        cut = quote.printed if len(quote.words) <= MOST else f"{quote.printed[:MOST]}…"
        shown = f"\N{LEFT DOUBLE QUOTATION MARK}{cut}\N{RIGHT DOUBLE QUOTATION MARK}"
        mark = mark_of(quote.stance)
        about = FlowRow(StatusMark(mark), Text(_source(quote), Role.SMALL, "muted", wrap=False))
        warning = warning_of(quote)
        below = [about, _Warning(warning)] if warning else [about]
        row = TickRow(shown, *below)
        self.check = row.check
        self.check.setChecked(chosen)
        self.check.setAccessibleDescription(
            ". ".join(part for part in (mark.words, _source(quote), warning) if part)
        )
        self.check.toggled.connect(self.ticked)
        stacked(self, row, Divider(), gap=1)


class _Warning(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        row = abreast(self, gap=1, around=(0, 0.5, 0, 0))
        row.addWidget(Icon("warning", "amber", 1), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, Role.SMALL_STRONG, "amber"), 1)


def warning_of(quote: Candidate) -> str:
    """Return what asks for a second look: changed, long, or pointing to a person; else empty."""
    said = [_personal(quote)]
    if quote.changed:
        said.insert(0, tr("The comment has changed since it was last quoted"))
    if len(quote.words) > LONGEST:
        said.append(
            tr("{n} letters long; mark a passage to quote less").format(n=number(len(quote.words)))
        )
    return ". ".join(part for part in said if part)


def _personal(quote: Candidate) -> str:
    """Return what in the words may point to a person, with those words."""
    if not quote.details:
        return ""
    found: dict[str, list[str]] = {}
    for detail in quote.details:
        said = quote.words[detail.start : detail.end]
        known = found.setdefault(detail.what.value, [])
        if said not in known:
            known.append(said)
    parts = [f"{what} ({', '.join(said)})" for what, said in found.items()]
    return tr("May hold {things}").format(things=listed(parts))


def _source(quote: Candidate) -> str:
    came = tr("from a survey") if quote.response_id is not None else tr("told to the forum")
    label = f"Q{quote.number:03d}" if quote.number is not None else ""
    return dotted(words_of(quote.said), came, label)
