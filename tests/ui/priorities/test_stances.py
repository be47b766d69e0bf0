"""Every stance has a word, a mark and a letter of its own."""

from pcf_desktop.services.counting.stances import STANCES
from pcf_desktop.services.priorities.priorities import NOTHING_HEARD, Heard
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.priorities import stances

NOBODY = NOTHING_HEARD.by_stance


def test_each_stance_has_its_own_word_and_letter() -> None:
    assert list(stances.letters()) == list(STANCES)
    assert len(set(stances.letters().values())) == len(STANCES)
    for key, letter in stances.letters().items():
        assert stances.words_of(key).startswith(letter)


def test_a_mark_goes_with_what_a_stance_says() -> None:
    levels = {key: stances.mark_of(key).level for key in STANCES}
    assert levels["worse"] == levels["concern"] == Level.BAD
    assert levels["better"] == levels["strength"] == Level.GOOD


def test_families_and_comments_are_told_apart() -> None:
    by = {**NOBODY, "better": 4, "no_change": 3, "worse": 11, "mixed": 3}
    bar = stances.bar_of(Heard(21, 23, by))
    assert bar.words == "11 of 21 families have bad to say, 4 good; 23 comments"
    assert (bar.better, bar.same, bar.worse) == (4, 6, 11)
    assert stances.bar_of(NOTHING_HEARD).words == "No families yet"
