"""Stances that are put together are named."""

from pcf_desktop.services.packs.content import together


def test_stances_together_are_named() -> None:
    assert together(("better", "no_change", "mixed")) == "Better, no change or mixed"
    assert together(("worse", "mixed")) == "Worse or mixed"
    assert together(("worse",)) == "Worse"
