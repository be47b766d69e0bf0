"""What the privacy check found in a pack, each in plain words, and the reason it goes out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pcf_desktop.services.packs.privacy import PrivacyFinding
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.status_mark import Level, Mark, StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role


class PrivacyCard(Card):
    """The check of the pack that is about to be written; `reason` is asked for where it must be."""

    def __init__(self) -> None:
        super().__init__(tr("Before it leaves"), tr("Whether anybody could be found in this pack."))
        self.findings: Sequence[PrivacyFinding] | None = None
        self._rows = stacked(gap=1.5)
        self.body.addLayout(self._rows)
        self.reason = TextField(
            tr("Why it may go out"), tr("Kept with the pack, and not printed in it.")
        )
        self.add(self.reason)
        self.show_looking()

    @property
    def blocks(self) -> bool:
        """Whether something found keeps the pack in the house."""
        return any(each.blocks for each in self.findings or ())

    @property
    def asks(self) -> bool:
        """Whether a reason is wanted."""
        return any(each.asks for each in self.findings or ())

    def show_looking(self) -> None:
        """Say that the figures are being looked through."""
        self.findings = None
        self._show([Text(tr("The figures and quotes are being looked through…"), tone="muted")])

    def show_findings(self, findings: Sequence[PrivacyFinding]) -> None:
        """Show what was found, the worst first."""
        self.findings = findings
        fine = StatusMark(Mark(tr("Nobody can be found"), Level.GOOD))
        self._show([_row(each) for each in findings] or [fine])

    def check(self) -> bool:
        """Say at the field when a reason is missing; return whether nothing is.

        What blocks is refused by whoever writes the pack, and said there.
        """
        missing = self.asks and not self.blocks and not self.reason.value().strip()
        self.reason.set_problem(tr("Say why it may go out.") if missing else "")
        return not missing

    def _show(self, rows: Sequence[QWidget]) -> None:
        clear(self._rows)
        for row in rows:
            self._rows.addWidget(row)
        self.reason.setVisible(self.asks and not self.blocks)


def _row(found: PrivacyFinding) -> QWidget:
    row = QWidget()
    mark = Mark(tr("To be known"), Level.INFO)
    if found.blocks:
        mark = Mark(tr("Keeps it here"), Level.BAD)
    elif found.asks:
        mark = Mark(tr("Needs a reason"), Level.AMBER)
    what, why = Text(found.what, Role.STRONG), Text(found.why, Role.SMALL, "muted")
    stacked(row, StatusMark(mark), what, why, gap=0.5)
    return row
