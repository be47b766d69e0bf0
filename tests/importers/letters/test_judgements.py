import pytest

from pcf_desktop.importers.letters.judgements import is_positive, judgement_phrases, last_judgement
from pcf_desktop.importers.letters.vocabulary import ReturnJudgement

YES, NO = ReturnJudgement.SUFFICIENT, ReturnJudgement.NOT_SUFFICIENT


@pytest.mark.parametrize(
    ("words", "judgement"),
    [
        ("The area has made sufficient progress in addressing", YES),
        ("had made significant progress in five of the eight", YES),
        ("seven areas have improved", YES),
        ("The area has not made sufficient progress to improve", NO),
        ("has not yet made enough progress", NO),
        ("insufficient progress", NO),
        ("sufficient progress has not been made", NO),
        ("Two areas of weakness remain", NO),
        ("the changes were too recent to have an impact", NO),
        ("sufficient progress in six, but not in two", NO),
        ("has taken effective action", ReturnJudgement.EFFECTIVE),
        ("has not taken effective action", ReturnJudgement.NOT_EFFECTIVE),
        ("to decide whether the area has made sufficient progress", None),
        ("the area must show that it has made sufficient progress", None),
        ("addressing the areas of weakness", None),
    ],
)
def test_a_judgement_is_read_only_where_it_is_one(
    words: str, judgement: ReturnJudgement | None
) -> None:
    assert last_judgement(words) is judgement


def test_both_judgements_of_a_sentence_are_found_in_order() -> None:
    words = "sufficient progress in six but has not made sufficient progress in two"
    assert [found for _, _, found in judgement_phrases(words)] == [YES, NO]


def test_sufficient_and_effective_are_positive() -> None:
    assert [is_positive(each) for each in ReturnJudgement] == [True, False, True, False]


@pytest.mark.parametrize(
    ("words", "judgement"),
    [
        ("progress was found sufficient", ReturnJudgement.SUFFICIENT),
        ("and not sufficient on three", ReturnJudgement.NOT_SUFFICIENT),
        ("four areas for further improvement", None),
    ],
)
def test_progress_is_judged_by_the_words_that_follow_it(
    words: str, judgement: ReturnJudgement | None
) -> None:
    assert last_judgement(words) is judgement
