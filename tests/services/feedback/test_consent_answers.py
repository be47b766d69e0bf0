"""What a family answers later: another answer, or that it takes its words back."""

from datetime import date
from itertools import permutations

import pytest
from sqlalchemy import func, select

from pcf_desktop.errors import UserError
from pcf_desktop.records import Consent, Feedback
from pcf_desktop.services.counting import consents, counted
from pcf_desktop.services.feedback import consent_answers, feedback
from pcf_desktop.services.feedback.feedback import MAY_QUOTE, NewFeedback
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority, survey_comment

DAY, TODAY = date(2026, 1, 7), date(2026, 1, 10)


def counts(session: Session, key: int) -> bool:
    return session.scalar(select(Feedback.id).where(counted.feedback(), Feedback.id == key)) == key


def answer(session: Session, key: int) -> str:
    asked = consent_answers.of(session, key)
    assert asked is not None
    return asked.answer


@pytest.mark.parametrize(("before", "after"), list(permutations(MAY_QUOTE, 2)))
def test_any_answer_becomes_any_other_and_undo_brings_it_back(
    workspace: Workspace, before: str, after: str
) -> None:
    with workspace.change("log") as session:
        key = feedback.log(session, NewFeedback("words", before))
        assert answer(session, key) == before
    with workspace.change("note consent") as session:
        consent_answers.answer(session, key, after, DAY)
        assert answer(session, key) == after
        assert counts(session, key) == (after != "keep")
        allowed = consents.allowed(session, [key], consents.QUOTE)
        assert bool(allowed) == (after == "quote")
    workspace.undo()
    with workspace.read() as session:
        assert answer(session, key) == before


def test_a_comment_of_a_survey_has_a_note_of_its_own_before_its_answers(
    workspace: Workspace,
) -> None:
    with workspace.change("import") as session:
        key, _ = survey_comment(session, "words")
        response = session.get_one(Feedback, key).response_id
        assert response is not None
        asked = consent_answers.of(session, key)
        assert asked is not None
        assert (asked.answer, asked.can_unask, asked.also_ticked) == ("not_asked", True, True)
        consents.note(session, {consents.QUOTE: False}, DAY, None, response_id=response)
        asked = consent_answers.of(session, key)
        assert asked is not None
        assert (asked.answer, asked.can_unask) == ("use", False)
        consent_answers.answer(session, key, "quote", DAY)
        assert answer(session, key) == "quote"
        assert consents.allowed(session, [key], consents.QUOTE) == {key}


def test_what_was_taken_back_is_neither_counted_nor_quoted_and_stays_so(
    workspace: Workspace,
) -> None:
    with workspace.change("take back") as session:
        key = feedback.log(session, NewFeedback("words", "quote"))
        assert consent_answers.take_back(session, key, DAY, TODAY) == 1
        asked = consent_answers.of(session, key)
        assert asked is not None
        assert (asked.answer, asked.taken_back_on, asked.is_gone) == ("", DAY, True)
        assert not counts(session, key)
        with pytest.raises(UserError, match="final"):
            consent_answers.answer(session, key, "quote", TODAY)
        assert not consents.allowed(session, [key], consents.QUOTE)


def test_a_part_taken_back_keeps_its_day_when_the_rest_is_taken_back(workspace: Workspace) -> None:
    with workspace.change("take back") as session:
        key = feedback.log(session, NewFeedback("words", "quote"))
        consents.withdraw(session, date(2025, 12, 1), [consents.QUOTE], feedback_id=key)
        asked = consent_answers.of(session, key)
        assert asked is not None
        assert (asked.answer, asked.is_gone) == ("", False)
        consent_answers.take_back(session, key, DAY, TODAY)
        days = dict(session.execute(select(Consent.part, Consent.withdrawn_on)).all())
        assert days[consents.QUOTE] == date(2025, 12, 1)
        assert days[consents.USE] == DAY


def test_a_day_to_come_changes_nothing(workspace: Workspace) -> None:
    with workspace.change("log") as session:
        key = feedback.log(session, NewFeedback("words", "quote"))
        with pytest.raises(UserError, match="still to come"):
            consent_answers.take_back(session, key, date(2026, 1, 11), TODAY)
        assert answer(session, key) == "quote"


def test_all_that_a_family_said_is_taken_back_but_not_what_it_says_later(
    workspace: Workspace,
) -> None:
    with workspace.change("log") as session:
        first, second = (
            feedback.log(session, NewFeedback(words, "quote", family_code="F-0500"))
            for words in ("one", "two")
        )
        other = feedback.log(session, NewFeedback("other", "quote", family_code="F-0501"))
        asked = consent_answers.of(session, first)
        assert asked is not None
        assert asked.others == (second,)
        assert consent_answers.take_back(session, first, DAY, TODAY, everything=True) == 2
        later = feedback.log(session, NewFeedback("later", "quote", family_code="F-0500"))
        assert [counts(session, key) for key in (first, second, other, later)] == [
            False, False, True, True,
        ]  # fmt: skip


def test_the_ticked_answers_of_a_survey_go_with_the_rest_of_it_alone(workspace: Workspace) -> None:
    def responses(session: Session) -> int:
        return session.scalar(select(func.count()).select_from(counted.responses().subquery())) or 0

    with workspace.change("import") as session:
        key, _ = survey_comment(session, "words")
        consent_answers.take_back(session, key, DAY, TODAY)
        assert responses(session) == 1
        consent_answers.take_back(session, key, DAY, TODAY, everything=True)
        assert responses(session) == 0


def test_the_packs_that_hold_the_words_are_told(workspace: Workspace) -> None:
    with workspace.change("Make a pack") as session:
        about = priority(session)
        quoted = say(session, about, "worse", words="the bus is late", family="F-0500")
        silent = say(session, about, "worse", words="-", family="F-0500", quote=None)
        pack, _ = packs.make(session, PackPlan(), TODAY)
        packs.note_issue(session, pack, "pack.pdf", b"pack", "code")
        asked = consent_answers.of(session, silent)
        assert asked is not None
        assert asked.packs == ()
        assert [each.file_name for each in asked.packs_of_all] == ["pack.pdf"]
        asked = consent_answers.of(session, quoted)
        assert asked is not None
        assert [each.file_name for each in asked.packs] == ["pack.pdf"]


def test_what_is_in_the_bin_is_not_asked_about(workspace: Workspace) -> None:
    with workspace.change("log") as session:
        key = feedback.log(session, NewFeedback("words", "quote"))
        feedback.bin_it(session, [key])
        assert consent_answers.of(session, key) is None
