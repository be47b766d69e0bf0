import pytest

from pcf_desktop.importers.letters.announcements import announcements
from pcf_desktop.importers.letters.view import look
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement

WEAKNESS = PriorityKind.SIGNIFICANT_WEAKNESS


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        (
            "how it will tackle the following areas of significant weakness:\n• x",
            PriorityKind.SIGNIFICANT_WEAKNESS,
            None,
        ),
        (
            "a Written Statement of Action addressing 6 key areas:\n• x",
            PriorityKind.SIGNIFICANT_WEAKNESS,
            6,
        ),
        ("They found four weaknesses. These were:\n• x", PriorityKind.SIGNIFICANT_WEAKNESS, 4),
        ("The required priority actions are\n• x", PriorityKind.PRIORITY_ACTION, None),
        ("Areas for improvement\nLeaders should act.", PriorityKind.IMPROVEMENT, None),
    ],
)
def test_a_list_of_priorities_is_announced(
    text: str, kind: PriorityKind, count: int | None
) -> None:
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
    assert announcements(look(text))[0].judgement is ReturnJudgement.SUFFICIENT


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Of the four areas of weakness, three have improved. One has not: plans", 1),
        ("Of seven areas of weakness, five have improved enough. Two have not: x and y", 2),
        ("The two where sufficient progress has not been made are plans and data.", 2),
        ("The area still needing work, after progress, is the quality of plans.", 1),
    ],
)
def test_what_is_left_over_is_announced_with_its_judgement(text: str, count: int) -> None:
    found = announcements(look(text))[-1]
    assert (found.judgement, found.count) == (ReturnJudgement.NOT_SUFFICIENT, count)


def test_there_are_two_announces_what_the_heading_names() -> None:
    (found,) = announcements(
        look("What are the areas for priority action?\n\nThere are two:\n1. x")
    )
    assert (found.kind, found.count) == (PriorityKind.PRIORITY_ACTION, 2)


def test_two_colons_announce_one_list() -> None:
    text = "A statement was required on 2 areas of concern, namely:-:\nAction 1 - plans"
    assert len({each.end for each in announcements(look(text)) if not each.is_inline}) == 1


def test_dashes_late_in_a_sentence_announce_nothing() -> None:
    text = "The five areas of weakness are - a - b - c - d - e"
    assert sum(each.is_inline for each in announcements(look(text))) == 3


def test_both_are_two() -> None:
    text = "Both areas of weakness have shown sufficient progress, namely plans and data."
    (found,) = announcements(look(text))
    assert (found.judgement, found.count) == (ReturnJudgement.SUFFICIENT, 2)
