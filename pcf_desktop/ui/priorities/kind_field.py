"""What kind a priority is: typed in part or chosen, and left by Tab, like every other choice."""

from collections.abc import Sequence

from typing_extensions import override

from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.components.choice_field import ChoiceField, Option
from pcf_desktop.ui.language import tr


class KindField(ChoiceField):
    """Takes up what was meant when the focus leaves, where a part of one name was typed."""

    def __init__(self) -> None:
        super().__init__(tr("Kind"))

    def typed(self) -> str:
        """Return the words that stand in the field."""
        return self.combo.currentText().strip()

    def offer(self, kinds: Sequence[Word]) -> None:
        """Offer these kinds; what was typed of one stays."""
        typed = self.typed()
        self.set_options([Option(word.key, word.label) for word in kinds])
        if not self.value():
            self.combo.setEditText(typed)

    @override
    def check(self) -> bool:
        typed = self.typed().casefold()
        if not typed:  # a kind that was said to be missing is missing still
            return not self.problem
        if not self.value():
            words = (self.combo.itemText(place) for place in range(self.combo.count()))
            meant = [place for place, each in enumerate(words) if typed in each.casefold()]
            if len(meant) == 1:
                self.combo.setCurrentIndex(meant[0])
        return super().check()
