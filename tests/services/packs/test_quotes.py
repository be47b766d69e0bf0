"""Only words with leave to quote are offered, and what may point to a person is never picked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from pcf_desktop.records import Feedback, Link, Quote
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.forum import reference
from pcf_desktop.services.packs import quotes
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import DAY, response, say
from tests.services.sample_feedback import priority

HOLDERS = ("feedback_id", "response_id")


def offered(session: Session, about: int) -> list[int]:
    return [each.feedback_id for each in quotes.candidates(session, about)]


def test_leave_to_quote_must_be_given(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        yes = say(session, about, "worse")
        for quote in (False, None):
            say(session, about, "worse", quote=quote)
        assert offered(session, about) == [yes]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(HOLDERS),
            st.sampled_from([consents.KEEP, consents.USE, consents.QUOTE]),
            st.sampled_from(["given", "refused", "withdrawn"]),
        ),
        max_size=5,
    )
)
@settings(max_examples=40)
def test_whatever_was_said_of_consent_what_is_withdrawn_is_never_offered(
    workspace: Workspace, notes: list[tuple[str, str, str]]
) -> None:
    with workspace.change("Say") as session:
        about, answers = priority(session), response(session)
        key = say(session, about, "worse", response_id=answers, quote=None)
        holders = {"feedback_id": key, "response_id": answers}
        for holder, part, answer in notes:
            if answer == "withdrawn":
                consents.withdraw(session, DAY, [part], **{holder: holders[holder]})
            else:
                given_ = {part: answer == "given"}
                consents.note(session, given_, DAY, None, **{holder: holders[holder]})
        session.flush()
        may = key in offered(session, about)
    if any(answer == "withdrawn" for _, _, answer in notes):
        assert not may
    if not any(part == consents.QUOTE and answer == "given" for _, part, answer in notes):
        assert not may


def test_set_aside_in_the_bin_and_still_to_clear_are_left_out(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        one, other, third = (say(session, about, "worse") for _ in range(3))
        feedback.bin_it(session, [one])
        session.get_one(Feedback, other).set_aside = True
        session.get_one(Feedback, third).needs_clearing = True
        session.flush()
        assert offered(session, about) == []


def test_a_passage_goes_before_a_whole_text_and_a_long_text_is_offered_but_never_picked(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        whole = say(session, about, "worse", on=date(2026, 1, 1))
        marked = say(session, about, "worse", words="long " * 200 + "we waited")
        links.link(session, marked, about, "worse", "we waited")
        long = say(session, about, "worse", words="long " * 200)
        found = quotes.candidates(session, about)
    assert [(each.feedback_id, each.words) for each in found] == [
        (marked, "we waited"),
        (whole, "we waited for a year"),
        (long, "long " * 200),
    ]
    assert {each.feedback_id for each in quotes.pick(found, 4)} == {marked, whole}


def test_cleared_words_stand_in_place_of_the_original(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse", words="Callum waited")
        cleared = "[My son] waited"
        session.add(Quote(number=7, feedback_id=key, original="Callum waited", cleared=cleared))
        session.flush()
        (found,) = quotes.candidates(session, about)
    assert (found.words, found.number) == (cleared, 7)


def test_words_that_the_family_changed_are_flagged_and_get_a_number_of_their_own(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse", words="we waited two years")
        (number,) = quotes.numbered(session, quotes.candidates(session, about)).values()
        assert not quotes.candidates(session, about)[0].changed
        feedback.change_words(session, key, "we waited three years")
        session.flush()
        (found,) = quotes.candidates(session, about)
        assert (found.words, found.number, found.changed) == ("we waited three years", None, True)
        assert quotes.pick([found], 4) == []
        (fresh,) = quotes.numbered(session, [found]).values()
        assert fresh > number
        (again,) = quotes.candidates(session, about)
        feedback.change_words(session, key, "we waited two years")
        session.flush()
        (first,) = quotes.candidates(session, about)
    assert (again.words, again.number, again.changed) == ("we waited three years", fresh, False)
    assert (first.words, first.number) == ("we waited two years", number)


def test_a_number_never_stands_for_two_passages(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        one, other = priority(session), priority(session)
        key = say(session, one, "worse", words="We waited. Nobody called.")
        links.link(session, key, one, "worse", "We waited.")
        links.link(session, key, other, "worse", "Nobody called.")
        numbers = [
            list(quotes.numbered(session, quotes.candidates(session, each)).values())
            for each in (one, other, one)
        ]
        both = quotes.candidates(session, one) + quotes.candidates(session, other)
        assert quotes.numbered(session, both) == {
            (key, "We waited."): 1,
            (key, "Nobody called."): 2,
        }
    assert numbers == [[1], [2], [1]]


def test_a_passage_is_printed_with_its_cuts_marked(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse", words="  We waited. Nobody called. Then it came. ")
        printed = []
        for passage in (None, "We waited.", "Nobody called.", "Then it came."):
            session.execute(update(Link).values(passage=passage))
            printed.append(quotes.candidates(session, about)[0].printed)
    assert [each.strip() for each in printed] == [
        "We waited. Nobody called. Then it came.",
        "We waited. […]",
        "[…] Nobody called. […]",
        "[…] Then it came.",
    ]


def test_a_passage_marked_later_is_quoted_and_is_no_change(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse", words="we waited two years and nobody called")
        quotes.numbered(session, quotes.candidates(session, about))
        links.link(session, key, about, "worse", "nobody called")
        session.flush()
        (found,) = quotes.candidates(session, about)
    assert (found.words, found.changed) == ("nobody called", False)


def test_what_was_cleared_by_hand_and_changed_since_is_not_offered(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse", words="Callum waited a year")
        session.add(Quote(number=7, feedback_id=key, original="Callum wai", cleared="[He] wai"))
        session.flush()
        assert offered(session, about) == [key]
        feedback.change_words(session, key, "Otto waited a year")
        session.flush()
        assert offered(session, about) == []


def test_the_period_bounds_what_is_offered(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse", on=date(2024, 1, 1))
        late = say(session, about, "worse", on=date(2025, 1, 1))
        found = quotes.candidates(session, about, date(2024, 6, 1), date(2025, 6, 1))
    assert [each.feedback_id for each in found] == [late]


def test_a_family_is_picked_once_and_good_news_is_among_the_picked(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        for _ in range(3):
            say(session, about, "worse", family="F-0001")
        for family in ("F-0002", "F-0003", "F-0004", "F-0005"):
            say(session, about, "concern", family=family)
        say(session, about, "better", family="F-0006")
        picked = quotes.pick(quotes.candidates(session, about), 4)
    assert len(picked) == len({each.voice for each in picked}) == 4
    assert [each.stance for each in picked].count("better") == 1


def test_a_family_with_good_and_bad_to_say_is_still_picked_once(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse", family="F-0001")
        say(session, about, "better", family="F-0001")
        picked = quotes.pick(quotes.candidates(session, about), 4)
    assert len(picked) == 1


def test_what_may_point_to_a_person_is_offered_but_never_picked(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse", words="Then Mrs Pettifold lost the form")
        found = quotes.candidates(session, about)
    assert len(found) == 1
    assert found[0].details
    assert quotes.pick(found, 4) == []


def test_a_number_is_given_once_and_stays(workspace: Workspace) -> None:
    with workspace.change("Number") as session:
        about = priority(session)
        one, other = say(session, about, "worse"), say(session, about, "worse")
        found = {each.feedback_id: each for each in quotes.candidates(session, about)}
        first = quotes.numbered(session, [found[other]])
        both = quotes.numbered(session, [found[one], found[other]])
        assert list(first.items()) == [(found[other].key, 1)]
        assert both == {found[one].key: 2, found[other].key: 1}
        assert len(session.scalars(select(Quote.id)).all()) == 2


def test_what_the_forums_own_people_saw_is_not_quoted(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "better", words="Two people came")
        seen = reference.term_id(session, "channel", "meeting_observation")
        session.get_one(Feedback, key).channel_id = seen
        session.flush()
        assert quotes.candidates(session, about) == []


@pytest.mark.parametrize(
    ("channel", "speaker", "picked"),
    [
        ("young_people_group", "Young person", 1),
        ("phone_call", "Family member", 1),
        ("facebook", "Family member", 0),
    ],
)
def test_the_way_it_came_tells_who_spoke_and_whether_others_can_find_it(
    workspace: Workspace, channel: str, speaker: str, picked: int
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse")
        session.get_one(Feedback, key).channel_id = reference.term_id(session, "channel", channel)
        session.flush()
        (found,) = quotes.candidates(session, about)
        assert found.speaker == speaker
        assert len(quotes.pick([found], 4)) == picked


def test_a_full_stop_that_is_missing_is_no_cut(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse", words="“We waited a year.” Nobody rang!")
        links.link(session, key, about, "worse", "Nobody rang")
        session.flush()
        (found,) = quotes.candidates(session, about)
    assert found.printed == "[…] Nobody rang"
