"""What a pack counts and shows: the period, and what families keep to themselves."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from pcf_desktop.records import Consent, Feedback, Response
from pcf_desktop.services.counting import consents, counted
from pcf_desktop.services.families import families
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.packs import quotes
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import DAY, response, say
from tests.services.sample_feedback import priority

Note = tuple[str, str, bool, bool]
"""A holder, a part of consent, whether it was given, whether it was withdrawn."""
NOTES = st.lists(
    st.tuples(
        st.sampled_from(["feedback_id", "response_id", "family_id"]),
        st.sampled_from(consents.PARTS),
        st.booleans(),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=9,
)


def is_kept_back(notes: Sequence[Note], holders: Sequence[str], parts: Sequence[str]) -> bool:
    """Say it the long way: the nearest holder's last word, and a withdrawal anywhere."""
    for part in parts:
        said = {
            holder: [(yes, gone) for name, of, yes, gone in notes if (name, of) == (holder, part)]
            for holder in holders
        }
        if any(gone for words in said.values() for _, gone in words):
            return True
        nearest = next((words for words in said.values() if words), [(True, False)])
        if not nearest[-1][0]:
            return True
    return False


def note(session: Session, notes: Sequence[Note], **keys: int) -> None:
    for holder, part, yes, gone in notes:
        withdrawn = DAY if gone else None
        session.add(Consent(part=part, given=yes, withdrawn_on=withdrawn, **{holder: keys[holder]}))
        session.flush()


@given(NOTES)
@settings(max_examples=60)
def test_the_nearest_word_and_any_withdrawal_decide(
    workspace: Workspace, notes: list[Note]
) -> None:
    with workspace.change("Say") as session:
        answered = response(session, "id:1")
        code = f"F-{answered}"
        family = families.by_code(session, code).id
        session.get_one(Response, answered).family_id = family
        about = priority(session)
        key = say(session, about, "worse", family=code, response_id=answered, quote=None)
        other = say(session, about, "worse", quote=None)
        note(session, notes, feedback_id=key, response_id=answered, family_id=family)
        kept = set(session.scalars(select(Feedback.id).where(counted.feedback())))
        answers = set(session.scalars(counted.responses()))
        hidden = counted.not_to_show(session, [key, other])
    use = (consents.KEEP, consents.USE)
    all_holders = ("feedback_id", "response_id", "family_id")
    assert (key not in kept) == is_kept_back(notes, all_holders, use)
    assert (answered not in answers) == is_kept_back(notes, all_holders[1:], use)
    assert (key in hidden) == is_kept_back(notes, all_holders, (*use, consents.INSPECTORS))
    assert other in kept
    assert other not in hidden


@pytest.mark.parametrize(
    ("answer", "counting"), [("quote", 1), ("use", 1), ("keep", 0), ("not_asked", 1)]
)
def test_each_answer_to_may_we_quote_it_says_whether_it_counts(
    workspace: Workspace, answer: str, counting: int
) -> None:
    with workspace.change("Log") as session:
        key = feedback.log(session, NewFeedback("we waited", answer))
        assert list(session.scalars(select(Feedback.id).where(counted.feedback()))) == (
            [key] * counting
        )


def test_words_kept_from_inspectors_count_and_are_not_quoted(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse")
        assert [each.feedback_id for each in quotes.candidates(session, about)] == [key]
        consents.note(session, {consents.INSPECTORS: False}, DAY, "spoken", feedback_id=key)
        assert quotes.candidates(session, about) == []
        assert session.scalar(select(Feedback.id).where(counted.feedback())) == key


def test_what_is_set_aside_or_binned_or_outside_the_period_does_not_count(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        days = (date(2025, 1, 31), date(2025, 2, 1), date(2025, 2, 28), date(2025, 3, 1), None)
        before, first, last, after, undated = (say(session, about, "worse", on=on) for on in days)
        aside, binned = (say(session, about, "worse", on=days[1]) for _ in range(2))
        session.get_one(Feedback, aside).set_aside = True
        session.get_one(Feedback, binned).binned_at = datetime.now(UTC)
        session.flush()

        def keys(from_day: date | None = None, to_day: date | None = None) -> set[int]:
            within = counted.feedback(from_day, to_day)
            return set(session.scalars(select(Feedback.id).where(within)))

        assert keys(days[1], days[2]) == {first, last}
        assert keys(days[1]) == {first, last, after}
        assert keys(None, days[2]) == {before, first, last}
        assert keys() == {before, first, last, after, undated}


def test_a_response_counts_on_the_day_on_which_it_was_answered_here(workspace: Workspace) -> None:
    with workspace.change("Answer") as session:
        first, last, begun, undated = (response(session, f"id:{n}") for n in range(4))
        midnight, late = (
            datetime(2025, 2, 1).astimezone(),
            datetime(2025, 2, 28, 23, 59).astimezone(),
        )
        session.get_one(Response, first).completed_at = midnight
        session.get_one(Response, last).completed_at = late
        session.get_one(Response, begun).started_at = datetime(2025, 3, 1).astimezone()
        session.flush()

        def keys(from_day: date | None = None, to_day: date | None = None) -> set[int]:
            return set(session.scalars(counted.responses(from_day, to_day)))

        assert keys(date(2025, 2, 1), date(2025, 2, 28)) == {first, last}
        assert keys(date(2025, 2, 2)) == {last, begun}
        assert keys(to_day=date(2025, 1, 31)) == set()
        assert keys(date.min, date.max) == {first, last, begun}
        assert keys() == {first, last, begun, undated}
