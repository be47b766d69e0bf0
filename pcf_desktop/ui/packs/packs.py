"""The place of packs: the register of those made, and the making of one."""

from functools import cached_property
from typing import ClassVar

from typing_extensions import override

from pcf_desktop.services.packs import exporting
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.maker import Maker, PackStep
from pcf_desktop.ui.packs.register import Register, made_packs, pack_ids
from pcf_desktop.ui.pages import Pages
from pcf_desktop.ui.screen import COMMENTS, PRIORITIES, Desk
from pcf_desktop.ui.words import count

MAKE = "new"
"""The subject that opens the making of a pack."""


class Packs(Pages):
    """Shows one of two pages: the packs made, or the making of one."""

    tables: ClassVar[frozenset[str]] = (
        PRIORITIES
        | COMMENTS
        | {"pack", "pack_issue", "quote", "response", "inspection", "own_message"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Packs"), tr("All packs"))
        self.register = Register(self.fetch_rows(made_packs))
        self.register.empty.pressed.connect(self.begin)
        self.add_button(
            Button(tr("Make a pack"), Rank.PRIMARY, "file-text"), self.begin, self.register
        )
        self._add_foot()
        self.add_pages(self.register)
        desk.worker.undone.connect(self._undone)

    @cached_property
    def maker(self) -> Maker:
        """The making of a pack."""
        made = Maker(self)
        made.moved.connect(self.tell)
        made.export.written.register.clicked.connect(self.show_list)
        return made

    @override
    def load(self) -> None:
        self.latest("register", pack_ids, lambda found: self.show_rows(self.register, found))
        self.in_front.load()

    @override
    def show_subject(self, subject: object) -> None:
        if subject == MAKE:
            self.begin()

    def begin(self) -> None:
        """Show the making of a pack, where it was left unless that one was written."""
        self.maker.load()
        self.show_page(self.maker)

    def _undone(self, label: str | None) -> None:
        """Say of a pack that was taken back that its files were not: no undo reaches them."""
        if label != exporting.LABEL:
            return
        if self.in_front is self.maker and self.maker.is_over:
            self.maker.show_step(PackStep.EXPORT)
        self.desk.tell(
            tr(
                "The pack is no longer among the packs made. Its files stay where they were "
                "saved: delete them there if you do not need them."
            )
        )

    @override
    def tell(self) -> None:
        total = self.register.records.total
        self.register.heading = (
            tr("Packs"),
            count(total, tr("pack made"), tr("packs made"))
            if total
            else tr("What families told you, ready for inspectors."),
        )
        maker = self.in_front
        self._foot.setVisible(isinstance(maker, Maker) and not maker.is_over)
        if not isinstance(maker, Maker):
            super().tell()
            self.back.setEnabled(True)
            return
        maker.heading = tr("Make a pack"), maker.period.title.value()
        super().tell()
        self.back.setEnabled(not maker.busy)
        self._previous.setVisible(maker.step is not PackStep.PERIOD)
        self._previous.setEnabled(not maker.busy)
        self._next.setText(_action(maker))
        self._next.setEnabled(not maker.busy)
        self.saves(self._next, when=maker.step is PackStep.EXPORT)
        self._next.updateGeometry()

    def _add_foot(self) -> None:
        self._previous = Button(tr("Back"), icon="caret-left")
        self._next = Button(tr("Continue"), Rank.PRIMARY)
        self._previous.clicked.connect(lambda: self.maker.go_back())
        self._next.clicked.connect(lambda: self.maker.go_on())
        self._foot = self.add_bar(self._next, self._previous)  # the first stays where it is


def _action(maker: Maker) -> str:
    if maker.is_reading:
        return tr("Looking for quotes…")
    if maker.step is not PackStep.EXPORT:
        return tr("Continue")
    files = count(len(maker.export.formats()), tr("file"), tr("files"))
    return tr("Export {files}").format(files=files)
