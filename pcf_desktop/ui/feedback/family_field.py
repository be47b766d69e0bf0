"""The family, by its code: one from the list, a new one, never a name."""

from collections.abc import Sequence

from typing_extensions import override

from pcf_desktop.services.families import families
from pcf_desktop.ui.components.choice_field import Choosable
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.language import tr


class FamilyField(QuickChoice):
    """Takes `F-0152`, `f152` or `152`, and refuses everything else with a sentence."""

    def __init__(self, label: str) -> None:
        self._codes: frozenset[str] = frozenset()
        super().__init__(label, takes_new=True)

    def offer_codes(self, codes: Sequence[str], following: str) -> None:
        """Offer the next new code first, then those in use."""
        self._codes = frozenset(codes)
        self.offer(
            [Choosable(following, _new(following)), *(Choosable(code, code) for code in codes)],
            {tr("new"): _new(following)},
        )
        code = self.code()
        if code is not None and self.typed() == _new(code):
            self.put(self._shown(code))

    def code(self) -> str | None:
        """Return the code that was chosen or typed, None where there is none."""
        if self.value():
            return self.value()
        return families.normal(self.typed().removesuffix(_new("").strip()).strip())

    @override
    def check(self) -> bool:
        typed = self.typed()
        if typed.casefold() in self._also:
            self.put(self._also[typed.casefold()])
        code = self.code()
        if self.typed() and code is None:
            self.set_problem(
                tr(
                    "A family is known here by a code such as F-0152, never by a name. "
                    "Choose a code, or type new."
                )
            )
            return False
        if code is not None:
            self.put(self._shown(code))
        self.set_problem("")
        return True

    def _shown(self, code: str) -> str:
        return code if code in self._codes else _new(code)


def _new(code: str) -> str:
    return tr("{code} (new)").format(code=code)
