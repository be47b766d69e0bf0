import pytest

from pcf_desktop.importers.letters.announcements import announcements
from pcf_desktop.importers.letters.view import look
from pcf_desktop.importers.letters.vocabulary import Judgement, Kind

WEAKNESS = Kind.SIGNIFICANT_WEAKNESS


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        (
            "how it will tackle the following areas of significant weakness:\n• x",
            Kind.SIGNIFICANT_WEAKNESS,
            None,
        ),
        (
            "a Written Statement of Action addressing 6 key areas:\n• x",
            Kind.SIGNIFICANT_WEAKNESS,
            6,
        ),
        ("They found four weaknesses. These were:\n• x", Kind.SIGNIFICANT_WEAKNESS, 4),
        ("The required priority actions are\n• x", Kind.PRIORITY_ACTION, None),
        ("Areas for improvement\nLeaders should act.", Kind.IMPROVEMENT, None),
    ],
)
def test_a_list_of_priorities_is_announced(text: str, kind: Kind, count: int | None) -> None:
    found = announcements(look(text))[0]
    assert (found.kind, found.count) == (kind, count)


@pytest.mark.parametrize(
    "text",
    [
        *("The strengths are:\n• x", "Areas for development\n• x", "Our key points included:\n• x"),
        *("To tackle the weaknesses we have:\n• x", "The following questions were asked:\n• x"),
        "The council took the following steps to address the areas of weakness:\n• x",
        "The area has made sufficient progress to improve this area of weakness.\n• x",
        "This letter outlines strengths and areas for further improvement.\nMain findings\n• x",
    ],
)
def test_other_lists_are_not(text: str) -> None:
    assert announcements(look(text)) == ()


def test_an_announcement_may_judge_its_list() -> None:
    text = "Sufficient progress was made in the following areas:\n• x"
    assert announcements(look(text))[0].judgement is Judgement.SUFFICIENT
