"""The place of packs: the register of those made, and the making of one."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.packs import exporting
from pcf_desktop.ui.components.button import Button, Kind
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.maker import Maker, Step
from pcf_desktop.ui.packs.register import Register, made_packs, pack_ids
from pcf_desktop.ui.screen import COMMENTS, PRIORITIES, Desk, Screen
from pcf_desktop.ui.words import count

MAKE = "new"
"""The subject that opens the making of a pack."""


class Packs(Screen):
    """Shows one of two pages: the packs made, or the making of one."""

    tables: ClassVar[frozenset[str]] = (
        PRIORITIES | COMMENTS | {"pack", "pack_issue", "quote", "response", "inspection"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Packs"))
        self._back = self.header.add(Button(tr("All packs"), icon="arrow-left"))
        self._back.clicked.connect(self.show_register)
        self._make = self.header.add(Button(tr("Make a pack"), Kind.PRIMARY, "file-text"))
        self._make.clicked.connect(self.begin)
        self.register = Register(self.fetch_rows(made_packs))
        self.register.make_wanted.connect(self.begin)
        self.maker = Maker(self)
        self.maker.moved.connect(self._tell)
        self.maker.export.written.register_wanted.connect(self.show_register)
        self.add(self.register, self.maker, stretch=1)
        self._add_foot()
        self._show(self.register)
        desk.worker.undone.connect(self._undone)

    @override
    def load(self) -> None:
        self.latest("register", pack_ids, self._listed)
        self.maker.refresh()

    @override
    def show_subject(self, subject: object) -> None:
        if subject == MAKE:
            self.begin()

    @override
    def first_focus(self) -> QWidget | None:
        return self._page.first_focus()

    @override
    def command(self, key: str) -> Callable[[], object] | None:
        if key == "print" and self._page is self.maker:
            writes = self.maker.step is Step.EXPORT
            return self.or_why(self.maker.print) if writes else self.maker.print
        if key == "undo" and self._page is self.maker and self.maker.step is Step.QUOTES:
            return self.maker.quotes.undo()
        return super().command(key)

    @override
    def put_away(self) -> None:
        self.maker.put_away()

    def begin(self) -> None:
        """Show the making of a pack, where it was left unless that one was written."""
        if self.maker.is_done:
            self.maker.show_step(Step.PERIOD)
        self._show(self.maker)

    def show_register(self) -> None:
        """Show the packs made."""
        self._show(self.register)

    def _undone(self, label: str | None) -> None:
        """Say of a pack that was taken back that its files were not: no undo reaches them."""
        if label != exporting.LABEL:
            return
        if self.maker.is_done:
            self.maker.show_step(Step.EXPORT)
        self.desk.tell(
            tr(
                "The pack is no longer among the packs made. Its files stay where they were "
                "saved: delete them there if you do not need them."
            )
        )

    def _listed(self, found: list[int]) -> None:
        self.register.show_packs(found)
        self._tell()
        if self._page is self.register and self.isVisible() and self.focusWidget() is None:
            self.register.first_focus().setFocus()

    def _show(self, page: Register | Maker) -> None:
        self._page: Register | Maker = page
        for each in (self.register, self.maker):
            each.setVisible(each is page)
        self._tell()
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()

    def _tell(self) -> None:
        """Show the words and buttons of the page."""
        making, maker = self._page is self.maker, self.maker
        if making:
            self.header.set_words(tr("Make a pack"), maker.period.title.value())
        else:
            total = self.register.records.total
            self.header.set_words(
                tr("Packs"),
                count(total, tr("pack made"), tr("packs made"))
                if total
                else tr("What families told you, ready for inspectors."),
            )
        self._make.setVisible(not making and not self.register.is_empty)
        self._back.setVisible(making)
        self._back.setEnabled(not maker.busy)
        self._foot.setVisible(making and not maker.is_done)
        self._previous.setVisible(maker.step is not Step.PERIOD)
        self._previous.setEnabled(not maker.busy)
        self._next.setText(_action(maker))
        self._next.setEnabled(not maker.busy)
        self.saves(self._next, when=maker.step is Step.EXPORT)
        self._next.updateGeometry()

    def _add_foot(self) -> None:
        self._previous = Button(tr("Back"), icon="caret-left")
        self._next = Button(tr("Continue"), Kind.PRIMARY)
        self._previous.clicked.connect(self.maker.go_back)
        self._next.clicked.connect(self.maker.go_on)
        self._foot = self.add_bar(self._next, self._previous)  # the first stays where it is


def _action(maker: Maker) -> str:
    if maker.step is not Step.EXPORT:
        return tr("Continue")
    files = count(len(maker.export.formats()), tr("file"), tr("files"))
    return tr("Export {files}").format(files=files)
