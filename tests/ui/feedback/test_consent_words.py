"""Consent in plain words: withdrawn is said before anything else that is no yes."""

from datetime import date

import pytest

from pcf_desktop.services.counting.consents import INSPECTORS, KEEP, QUOTE, USE, Standing
from pcf_desktop.ui.feedback.consent_words import mark_of


@pytest.mark.parametrize(
    ("allowed", "asked", "withdrawn", "words"),
    [
        ((KEEP, USE, QUOTE), (KEEP, USE, QUOTE), None, "May be quoted, without names"),
        (
            (KEEP, USE, QUOTE),
            (KEEP, USE, QUOTE, INSPECTORS),
            None,
            "May be quoted, but not to inspectors",
        ),
        ((KEEP, USE), (KEEP, USE), None, "May be used, not quoted"),
        ((KEEP,), (KEEP, USE, QUOTE), None, "Kept to ourselves, not quoted"),
        ((), (QUOTE,), None, "May be used, not quoted"),  # as a survey asks; a pack counts it
        ((INSPECTORS,), (INSPECTORS,), None, "Quoting: not asked yet"),
        ((), (), None, "Quoting: not asked yet"),
        ((KEEP, USE), (KEEP, USE), date(2022, 5, 3), "Consent withdrawn on 3 May 2022"),
    ],
)
def test_what_may_be_done_is_said(
    allowed: tuple[str, ...], asked: tuple[str, ...], withdrawn: date | None, words: str
) -> None:
    assert mark_of(Standing(frozenset(allowed), frozenset(asked), withdrawn)).words == words
