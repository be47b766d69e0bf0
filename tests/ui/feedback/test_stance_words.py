"""Every stance has a word of its own."""

from pcf_desktop.services.links import STANCES
from pcf_desktop.ui.feedback.stance_words import mark_of


def test_every_stance_has_a_word_of_its_own() -> None:
    assert len({mark_of(stance).words for stance in STANCES}) == len(STANCES)
