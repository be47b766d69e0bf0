import pytest

from pcf_desktop.importers.letters.vocabulary import COUNTED, PriorityKind, nouns


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("areas of significant weakness", PriorityKind.SIGNIFICANT_WEAKNESS),
        ("the remaining serious weaknesses", PriorityKind.SIGNIFICANT_WEAKNESS),
        ("areas of concern", PriorityKind.SIGNIFICANT_WEAKNESS),
        ("areas for priority action", PriorityKind.PRIORITY_ACTION),
        ("required priority actions", PriorityKind.PRIORITY_ACTION),
        ("areas where improvement", PriorityKind.IMPROVEMENT),
        ("areas for further improvement", PriorityKind.IMPROVEMENT),
        ("six key areas", "generic"),
        ("the following strengths", "other"),
        ("areas for development", "other"),
        ("recommendations:", "other"),
    ],
)
def test_a_noun_says_what_a_list_holds(words: str, kind: PriorityKind | str) -> None:
    assert [found for _, _, found in nouns(words)] == [kind]


def test_a_plan_or_one_of_them_names_no_list() -> None:
    assert nouns("the priority action plan") == []
    assert nouns("this area of weakness") == []


def test_a_counted_noun_gives_its_number() -> None:
    match = COUNTED.search("identified nine areas of significant weakness")
    assert match
    assert match["count"] == "nine"
