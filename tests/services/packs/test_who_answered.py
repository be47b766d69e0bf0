"""Who answered: each closed question with its own base, small counts named together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from pcf_desktop.records import (
    Answer,
    Option,
    Question,
    QuestionPriority,
    Response,
    Survey,
)
from pcf_desktop.services.counting import consents
from pcf_desktop.services.disclosure.printed import Parts, Printed, Rules
from pcf_desktop.services.forum import forums
from pcf_desktop.services.packs import ledger, who_answered
from pcf_desktop.services.packs.who_answered import Answers, AnswerTable
from pcf_desktop.workspace import Session, Workspace
from tests.services.sample_feedback import priority

TODAY = date(2026, 6, 1)


def table(shown: Mapping[Parts, int], base: int, *, is_multiple: bool = False) -> AnswerTable:
    told = Printed("question 1", base, shown, is_multiple=is_multiple)
    return AnswerTable("How old?", told, 1, "Autumn survey", Rules())


def answers_of(session: Session, *days: date | None, today: date = TODAY) -> Answers:
    first, last = (*days, None, None)[:2]
    forum = forums.the_forum(session)
    return who_answered.answers(session, ledger.begin(session, forum, today, first, last))


def test_the_sample_gives_its_first_closed_questions(demo: Workspace) -> None:
    with demo.read() as session:
        found = answers_of(session).about
    assert [each.title.split("?")[0] for each in found][:2] == [
        "How old is your child or young person",
        "What support does your child have, or are you asking for",
    ]
    assert len(found) == who_answered.MOST_TABLES
    assert min(count for each in found for count in each.told.shown.values()) >= 5


def test_without_a_survey_there_is_no_table(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert answers_of(session).about == []


def test_small_answers_are_named_together() -> None:
    block = table({("5 to 10",): 30, ("0 to 4", "16 to 19"): 7}, 37).as_block("Table 1")
    assert block.rows == (("5 to 10", 30, "81%"), ("0 to 4, or 16 to 19", 7, "19%"))


def test_many_small_answers_are_counted_and_not_named() -> None:
    block = table({("a",): 30, ("b", "c", "d", "e"): 9}, 39).as_block("Table 1")
    assert block.rows[1][0] == "Other answers, put together"


def test_a_small_base_carries_no_share_and_the_note_says_what_n_is() -> None:
    block = table({("a",): 9, ("b",): 6}, 15, is_multiple=True).as_block("Table 1")
    assert block.headings == ("Answer", "Respondents")
    assert block.rows == (("a", 9), ("b", 6))
    assert block.note.startswith("n = 15 who answered this question in “Autumn survey”.")
    assert "Several answers were possible" in block.note


def test_when_it_was_answered_is_said_below_a_table() -> None:
    shown = replace(table({("a",): 9, ("b",): 6}, 15), answered="answered in May 2026")
    note = shown.as_block("Table 1", " (counted on 3 June 2026)").note
    assert note.endswith("in “Autumn survey”, answered in May 2026 (counted on 3 June 2026).")


def test_whom_it_does_not_apply_to_is_in_no_share(workspace: Workspace) -> None:
    with workspace.change("Answer") as session:
        people = answered(
            session, "Autumn", [date(2026, 5, 4)] * 20 + [date(2026, 4, 2)] * 34, "Got worse"
        )
        question = session.query(Question).one()
        none = Option(question_id=question.id, position=2, words="Does not apply to us")
        better = Option(question_id=question.id, position=3, words="Got better")
        session.add_all([none, better])
        session.flush()
        for answer in session.query(Answer).filter(Answer.response_id.in_(people[:14])):
            answer.option_id = none.id
        for answer in session.query(Answer).filter(Answer.response_id.in_(people[-10:])):
            answer.option_id = better.id
        session.flush()
        (table,) = answers_of(session).about
        assert answers_of(session, today=date(2026, 7, 1)).left_out == []
    block = table.as_block("Table 1")
    assert block.rows == (("Got worse", 30, "75%"), ("Got better", 10, "25%"))
    assert block.note == (
        "n = 40 concerned, who answered this question in “Autumn”, answered from April 2026 to May "
        "2026. 14 more said that it does not apply to them."
    )
    assert block.refs == ("S01",)


def answered(session: Session, title: str, on: Sequence[date | None], words: str) -> list[int]:
    """Add a survey of one closed question, answered the same on each of these days."""
    survey = Survey(title=title)
    session.add(survey)
    session.flush()
    question = Question(
        survey_id=survey.id, key="k", position=1, words="Where do you live?", kind="single"
    )
    session.add(question)
    session.flush()
    option = Option(question_id=question.id, position=1, words=words)
    session.add(option)
    session.flush()
    made = []
    for number, day in enumerate(on):
        at = datetime.combine(day, time(12)).astimezone() if day is not None else None
        response = Response(
            survey_id=survey.id,
            known_as=f"id:{number}",
            digest="0" * 64,
            is_complete=True,
            completed_at=at,
        )
        session.add(response)
        session.flush()
        session.add(Answer(response_id=response.id, question_id=question.id, option_id=option.id))
        made.append(response.id)
    session.flush()
    return made


def test_only_answers_of_the_period_count_of_the_latest_survey_that_has_any(
    workspace: Workspace,
) -> None:
    autumn, spring = date(2025, 10, 1), date(2026, 4, 1)
    with workspace.change("Answer") as session:
        answered(session, "Autumn", [autumn] * 18 + [spring] * 16, "Town")
        answered(session, "Spring", [spring] * 17 + [None], "Village")

        def found(*days: date | None) -> list[tuple[str, int, object]]:
            tables = answers_of(session, *days).about
            return [(each.survey, each.told.base, dict(each.told.alone)) for each in tables]

        assert found() == [("Spring", 18, {"Village": 18})]
        assert found(spring) == [("Spring", 17, {"Village": 17})]
        assert found(None, autumn) == [("Autumn", 18, {"Town": 18})]
        assert found(date(2026, 5, 1)) == []


def test_too_few_answers_in_the_period_make_no_table(workspace: Workspace) -> None:
    with workspace.change("Answer") as session:
        answered(session, "Autumn", [date(2025, 10, 1)] * 9 + [date(2025, 11, 1)] * 9, "Town")
        assert answers_of(session, date(2025, 11, 1)).about == []
        assert len(answers_of(session).about) == 1


def test_answers_that_a_family_keeps_to_itself_are_in_no_table(workspace: Workspace) -> None:
    with workspace.change("Answer") as session:
        first, *_ = answered(session, "Autumn", [None] * 19, "Town")
        consents.note(session, {consents.USE: False}, None, None, response_id=first)
        (table,) = answers_of(session).about
    assert (table.told.base, dict(table.told.alone)) == (18, {"Town": 18})


def test_who_ticked_several_that_are_put_together_is_one_respondent(workspace: Workspace) -> None:
    with workspace.change("Answer") as session:
        people = answered(session, "Autumn", [None] * 20, "Autism")
        question = session.query(Question).one()
        question.kind = "multiple"
        for number, words in enumerate(("Hearing", "Vision")):
            option = Option(question_id=question.id, position=number + 2, words=words)
            session.add(option)
            session.flush()
            session.add_all(
                Answer(response_id=one, question_id=question.id, option_id=option.id)
                for one in people[3 * number : 3 * number + 4]
            )
        session.flush()
        (table,) = answers_of(session).about
        assert table.told.shown == {("Autism",): 20, ("Hearing", "Vision"): 7}
        for answer in session.query(Answer).filter(Answer.response_id.in_(people[4:6])):
            session.delete(answer)
        session.flush()
        assert answers_of(session).about == []


def test_answers_stand_by_size_and_ages_in_their_order(demo: Workspace) -> None:
    with demo.read() as session:
        found = answers_of(session).about
    ages, *others = [list(each.told.alone) for each in found]
    assert ages == sorted(ages, key=lambda words: int(words.split()[0]))
    for each in found[1:]:
        counts = [n for words, n in each.told.alone.items() if words != "Other"]
        assert counts == sorted(counts, reverse=True)
    assert all(others)


def test_a_question_linked_to_a_priority_stands_with_it_whatever_its_survey(
    workspace: Workspace,
) -> None:
    with workspace.change("Answer") as session:
        about = priority(session)
        answered(session, "Autumn", [None] * 19, "Got worse")
        linked = session.query(Question).one()
        linked.kind = "scale"
        session.add(QuestionPriority(question_id=linked.id, priority_id=about))
        answered(session, "Spring", [None] * 18, "Town")
        found = answers_of(session)
    (table,) = found.on_priority[about]
    assert (table.survey, table.told.base, dict(table.told.alone)) == (
        "Autumn", 19, {"Got worse": 19},
    )  # fmt: skip
    assert [each.survey for each in found.about] == ["Spring"]
    assert found.left_out == []


def test_what_is_not_shown_is_named_and_who_agreed_to_what_is_not(workspace: Workspace) -> None:
    with workspace.change("Answer") as session:
        answered(session, "Autumn", [None] * 9, "Town")
        question = session.query(Question).one()
        question.kind = "scale"
        session.flush()
        assert answers_of(session).left_out == [question.words]
        question.kind = "consent"
        session.flush()
        assert answers_of(session).left_out == []
