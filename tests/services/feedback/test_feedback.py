"""Logging feedback, and what becomes of its words."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pcf_desktop.errors import UserError
from pcf_desktop.records import Child, Event, Family, Feedback, Link, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.feedback.feedback import Filter, NewFeedback
from pcf_desktop.services.forum import drafts, reference
from pcf_desktop.workspace import Workspace
from tests.services.sample_feedback import priority


def logged(workspace: Workspace, new: NewFeedback) -> int:
    with workspace.change("log feedback") as session:
        return feedback.log(session, new)


@pytest.mark.parametrize("new", [NewFeedback("  ", "quote"), NewFeedback("words", "")])
def test_two_answers_are_needed(workspace: Workspace, new: NewFeedback) -> None:
    with pytest.raises(UserError):
        logged(workspace, new)


def test_two_answers_are_enough(workspace: Workspace) -> None:
    key = logged(workspace, NewFeedback(" words ", "not_asked"))
    with workspace.read() as session:
        (line,) = feedback.lines(session, [key]).values()
    assert (line.words, line.family, line.is_sorted) == ("words", None, False)


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        ("quote", {consents.KEEP, consents.USE, consents.QUOTE}),
        ("use", {consents.KEEP, consents.USE}),
        ("keep", {consents.KEEP}),
        ("not_asked", set()),
    ],
)
def test_the_answer_about_quoting_is_noted(
    workspace: Workspace, answer: str, allowed: set[str]
) -> None:
    key = logged(workspace, NewFeedback("words", answer))
    with workspace.read() as session:
        standing = consents.standing(session, key)
    assert set(standing.allowed) == allowed
    assert bool(standing.asked) == (answer != "not_asked")


def test_an_answer_given_later_counts(workspace: Workspace) -> None:
    key = logged(workspace, NewFeedback("words", "use"))
    with workspace.change("note consent") as session:
        given = feedback.MAY_QUOTE["quote"]
        consents.note(session, given, date(2022, 1, 10), None, feedback_id=key)
    with workspace.read() as session:
        assert consents.QUOTE in consents.standing(session, key).allowed


def test_what_is_said_of_a_child_without_a_code_gets_a_new_family(workspace: Workspace) -> None:
    with workspace.read() as session:
        age = reference.term_id(session, "age_band", "age_0_4")
    logged(workspace, NewFeedback("words", "quote", child=AboutChild(age_band_id=age)))
    with workspace.read() as session:
        assert session.scalars(select(Family.code)).all() == ["F-0001"]


def test_a_name_is_no_family(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="never by a name"):
        logged(workspace, NewFeedback("words", "quote", family_code="Mrs Made-up"))


def test_mended_words_are_found_and_a_lost_passage_leaves_its_link(workspace: Workspace) -> None:
    key = logged(workspace, NewFeedback("the buss is late and the driver kind", "quote"))
    with workspace.change("link") as session:
        links.link(session, key, priority(session), "worse", "the buss is late")
        links.link(session, key, priority(session, "Staff"), "better", "the driver kind")
    with workspace.change("mend") as session:
        assert feedback.change_words(session, key, "the bus is late and the driver kind ") == 1
    with workspace.read() as session:
        assert feedback.ids(session, Filter(words="bus ")) == [key]
        passages = session.scalars(select(Link.passage).order_by(Link.id)).all()
    assert passages == [None, "the driver kind"]


def test_words_cannot_be_emptied(workspace: Workspace) -> None:
    key = logged(workspace, NewFeedback("words", "quote"))
    with pytest.raises(UserError), workspace.change("mend") as session:
        feedback.change_words(session, key, " ")
    with workspace.read() as session:
        assert session.get_one(Feedback, key).words == "words"


def test_what_is_in_the_bin_comes_out_again(workspace: Workspace) -> None:
    key = logged(workspace, NewFeedback("words", "quote"))
    with workspace.change("bin") as session:
        feedback.bin_it(session, [key])
    with workspace.read() as session:
        assert feedback.ids(session, Filter()) == []
    with workspace.change("take out") as session:
        feedback.bin_it(session, [key], binned=False)
    with workspace.read() as session:
        assert feedback.ids(session, Filter()) == [key]


def test_only_what_was_logged_since_then_is_counted(workspace: Workspace) -> None:
    logged(workspace, NewFeedback("words", "quote"))
    now = datetime.now(UTC)
    with workspace.read() as session:
        assert feedback.count_logged(session, now - timedelta(minutes=1)) == 1
        assert feedback.count_logged(session, now + timedelta(minutes=1)) == 0


def test_every_district_is_offered_once(workspace: Workspace) -> None:
    for district in ("Leek", "Ash", "Leek", None):
        logged(workspace, NewFeedback("words", "quote", district=district))
    with workspace.read() as session:
        assert feedback.districts(session) == ["Ash", "Leek"]


def test_details_are_changed_where_they_differ_and_the_rest_stays_as_it_is_kept(
    workspace: Workspace,
) -> None:
    term = When("Spring term 2024", date(2024, 1, 1), date(2024, 3, 31), "term")
    key = logged(workspace, NewFeedback("words", "quote", said=term, district="Leek"))
    shown = NewFeedback("", "", district="Leek")
    with workspace.change("edit the details") as session:
        feedback.change_details(session, key, shown, replace(shown, district=None))
    with workspace.read() as session:
        kept = session.get_one(Feedback, key)
        assert (kept.words, kept.said, kept.district) == ("words", term, None)
    with workspace.change("edit the details") as session:
        on = When.day(date(2024, 2, 2))
        feedback.change_details(session, key, shown, replace(shown, said=on))
    with workspace.read() as session:
        assert session.get_one(Feedback, key).said_from == date(2024, 2, 2)
    workspace.undo()
    with workspace.read() as session:
        assert session.get_one(Feedback, key).said == term


def test_a_comment_gets_another_family_with_its_child(workspace: Workspace) -> None:
    with workspace.read() as session:
        band = reference.words(session, "age_band")[0].id
    child = AboutChild(age_band_id=band)
    before = NewFeedback("words", "quote", family_code="F-0500", child=child)
    key = logged(workspace, before)
    with workspace.change("edit the details") as session:
        feedback.change_details(session, key, before, replace(before, family_code="F-0501"))
        moved = session.get_one(Feedback, key)
        assert moved.family_id is not None
        assert session.get_one(Family, moved.family_id).code == "F-0501"
        assert session.get_one(Child, moved.child_id).family_id == moved.family_id
        nobody = replace(before, family_code=None, child=AboutChild())
        feedback.change_details(session, key, before, nobody)
        assert moved.child_id is None
        assert feedback.details(session, key).family_code is None


def test_details_are_what_was_logged_without_words_and_answer(workspace: Workspace) -> None:
    with workspace.read() as session:
        band = reference.words(session, "age_band")[0].id
        feeling = reference.words(session, "sentiment")[0].id
    child = AboutChild(age_band_id=band)
    new = NewFeedback(
        "words", "quote", When.day(date(2024, 2, 2)), family_code="F-0500", child=child,
        district="Leek", sentiment_id=feeling,
    )  # fmt: skip
    key = logged(workspace, new)
    with workspace.read() as session:
        assert feedback.details(session, key) == replace(new, words="", may_quote="")


def test_the_comment_whose_words_are_kept_last_is_found_while_it_is_listed(
    workspace: Workspace,
) -> None:
    first, last = (logged(workspace, NewFeedback(words, "quote")) for words in ("one", "two"))
    with workspace.change("keep a draft") as session:
        assert feedback.with_draft(session) is None
        drafts.keep(session, drafts.LOG, {"words": "log"})
        for key in (first, last):
            drafts.keep(session, feedback.draft_name(session, key), {"words": "typed"})
            session.flush()
    with workspace.read() as session:
        assert feedback.with_draft(session) == last
    with workspace.change("bin") as session:
        feedback.bin_it(session, [last])
        assert feedback.with_draft(session) == first


def test_whatever_the_log_form_holds_is_kept_and_can_be_edited_again(workspace: Workspace) -> None:
    """Every field of it, also one that is new: a field that nobody keeps would lose words."""
    with workspace.change("log feedback") as session:
        term = reference.term_id(session, "channel", "email")
        event = Event(title="Picnic")
        session.add(event)
        session.flush()
        known: dict[str, Any] = {
            "said": When.day(date(2022, 4, 3)),
            "channel_id": term,
            "event_id": event.id,
            "family_code": "F-0007",
            "child": AboutChild(need_id=reference.term_id(session, "need", "asd")),
            "district": "Leek",
            "sentiment_id": reference.term_id(session, "sentiment", "negative"),
        }
        key = feedback.log(session, NewFeedback("words", "quote", **known))
        plain = feedback.log(session, NewFeedback("words", "quote"))
        found = feedback.details(session, key)
        feedback.change_details(session, plain, feedback.details(session, plain), found)
        again = feedback.details(session, plain)
    assert known.keys() == {each.name for each in fields(NewFeedback)} - {"words", "may_quote"}
    for name, value in known.items():
        assert getattr(found, name) == value, name
        assert getattr(again, name) == value, name
