"""The nearest word counts, and a withdrawal anywhere is final."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from pcf_desktop.records import Consent, Family, Feedback, Response, Survey
from pcf_desktop.services.counting import consents
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Session, Workspace

DAY = date(2026, 3, 1)
NOBODY_ASKED = consents.Standing(frozenset(), asked=frozenset(), withdrawn_on=None)
HOLDERS = ("feedback_id", "response_id", "family_id")
NOTES = st.tuples(
    st.sampled_from(HOLDERS),
    st.integers(0, 2),
    st.sampled_from([consents.QUOTE, consents.USE]),
    st.booleans(),
    st.booleans(),
)
"""Who said it, which of the three, of which part, yes or no, and whether it was withdrawn."""


def pieces(session: Session) -> list[tuple[int, int | None, int | None]]:
    """Make nine pieces of feedback with and without respondent and family; return their holders."""
    for table in (Feedback, Survey, Family, Consent):
        session.execute(delete(table))
    survey = Survey(title="-")
    families = [Family(code=f"F-{n}") for n in range(3)]
    session.add_all([survey, *families])
    session.flush()
    responses = [
        Response(survey_id=survey.id, known_as=str(n), digest="0", is_complete=True)
        for n in range(3)
    ]
    session.add_all(responses)
    session.flush()
    made = []
    for number in range(9):
        response = responses[number % 3].id if number < 6 else None
        family = families[number // 3].id if number % 2 else None
        feedback = Feedback(words="-", response_id=response, family_id=family)
        session.add(feedback)
        session.flush()
        made.append((feedback.id, response, family))
    return made


def decide(notes: list[tuple[str, int, str, bool, bool]], holders: dict[str, int | None]) -> bool:
    """Decide anew, in the plainest words, whether one piece may be quoted."""
    said: dict[str, list[tuple[bool, bool]]] = {name: [] for name in HOLDERS}
    for name, key, part, given_, withdrawn in notes:
        if part == consents.QUOTE and holders[name] == key:
            said[name].append((given_, withdrawn))
    if any(withdrawn for heard in said.values() for _, withdrawn in heard):
        return False
    nearest = next((said[name] for name in HOLDERS if said[name]), None)
    return nearest is not None and nearest[-1][0]


@settings(max_examples=60)
@given(drawn=st.lists(NOTES, max_size=14))
def test_all_ways_of_asking_agree_with_the_rule(
    workspace: Workspace, drawn: list[tuple[str, int, str, bool, bool]]
) -> None:
    with workspace.change("Decide") as session:
        made = pieces(session)
        kept: dict[str, list[int]] = {
            name: sorted({key for each in made if (key := each[place]) is not None})
            for place, name in enumerate(HOLDERS)
        }
        notes = [
            (name, kept[name][number % len(kept[name])], part, given_, gone)
            for name, number, part, given_, gone in drawn
        ]
        for name, key, part, given_, gone in notes:
            session.add(
                Consent(part=part, given=given_, withdrawn_on=DAY if gone else None, **{name: key})
            )
        session.flush()
        keys = [each[0] for each in made]
        wanted = {each[0] for each in made if decide(notes, dict(zip(HOLDERS, each, strict=True)))}
        assert consents.allowed(session, keys, consents.QUOTE) == wanted
        assert consents.every_allowed(session, consents.QUOTE) == wanted
        for key in keys:
            standing = consents.standing(session, key)
            assert (consents.QUOTE in standing.allowed) == (key in wanted)


@pytest.fixture
def one(workspace: Workspace) -> int:
    """A piece of feedback that nobody was asked about."""
    with workspace.change("Log") as session:
        feedback = Feedback(words="-")
        session.add(feedback)
        session.flush()
        return feedback.id


def test_nobody_asked_is_nothing_allowed(workspace: Workspace, one: int) -> None:
    with workspace.read() as session:
        assert consents.standing(session, one) == NOBODY_ASKED
        assert consents.allowed(session, [one], consents.QUOTE) == set()


def test_a_later_answer_of_the_same_holder_counts(workspace: Workspace, one: int) -> None:
    with workspace.change("Ask twice") as session:
        consents.note(session, {consents.QUOTE: True}, DAY, "spoken", feedback_id=one)
        consents.note(session, {consents.QUOTE: False}, DAY, "spoken", feedback_id=one)
    with workspace.read() as session:
        standing = consents.standing(session, one)
    assert standing.refused == {consents.QUOTE}
    assert standing.allowed == frozenset()


def test_a_withdrawal_is_dated_keeps_the_other_parts_and_is_final(
    workspace: Workspace, one: int
) -> None:
    with workspace.change("Give and withdraw") as session:
        parts = {consents.KEEP: True, consents.QUOTE: True}
        consents.note(session, parts, date(2026, 1, 1), "spoken", feedback_id=one)
        consents.withdraw(session, DAY, [consents.QUOTE], feedback_id=one)
        consents.note(session, {consents.QUOTE: True}, DAY, "spoken", feedback_id=one)
    with workspace.read() as session:
        standing = consents.standing(session, one)
    assert standing.allowed == {consents.KEEP}
    assert standing.withdrawn_on == DAY


def test_what_was_never_noted_can_be_withdrawn(workspace: Workspace, one: int) -> None:
    with workspace.change("Withdraw") as session:
        consents.withdraw(session, DAY, feedback_id=one)
    with workspace.read() as session:
        noted = session.execute(select(Consent.part, Consent.given, Consent.withdrawn_on)).all()
    assert {row.part for row in noted} == set(consents.PARTS)
    assert {(row.given, row.withdrawn_on) for row in noted} == {(False, DAY)}


def test_many_more_keys_than_fit_one_query_are_asked_whole(workspace: Workspace) -> None:
    wanted = consents.MOST * 2 + 7
    with workspace.change("Log many") as session:
        session.add_all(Feedback(id=key, words="-") for key in range(1, wanted + 1))
        session.flush()
        session.add_all(
            Consent(part=consents.QUOTE, given=True, feedback_id=key)
            for key in range(1, wanted + 1)
        )
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Consent)) == wanted
        assert len(consents.allowed(session, range(1, wanted + 1), consents.QUOTE)) == wanted


def test_the_parts_are_those_of_the_reference_list(workspace: Workspace) -> None:
    with workspace.read() as session:
        kinds = {word.key for word in reference.words(session, "consent_kind")}
    assert set(consents.PARTS) == kinds
