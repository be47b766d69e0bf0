"""Families, comments and stances are counted apart, and one family counts once."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from pcf_desktop.records import Feedback, Judgement
from pcf_desktop.services.counting.stances import OF_FAMILIES, STANCES
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import reference
from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import Heard
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import response, say
from tests.services.sample_feedback import priority

NOBODY = dict.fromkeys(OF_FAMILIES, 0)
STATES = {"better": "strength", "worse": "concern"}
SIDES = {"better": "better", "strength": "better", "worse": "worse", "concern": "worse"}


def heard_of(session: Session, *said: tuple[str, str]) -> Heard:
    about = priority(session)
    for family, stance in said:
        say(session, about, stance, family=family)
    return priorities.heard(session)[about]


def test_one_loud_family_is_one_voice(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        heard = heard_of(session, *[("F-0001", "worse")] * 5, ("F-0002", "better"))
    assert (heard.families, heard.comments) == (2, 6)
    assert heard.by_stance == {**NOBODY, "better": 1, "worse": 1}


def test_a_family_that_says_both_is_mixed(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        heard = heard_of(session, ("F-0001", "strength"), ("F-0001", "concern"))
    assert heard.by_stance["mixed"] == heard.families == 1


def test_no_change_gives_way_to_what_else_a_family_says(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        heard = heard_of(
            session, ("F-0001", "no_change"), ("F-0001", "worse"), ("F-0002", "no_change")
        )
    assert heard.by_stance == {**NOBODY, "no_change": 1, "worse": 1}


def test_a_respondent_without_a_family_is_a_voice_of_their_own(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about, answers = priority(session), response(session)
        for _ in range(2):
            say(session, about, "worse", response_id=answers)
        say(session, about, "worse")
        assert priorities.heard(session)[about].families == 2


@given(st.lists(st.tuples(st.sampled_from(["F-1", "F-2", "F-3"]), st.sampled_from(list(STANCES)))))
@settings(max_examples=25)
def test_the_counts_agree_with_a_plain_count(
    workspace: Workspace, said: list[tuple[str, str]]
) -> None:
    wanted = dict(NOBODY)
    for family in {family for family, _ in said}:
        sides = {SIDES.get(stance, stance) for who, stance in said if who == family}
        sides = sides - {"no_change"} or sides
        side = sides.pop() if len(sides) == 1 else "mixed"
        changes = (family, side) in said  # a change counts before a state of the same side
        wanted[side if side not in STATES or changes else STATES[side]] += 1
    with workspace.change("Say") as session:
        about = priority(session)
        for family, stance in said:
            say(session, about, stance, family=family)
        heard = priorities.heard(session).get(about, priorities.NOTHING_HEARD)
    assert heard.by_stance == wanted
    assert heard.comments == len(said)
    assert heard.families == sum(wanted.values())


def test_what_is_in_the_bin_or_set_aside_does_not_count(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        feedback.bin_it(session, [say(session, about, "worse")])
        session.get_one(Feedback, say(session, about, "worse")).set_aside = True
        session.flush()
        assert priorities.heard(session) == {}


def test_a_period_leaves_out_what_has_no_date(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for on in (date(2025, 1, 5), date(2025, 6, 5), None):
            say(session, about, "worse", on=on)
        found = priorities.heard(session, date(2025, 2, 1), date(2025, 12, 31))[about]
        assert (found.comments, priorities.heard(session)[about].comments) == (1, 3)
        assert priorities.heard(session, from_day=date(2026, 1, 1)) == {}


def test_glad_families_count_once_over_all_priorities(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        one, other = priority(session), priority(session, "Waits")
        for about, stance, family in (
            (one, "better", "F-0001"),
            (other, "strength", "F-0001"),
            (other, "worse", "F-0001"),
            (other, "strength", "F-0002"),
            (other, "worse", "F-0003"),
        ):
            say(session, about, stance, family=family)
        assert priorities.glad(session, [one, other]) == 2
        assert priorities.glad(session, [one]) == 1
        assert priorities.glad(session, [one, other], to_day=date(2020, 1, 1)) == 0


def test_the_counts_never_read_what_families_wrote(demo: Workspace) -> None:
    plans: list[str] = []
    with demo.read() as session:
        asked: list[tuple[str, tuple[object, ...]]] = []
        engine = session.get_bind()
        event.listen(
            engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3]))
        )
        priorities.heard(session)
        statement, values = asked[-1]
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        plans = [row[3] for row in plan]
    assert any("ix_feedback_voice" in line for line in plans), plans
    assert not any("feedback USING INTEGER PRIMARY KEY" in line for line in plans), plans


def test_every_priority_comes_with_its_words_and_the_forums_concerns_come_last(
    demo: Workspace,
) -> None:
    with demo.read() as session:
        found = priorities.every(session)
        chosen = priorities.choices(session)
    assert [each.number for each in found] == ["1", "2", "3", "4", "5", "6", "A", "B", "C", "D"]
    assert found[2].words is not None
    assert "ASD and ADHD diagnostic pathways" in found[2].words
    assert found[0].judgement is None
    assert [(each.id, each.title) for each in chosen] == [(each.id, each.title) for each in found]


def test_the_latest_judgement_counts(workspace: Workspace) -> None:
    with workspace.change("Judge") as session:
        about = priority(session)
        for key, on in (("not_sufficient", date(2022, 5, 1)), ("sufficient", date(2023, 5, 1))):
            term = reference.term_id(session, "judgement", key)
            session.add(Judgement(priority_id=about, judgement_id=term, on=on, sentence=key))
        session.flush()
        (found,) = priorities.every(session)
    assert (found.judgement_key, found.sentence) == ("sufficient", "sufficient")


@pytest.mark.parametrize("stance", list(STANCES))
def test_every_stance_is_counted_somewhere(workspace: Workspace, stance: str) -> None:
    with workspace.change("Say") as session:
        heard = heard_of(session, ("F-0001", stance))
    assert sum(heard.by_stance.values()) == 1
