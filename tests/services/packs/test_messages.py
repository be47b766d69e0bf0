"""Key messages: at most five, each with its base, good news among them where there is any."""

from datetime import date

from pcf_desktop.exporters.document import Document, KeyMessage, Paragraph
from pcf_desktop.records import Answer, Option, Question, QuestionPriority, Response, Survey
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


def linked_question(session: Session, about: int, answers: dict[str, int]) -> None:
    """Add a closed question that bears on a priority, with so many of each answer."""
    survey = Survey(title="Autumn")
    session.add(survey)
    session.flush()
    asked = Question(
        survey_id=survey.id, key="k", position=1, words="How does it work for you?", kind="single"
    )
    session.add(asked)
    session.flush()
    session.add(QuestionPriority(question_id=asked.id, priority_id=about))
    for position, (words, count) in enumerate(answers.items()):
        option = Option(question_id=asked.id, position=position, words=words)
        session.add(option)
        session.flush()
        for number in range(count):
            known = f"id:{position}:{number}"
            response = Response(
                survey_id=survey.id, known_as=known, digest="0" * 64, is_complete=True
            )
            session.add(response)
            session.flush()
            session.add(Answer(response_id=response.id, question_id=asked.id, option_id=option.id))
    session.flush()


def test_a_message_says_what_most_say_then_the_contrary(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=9, better=6)
        (message,) = messages(session)
    assert message.text == (
        "Waits: In their own words, 9 of 15 families say it is worse; 6 that it is better."
    )
    assert message.base == "n = 15 families"


def test_good_news_that_most_say_comes_first_in_its_message(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        fill(session, "Short breaks", better=13, worse=8)
        (message,) = messages(session)
    assert message.text.endswith("13 of 21 families (62%) say it is better; 8 that it is worse.")


def test_a_named_answer_is_stated_even_where_those_put_together_are_more(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=8, better=3, no_change=3, mixed=3)
        (message,) = messages(session)
    assert message.text.endswith(
        "8 of 17 families say it is worse; 9 that it is better, unchanged or mixed."
    )


def test_a_change_and_a_state_are_told_apart_and_put_together_only_where_few_say_one(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=9, concern=8, strength=6)
        fill(session, "Transport", worse=14, concern=3, strength=5)
        found = sorted(message.text for message in messages(session))
    assert found[0].endswith(
        "17 of 22 families (77%) say it is worse or a concern; 5 that it works well."
    )
    assert found[1].endswith(
        "9 of 23 families (39%) say it is worse; 8 that it is a concern and 6 that it works well."
    )


def test_there_are_at_most_five_and_one_of_them_is_good_news(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        for number in range(6):
            fill(session, f"Waits {number}", worse=11 + number)
        fill(session, "Short breaks", better=10)
        found = [message.text for message in messages(session)]
    assert len(found) == 5
    assert found[-1] == "Short breaks: In their own words, 10 of 10 families say it is better."


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
        assert messages(session) == []  # 12 of 15 would tell of three


def test_good_news_is_told_where_no_priority_has_enough_voices_of_its_own(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        for number in range(4):
            fill(session, f"Short breaks {number}", better=3)
        made = packs.draft(session, PackPlan(), TODAY)
    first, then = made.blocks[1:3]
    assert isinstance(first, Paragraph)
    assert first.text.startswith(
        "Fewer than 10 families have been heard on each priority so far, so"
    )
    assert isinstance(then, KeyMessage)
    assert (first.number, then.number) == ("1.1", "1.2")
    assert then.base == "n = 12 families"


def test_too_few_voices_are_no_message(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        fill(session, "Waits", worse=9)
        assert messages(session) == []


def test_comments_and_a_survey_stand_side_by_side_the_larger_base_first(
    workspace: Workspace,
) -> None:
    """Five of five who say worse do not stand alone above 25 of 40 who say well."""
    with workspace.change("Say") as session:
        about = fill(session, "Transport", worse=12)
        linked_question(
            session, about, {"Well": 25, "Badly": 15, "Does not apply": 60, "Not sure": 6}
        )
        (message,) = messages(session)
    assert message.text == (
        "Transport: Asked “How does it work for you?”, 25 of 46 concerned (54%) answered “Well” "
        "and 15 “Badly”. In their own words, 12 of 12 families say it is worse."
    )
    assert message.base == "n = 46 answers and 12 families"


def test_of_a_priority_of_which_only_a_survey_speaks_that_is_said(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = fill(session, "Transport", worse=5)
        linked_question(session, about, {"Well": 25, "Badly": 15})
        (message,) = messages(session)
    assert message.text.startswith("Transport: Asked “How does it work for you?”, 25 of 40 (63%)")
    assert message.base == "n = 40 answers"
