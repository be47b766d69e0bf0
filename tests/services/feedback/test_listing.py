"""Which feedback a list shows: every part of a filter narrows it, the order stays."""

from dataclasses import replace
from datetime import date

import pytest

from pcf_desktop.records import Feedback, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import feedback, links, listing, safeguarding
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.feedback.listing import Filter
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Workspace
from tests.services.sample_feedback import priority, survey_comment

DAYS = (date(2021, 5, 1), date(2021, 7, 1), None, date(2021, 6, 1))


@pytest.fixture
def logged(workspace: Workspace) -> tuple[Workspace, list[int]]:
    """Four pieces of feedback: May, July, no date, June."""
    with workspace.change("log feedback") as session:
        keys = [
            feedback.log(
                session,
                NewFeedback(f"words {n}", "quote", When.day(on) if on else When()),
            )
            for n, on in enumerate(DAYS)
        ]
    return workspace, keys


def test_the_latest_comes_first_and_what_has_no_date_last(
    logged: tuple[Workspace, list[int]],
) -> None:
    workspace, (may, july, undated, june) = logged
    with workspace.read() as session:
        assert listing.ids(session, Filter()) == [july, june, may, undated]
        oldest = listing.ids(session, Filter(), oldest_first=True)
    assert oldest == [may, june, july, undated]


def test_a_period_has_its_first_and_last_day(logged: tuple[Workspace, list[int]]) -> None:
    workspace, (may, july, _, june) = logged
    with workspace.read() as session:
        since = Filter(from_day=date(2021, 6, 1))
        assert listing.ids(session, since) == [july, june]
        until = Filter(to_day=date(2021, 6, 1))
        assert listing.ids(session, until) == [june, may]
        assert listing.ids(session, replace(since, words="words")) == [june, july]


def test_a_search_gives_the_latest_logged_first(logged: tuple[Workspace, list[int]]) -> None:
    workspace, keys = logged
    with workspace.read() as session:
        assert listing.ids(session, Filter(words="wor")) == keys[::-1]
        assert listing.ids(session, Filter(words="nowhere")) == []


def test_linked_sorted_and_quoted_are_told_apart(logged: tuple[Workspace, list[int]]) -> None:
    workspace, (may, july, undated, june) = logged
    with workspace.change("link") as session:
        about = priority(session)
        links.link(session, july, about, "worse")
        links.mark_sorted(session, [july])
        refused = feedback.MAY_QUOTE["use"]
        consents.note(session, refused, date(2021, 8, 1), None, feedback_id=may)
    with workspace.read() as session:
        assert listing.ids(session, Filter(is_linked=True)) == [july]
        assert listing.ids(session, Filter(priority_id=about)) == [july]
        assert listing.ids(session, Filter(is_linked=False)) == [june, may, undated]
        assert listing.ids(session, Filter(to_sort=True)) == [june, may, undated]
        assert listing.ids(session, Filter(may_quote=True)) == [july, june, undated]


def test_channel_and_survey_are_where_it_came_from(logged: tuple[Workspace, list[int]]) -> None:
    workspace, _ = logged
    with workspace.change("log feedback") as session:
        email = reference.term_id(session, "channel", "email")
        key = feedback.log(session, NewFeedback("by mail", "quote", channel_id=email))
        asked, survey = survey_comment(session, "in a survey")
    with workspace.read() as session:
        question = session.get_one(Feedback, asked).question_id
        assert listing.ids(session, Filter(question_id=question)) == [asked]
        assert listing.ids(session, Filter(channel_id=email)) == [key]
        assert listing.ids(session, Filter(survey_id=survey)) == [asked]
        assert listing.ids(session, Filter(survey_id=survey, channel_id=email)) == []


def test_the_bin_shows_what_is_in_it_alone_narrowed_like_the_rest(
    logged: tuple[Workspace, list[int]],
) -> None:
    workspace, (may, july, undated, june) = logged
    with workspace.change("bin") as session:
        feedback.bin_it(session, [may, july, undated, june])
        safeguarding.set_aside(session, june, date(2022, 1, 1), date(2022, 1, 1))
    with workspace.read() as session:
        binned = Filter(is_binned=True)
        assert listing.ids(session, binned) == [july, may, undated]
        oldest = listing.ids(session, binned, oldest_first=True)
        assert oldest == [may, july, undated]
        assert listing.ids(session, replace(binned, words="words 1")) == [july]
        since = replace(binned, from_day=date(2021, 6, 1))
        assert listing.ids(session, since) == [july]
        assert listing.ids(session, Filter()) == []
        assert feedback.count_binned(session) == 3


def test_only_the_empty_filter_hides_nothing() -> None:
    assert Filter().is_empty
    assert not Filter(may_quote=True).is_empty
