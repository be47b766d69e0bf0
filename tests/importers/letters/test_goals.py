"""A goal that is said by what should not be names the matter as a heading."""

import pytest

from pcf_desktop.importers.letters.goals import matter


@pytest.mark.parametrize(
    ("goal", "about"),
    [
        ("ensure that children do not wait too long for assessments", "waits for assessments"),
        ("make sure families are not waiting so long to be seen", "waits to be seen"),
        ("ensure that no child waits more than 18 weeks for therapy", "waits for therapy"),
        ("ensure that children do not have to wait for places", "waits for places"),
        ("ensure that boys do not wait longer than others", "boys waiting longer than others"),
        ("ensure that there are no longer any gaps in audiology", "gaps in audiology"),
        ("ensure that families do not face long delays in replies", "long delays in replies"),
        ("ensure that children do not miss education", "children missing education"),
        ("ensure that families do not get lost in forms", "families getting lost in forms"),
        ("ensure that pupils do not leave school early", "pupils leaving school early"),
        ("ensure that children are no longer excluded unlawfully", "children excluded unlawfully"),
        ("ensure that no family has to repeat its story", "families having to repeat its story"),
        ("make certain that no child is left without support", "children left without support"),
        (
            "ensure that children who are out of school do not miss meals",
            "children who are out of school missing meals",
        ),
    ],
)  # fmt: skip
def test_what_should_not_be_is_the_matter(goal: str, about: str) -> None:
    assert matter(goal) == about


@pytest.mark.parametrize(
    "words",
    [
        "ensure that EHC plans are reviewed each year",
        "ensure that children who do not attend school have a place",
        "ensure that needs are found early and children do not wait for help",
        "parents do not trust the assessment process",
        "not enough specialist places",
        "improve plans",
    ],
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert matter(words) == words
