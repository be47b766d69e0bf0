"""Stances that are put together are named."""

from pcf_desktop.services.feedback.links import STANCES
from pcf_desktop.services.packs.content import QUOTED_STANCES, together
from pcf_desktop.services.packs.content import STANCES as SAID
from pcf_desktop.services.priorities.priorities import SUMMARY


def test_stances_together_are_named() -> None:
    assert together(("better", "no_change", "mixed")) == "Better, no change or mixed"
    assert together(("worse", "mixed")) == "Worse or mixed"
    assert together(("worse",)) == "Worse"


def test_every_stance_has_its_words() -> None:
    assert tuple(SAID) == SUMMARY
    assert set(QUOTED_STANCES) == set(STANCES)
