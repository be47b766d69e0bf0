"""The pages of the start for the registry of views."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.start.make import MakeForum
from pcf_desktop.ui.start.new_passphrase import PassphraseDialog
from pcf_desktop.ui.start.new_sheet import NewSheet
from pcf_desktop.ui.start.recovery import Recovery
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import Welcome

KEY = "5Y2V0-VBHJC-9YD1H-47JQ6-HVASJ-QD8PM-Y5C91-PT092"


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each page by its name."""
    own = [Path("Forums") / "Made-up forum"]
    return {
        "start": lambda _desk: Welcome(own),
        "unlock": lambda _desk: Unlock("Made-up forum"),
        "restore backup": lambda _desk: Unlock("Made-up forum", "3 March 2026, 12:42 pm"),
        "make forum": lambda _desk: _filled(),
        "recovery": lambda _desk: Recovery("Made-up forum", KEY),
        "leave recovery": lambda _desk: QuestionDialog(
            tr("Leave without the recovery sheet?"),
            tr("The recovery key is shown only now. Without its sheet nobody can open the forum."),
            tr("Stay and print it"),
            tr("Close without the sheet"),
        ),
        "change passphrase": lambda _desk: PassphraseDialog("Made-up forum", by_sheet=False),
        "choose passphrase": lambda _desk: PassphraseDialog("Made-up forum", by_sheet=True),
        "new sheet": lambda _desk: NewSheet(Path("forum.key"), "Made-up forum"),
    }


def _filled() -> MakeForum:
    """Return the page with an area that has a slip in it."""
    page = MakeForum()
    page.area.set_value("Knet")
    page.area.left.emit()
    return page
