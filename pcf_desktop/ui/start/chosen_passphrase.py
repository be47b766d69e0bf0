"""The two fields of a passphrase that is chosen: strong, and typed the same twice."""

from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.workspace.faults import WeakPassphrase
from pcf_desktop.workspace.passphrase import require_strong


class ChosenPassphrase:
    """Gives the fields `first` and `again`, and says beside them what is wrong."""

    def __init__(self, label: str) -> None:
        self.first = TextField(
            label,
            tr("Four words that have nothing to do with each other, or 12 characters of any kind."),
            secret=True,
        )
        self.again = TextField(tr("{label} once more").format(label=label), secret=True)
        self.again.left.connect(self._check_again)

    def value(self) -> str:
        """Return the passphrase."""
        return self.first.value()

    def check(self) -> None:
        """Say of each field what is wrong, if anything is."""
        self.first.set_problem(_weakness(self.value()))
        self.again.set_problem("" if self.again.value() == self.value() else _differ())

    def _check_again(self) -> None:
        self.again.set_problem("" if self.again.value() in ("", self.value()) else _differ())


def _differ() -> str:
    return tr("The two passphrases differ. Type it once more.")


def _weakness(passphrase: str) -> str:
    """Return why a passphrase will be refused: said with all else that is wrong, not after it."""
    if not passphrase:
        return tr("Choose a passphrase.")
    try:
        require_strong(passphrase)
    except WeakPassphrase as error:
        return error.beside_a_field
    return ""
