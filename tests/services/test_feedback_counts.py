"""The counts beside the filters say what each of them would show."""

from datetime import date

import pytest

from pcf_desktop.services import (
    disclosures,
    feedback,
    feedback_counts,
    feedback_filter,
    links,
    reference,
)
from pcf_desktop.services.feedback import Filter, NewFeedback
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
        disclosures.set_aside(session, aside, date(2022, 1, 1), date(2022, 1, 1))
    return workspace


def test_each_count_is_what_its_filter_shows(mixed: Workspace) -> None:
    with mixed.read() as session:
        found = feedback_counts.counts(session)
        (channel,), (survey,) = found.channels, found.surveys
        for number, wanted in (
            (found.every, Filter()),
            (found.to_sort, Filter(to_sort=True)),
            (found.linked, Filter(is_linked=True)),
            (found.every - found.linked, Filter(is_linked=False)),
            (found.may_quote, Filter(may_quote=True)),
            (found.channels[channel], Filter(channel_id=channel)),
            (found.surveys[survey], Filter(survey_id=survey)),
        ):
            assert number == len(feedback_filter.ids(session, wanted)) > 0


def test_an_empty_forum_counts_nothing(workspace: Workspace) -> None:
    with workspace.read() as session:
        found = feedback_counts.counts(session)
    assert (found.every, found.may_quote, found.channels, found.surveys) == (0, 0, {}, {})
