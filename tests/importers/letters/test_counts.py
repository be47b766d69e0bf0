import pytest

from pcf_desktop.importers.letters.counts import count
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement


@pytest.mark.parametrize(
    ("words", "total", "enough"),
    [
        ("sufficient progress in addressing four of the six significant weaknesses", 6, 4),
        ("seven out of the nine former areas of significant weakness have improved", 9, 7),
        ("sufficient progress in all nine areas of weakness", 9, 9),
        ("has not made sufficient progress in any of the nine areas", 9, 0),
        ("None of the five weaknesses had made sufficient progress", 5, 0),
        ("sufficient progress in all but one of the seven areas of weakness", 7, 6),
        ("sufficient progress in addressing the three areas of significant weakness", 3, 3),
        ("sufficient progress in 3 of the 4 areas of weakness but not in the other", 4, 3),
        ("Inspectors identified six (6) areas of significant weakness", 6, None),
        ("has not made sufficient progress in two of the five areas of weakness", 5, 3),
        ("effective action in two of the three areas for priority action", 3, 2),
        ("to decide whether sufficient progress was made in the areas of weakness", None, None),
        ("have not made sufficient progress against all of the weaknesses", None, None),
    ],
)
def test_numbers_are_read_with_their_judgement(
    words: str, total: int | None, enough: int | None
) -> None:
    counts = count(words)
    assert (counts.total, counts.sufficient) == (total, enough)


def test_two_kinds_are_counted_apart() -> None:
    counts = count("three areas for priority action and seven areas for improvement")
    assert counts.stated == {PriorityKind.PRIORITY_ACTION: [3], PriorityKind.IMPROVEMENT: [7]}
    assert counts.total == 10


def test_a_total_that_is_only_a_sum_says_so() -> None:
    counts = count("sufficient progress in six of the areas of weakness, but not in two.")
    assert counts.total == 8
    assert counts.is_added_up


def test_a_judgement_on_the_weaknesses_holds_for_the_area() -> None:
    counts = count("It had not made sufficient progress in addressing the weaknesses.")
    assert counts.area_level is ReturnJudgement.NOT_SUFFICIENT


def test_a_number_in_brackets_after_a_heading_counts() -> None:
    assert count("Areas for improvement (4)\n\nLeaders should act.").total == 4


def test_further_improvement_as_a_noun_is_no_judgement() -> None:
    said = count("The inspection highlighted four key areas for further improvement.")
    assert (said.total, said.negative) == (4, [])
