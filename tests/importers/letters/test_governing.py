import pytest

from pcf_desktop.importers.letters.governing import governing
from pcf_desktop.importers.letters.vocabulary import PriorityKind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("how it will tackle the following areas of significant weakness", "significant_weakness"),
        ("The report names these priority actions", "priority_action"),
        ("areas for improvement are", "improvement"),
        ("Sufficient progress has been made", "significant_weakness"),
    ],
)
def test_the_noun_that_governs_gives_the_kind(words: str, kind: str) -> None:
    found = governing(words)
    assert found is not None
    assert found[0] is PriorityKind(kind)


@pytest.mark.parametrize(
    "words",
    [
        "Our own key concerns are",
        "Families' main concerns were",
        "Issues that parents raised were",
        "To tackle the weaknesses we will",
        "Internal audit found areas of concern",
        "Members made recommendations on the areas of weakness",
        "to examine the local areas' effectiveness in",
        "In our own school we found three areas for improvement",
        "Inspectors praised these strengths",
    ],
)
def test_another_list_is_left_alone(words: str) -> None:
    assert governing(words) is None
