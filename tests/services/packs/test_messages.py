"""Key messages: at most five, each with its base, good news among them where there is any."""

from datetime import date

from pcf_desktop.exporters.document import Document, KeyMessage, Paragraph
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)


def fill(session: Session, title: str, **stances: int) -> int:
    about = priority(session, title)
    for kind, (stance, families) in enumerate(stances.items()):
        for number in range(families):
            say(session, about, stance, family=f"F-{about:02d}{kind}{number:02d}")
    return about


def messages(session: Session) -> list[KeyMessage]:
    made: Document = packs.draft(session, PackPlan(), TODAY)
    return [block for block in made.blocks if isinstance(block, KeyMessage)]


def test_a_message_says_what_most_say_then_the_contrary(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=9, better=6)
        (message,) = messages(session)
    assert message.text == (
        "Waits: 9 of 15 families say it is worse or a concern; 6 that it is better or works well."
    )
    assert message.base == "n = 15 families"


def test_good_news_that_most_say_comes_first_in_its_message(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        fill(session, "Short breaks", better=13, worse=8)
        (message,) = messages(session)
    assert message.text.startswith("Short breaks: 13 of 21 families (62%) say it is better")


def test_a_named_answer_is_stated_even_where_those_put_together_are_more(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=8, better=3, no_change=3, mixed=3)
        (message,) = messages(session)
    assert message.text == (
        "Waits: 8 of 17 families say it is worse or a concern; "
        "9 that it is better, unchanged or mixed."
    )


def test_there_are_at_most_five_and_one_of_them_is_good_news(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        for number in range(6):
            fill(session, f"Waits {number}", worse=10 + number)
        fill(session, "Short breaks", better=7)
        found = [message.text for message in messages(session)]
    assert len(found) == 5
    assert found[-1].startswith("Short breaks: 7 of 7 families say it is better")


def test_good_news_spread_over_many_priorities_is_told_together(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        for number in range(6):
            fill(session, f"Waits {number}", worse=10, better=2)
        found = [message.text for message in messages(session)]
    assert len(found) == 5
    assert found[-1] == (
        "What works: 12 of the 72 families whose words are linked here told us of something that "
        "is better or works well."
    )


def test_the_few_who_have_nothing_good_to_say_are_not_found_by_subtraction(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        for number in range(6):
            fill(session, f"Short breaks {number}", better=2)
        fill(session, "Waits", worse=3)
        (found,) = messages(session)
    assert "12 families told us of something" in found.text
    assert found.base == "n = 12 families"


def test_good_news_is_told_where_no_priority_has_enough_voices_of_its_own(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        for number in range(3):
            fill(session, f"Short breaks {number}", better=2)
        made = packs.draft(session, PackPlan(), TODAY)
    first, then = made.blocks[1:3]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Fewer than 5 families have been heard on each priority so far.")
    assert isinstance(then, KeyMessage)
    assert (first.number, then.number) == ("1.1", "1.2")
    assert then.base == "n = 6 families"


def test_too_few_voices_are_no_message(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=4)
        assert messages(session) == []
