"""Ways of matching columns kept from other years, and keeping this one."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from pcf_desktop.importers.sheet import Choices
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr


class Profiles(Card):
    """Emits `applied` with choices, and `keep_wanted` with a name for the ones in use."""

    applied = Signal(Choices)
    keep_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("The same survey next year?"))
        self._known: Mapping[str, Mapping[str, object]] = {}
        self.name = TextField(tr("Keep this matching as"), optional=True)
        self._keep = Button(tr("Keep"), small=True)
        self._keep.setAccessibleName(tr("Keep this matching"))
        self._keep.clicked.connect(self._kept)
        self.name.add_beside(self._keep)
        self.choice = ChoiceField(tr("Use a matching you kept"), filters=False)
        self._use = Button(tr("Use"), small=True)
        self._use.setAccessibleName(tr("Use the matching that is chosen"))
        self._use.clicked.connect(self._used)
        self.choice.add_beside(self._use)
        self.add(self.choice, self.name)
        self.show_profiles({})

    def hold(self, why: str) -> None:
        """Let no matching be kept and say why; no words: be free again."""
        self._keep.hold(why)

    def show_profiles(self, known: Mapping[str, Mapping[str, object]]) -> None:
        """Offer these."""
        self._known = known
        self.choice.set_options([Choosable(name, name) for name in known])
        self.choice.setVisible(bool(known))

    def _used(self) -> None:
        name = self.choice.value()
        if name:
            self.applied.emit(Choices.from_data(self._known[name]))

    def _kept(self) -> None:
        name = self.name.value().strip()
        self.name.set_problem("" if name else tr("Give it a name, such as Annual survey."))
        if name:
            self.keep_wanted.emit(name)
