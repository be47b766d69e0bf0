"""The views of packs for the registry: the register, each step, and what was written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pcf_desktop.exporters.formats import Exported
from pcf_desktop.records import When
from pcf_desktop.services.counting import counted
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.packs import packs, quotes
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.priorities import priorities
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.ui.packs.quote_choice import offers
from pcf_desktop.ui.screen import Desk

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

_DAY = date(2021, 12, 6)


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each page by its name; the register stands empty until a pack is made."""
    return {
        "packs": Packs,
        "pack: period and priorities": lambda desk: _step(desk, PackStep.PERIOD),
        "pack: quotes": lambda desk: _step(desk, PackStep.QUOTES),
        "pack: key messages": lambda desk: _step(desk, PackStep.MESSAGES),
        "pack: preview": lambda desk: _step(desk, PackStep.PREVIEW),
        "pack: export": lambda desk: _step(desk, PackStep.EXPORT),
        "pack: written": _written,
        "packs made": _made,
    }


def _step(desk: Desk, step: PackStep) -> Packs:
    with desk.worker.workspace.change(tr("log a comment")) as session:
        _log_a_name(session)
    screen = Packs(desk)
    screen.begin()
    maker = screen.maker
    with desk.worker.workspace.read() as session:
        waiting = counted.comments(session).to_sort
        maker.period.show_priorities(priorities.every(session, for_pack=True), waiting)
        found = offers(session, maker.period.plan())
    if step is not PackStep.PERIOD:
        maker.take(found, PackStep.QUOTES)
        maker.quotes.rows[0].check.setChecked(True)
        maker.show_step(step)
    return screen


def _log_a_name(session: "Session") -> None:
    """Log words that name a school and a child, unless they are there."""
    words = tr("At Saint Made-up Primary School my son Otto waited a year for help.")
    first = priorities.choices(session)[0].id
    if all(each.words != words for each in quotes.candidates(session, first)):
        key = feedback.log(session, NewFeedback(words, "quote", When.day(_DAY)))
        links.link(session, key, first, "worse", words)


def _written(desk: Desk) -> QWidget:
    screen = _step(desk, PackStep.EXPORT)
    folder = Path.home() / tr("Documents")
    name = f"{PackPlan().title} {_DAY.isoformat()}"
    pages = {".pdf": 14, ".docx": 0, ".xlsx": 0}
    files = [Exported(folder / f"{name}{end}", number, ()) for end, number in pages.items()]
    screen.maker.export.show_written(files)
    screen.maker.moved.emit()
    return screen


def _made(desk: Desk) -> QWidget:
    with desk.worker.workspace.change(tr("make a pack")) as session:
        if not packs.issued(session):
            for _ in range(2):
                _make(session)
    return Packs(desk)


def _make(session: "Session") -> None:
    pack_id, document = packs.make(session, PackPlan(), _DAY)
    for ending in (".pdf", ".docx", ".xlsx"):
        packs.note_issue(session, pack_id, f"{document.title}{ending}", b"", "a81b0c42")
