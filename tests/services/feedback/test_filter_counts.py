"""The counts beside the filters say what each of them would show."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from pcf_desktop.records import Priority, When
from pcf_desktop.services.feedback import (
    feedback,
    filter_counts,
    links,
    listing,
    safeguarding,
    search,
)
from pcf_desktop.services.feedback.feedback import Filter, NewFeedback
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Workspace
from tests.services.sample_feedback import priority, survey_comment


@pytest.fixture
def mixed(workspace: Workspace) -> Workspace:
    """Five pieces: two by mail, one of a survey, one in the bin, one set aside."""
    with workspace.change("log feedback") as session:
        email = reference.term_id(session, "channel", "email")
        first, second, binned, aside = (
            feedback.log(session, NewFeedback(f"{n}", answer, channel_id=email))
            for n, answer in enumerate(("quote", "use", "quote", "quote"))
        )
        survey_comment(session, "in a survey")
        about = priority(session)
        for key in (first, binned):
            links.link(session, key, about, "worse")
        links.mark_sorted(session, [second])
        feedback.bin_it(session, [binned])
        safeguarding.set_aside(session, aside, date(2022, 1, 1), date(2022, 1, 1))
    return workspace


def test_each_count_is_what_its_filter_shows(mixed: Workspace) -> None:
    with mixed.read() as session:
        found = filter_counts.counts(session)
        (channel,), (survey,) = found.channels, found.surveys
        for number, wanted in (
            (found.every, Filter()),
            (found.to_sort, Filter(to_sort=True)),
            (found.linked, Filter(is_linked=True)),
            (found.every - found.linked, Filter(is_linked=False)),
            (found.may_quote, Filter(may_quote=True)),
            (found.channels[channel], Filter(channel_id=channel)),
            (found.surveys[survey], Filter(survey_id=survey)),
            (found.binned, Filter(is_binned=True)),
        ):
            assert number == len(listing.ids(session, wanted)) > 0


def test_an_empty_forum_counts_nothing(workspace: Workspace) -> None:
    with workspace.read() as session:
        found = filter_counts.counts(session)
    assert (found.every, found.may_quote, found.binned) == (0, 0, 0)
    assert (found.channels, found.surveys) == ({}, {})


DAY = date(2022, 3, 1)


@pytest.fixture
def dated(mixed: Workspace) -> Workspace:
    """Two more by mail, on a day; one of them linked."""
    with mixed.change("log feedback") as session:
        email = reference.term_id(session, "channel", "email")
        said = NewFeedback("on a day", "quote", said=When.day(DAY), channel_id=email)
        first = feedback.log(session, said)
        feedback.log(session, replace(said, words="late bus", may_quote="use"))
        about = session.scalars(select(Priority.id)).first()
        assert about is not None
        links.link(session, first, about, "worse")
    return mixed


@pytest.mark.parametrize(
    "state",
    [Filter(), Filter(is_linked=True), Filter(may_quote=True), Filter(is_binned=True)],
)
@pytest.mark.parametrize("rest", ["nothing", "dates", "channel", "survey"])
@pytest.mark.parametrize("words", ["", "day", "bus"])
def test_each_count_is_what_a_click_gives_beside_the_others(
    dated: Workspace, state: Filter, rest: str, words: str
) -> None:
    with dated.read() as session:
        whole = filter_counts.counts(session)
        wanted = {
            "nothing": state,
            "dates": replace(state, from_day=DAY, to_day=DAY),
            "channel": replace(state, channel_id=next(iter(whole.channels))),
            "survey": replace(state, survey_id=next(iter(whole.surveys))),
        }[rest]
        found = filter_counts.counts(session, wanted, words)
        plain = replace(wanted, is_linked=None, may_quote=False, is_binned=False)

        def click(asked: Filter) -> int:
            return len(search.within(session, listing.ids(session, asked), words))

        assert found.every == click(plain)
        assert found.to_sort == click(replace(plain, to_sort=True))
        assert found.linked == click(replace(plain, is_linked=True))
        assert found.every - found.linked == click(replace(plain, is_linked=False))
        assert found.may_quote == click(replace(plain, may_quote=True))
        assert found.binned == click(replace(plain, is_binned=True))
        assert found.channels.keys() == whole.channels.keys()
        for key, number in found.channels.items():
            assert number == click(replace(wanted, channel_id=key))
        for key, number in found.surveys.items():
            assert number == click(replace(wanted, survey_id=key))


def test_the_dates_take_from_every_count(dated: Workspace) -> None:
    with dated.read() as session:
        found = filter_counts.counts(session, Filter(from_day=DAY))
    assert (found.every, found.linked, found.may_quote) == (2, 1, 1)
