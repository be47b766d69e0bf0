import pytest

from pcf_desktop.importers.letters.cleaning import clean, known_words, without_judgement
from pcf_desktop.importers.letters.vocabulary import ReturnJudgement


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("the lack of plans; and", "the lack of plans"),
        ("the lack of plans, and", "the lack of plans"),
        ("the lack\nof plans.", "the lack of plans"),
        ("poor co-\nproduction", "poor co-production"),
        ("weak assess-\nment", "weak assessment"),
        ("one\u00a0two\u00ad three", "one twothree"),
        ("‘the lack of plans’", "the lack of plans"),
        ("children’s needs", "children’s needs"),
        ("SENDand families", "SEND and families"),
        ("plans.The rest", "plans. The rest"),
        ("and the poor plans", "the poor plans"),
        ("• – the plans:", "the plans"),
    ],
)
def test_words_are_freed_of_marks_and_damage(raw: str, words: str) -> None:
    assert clean(raw) == words


def test_a_sentence_keeps_its_full_stop() -> None:
    assert clean("Leaders should act.", is_sentence=True) == "Leaders should act."


def test_glued_words_are_parted_only_where_the_letter_knows_both() -> None:
    known = known_words("Families wait. Families ask.")
    assert clean("familiesand schools", known) == "families and schools"
    assert clean("a brandnew theme for the island", known) == "a brandnew theme for the island"


@pytest.mark.parametrize(
    ("words", "weakness", "judgement"),
    [
        ("Plans – sufficient progress", "Plans", ReturnJudgement.SUFFICIENT),
        ("Plans (not sufficient progress)", "Plans", ReturnJudgement.NOT_SUFFICIENT),
        ("Plans: insufficient progress made", "Plans", ReturnJudgement.NOT_SUFFICIENT),
        ("Plans – the quality of them", "Plans – the quality of them", None),
    ],
)
def test_a_judgement_at_the_end_is_parted_from_the_weakness(
    words: str, weakness: str, judgement: ReturnJudgement | None
) -> None:
    assert without_judgement(words) == (weakness, judgement)
