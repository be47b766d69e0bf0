"""Disclosures: passed on and noted, and out of every list; nothing of the words is kept."""

from datetime import date

import pytest
from sqlalchemy import select

from pcf_desktop.errors import UserError
from pcf_desktop.records import Disclosure, Feedback
from pcf_desktop.services.feedback import feedback, safeguarding
from pcf_desktop.services.feedback.feedback import Filter, NewFeedback
from pcf_desktop.services.forum import forums
from pcf_desktop.workspace import Workspace

TODAY = date(2022, 1, 10)


def test_the_forums_own_steps_are_shown_and_none_where_none_are_written(
    workspace: Workspace,
) -> None:
    with workspace.change("write the steps") as session:
        assert safeguarding.steps(session) == ""
        forums.the_forum(session).safeguarding_steps = " Ring Ann. "
        assert safeguarding.steps(session) == "Ring Ann."


def test_a_note_says_when_it_was_passed_on_and_no_more(workspace: Workspace) -> None:
    with workspace.change("note") as session:
        key = safeguarding.note(session, date(2022, 1, 9), TODAY)
    with workspace.read() as session:
        noted = session.get_one(Disclosure, key)
        assert (noted.passed_on, noted.flagged_on) == (date(2022, 1, 9), TODAY)
        assert noted.feedback_id is None
        assert session.scalars(select(Feedback.id)).all() == []


def test_what_is_set_aside_leaves_list_search_and_count(workspace: Workspace) -> None:
    with workspace.change("log feedback") as session:
        key = feedback.log(session, NewFeedback("he is not safe there", "quote"))
        other = feedback.log(session, NewFeedback("the bus came", "quote"))
    with workspace.change("set aside") as session:
        safeguarding.set_aside(session, key, TODAY, TODAY)
    with workspace.read() as session:
        assert feedback.ids(session, Filter()) == [other]
        assert feedback.ids(session, Filter(words="safe")) == []
        assert feedback.count(session) == feedback.count_to_sort(session) == 1
        assert session.scalars(select(Disclosure.feedback_id)).all() == [key]


def test_undo_brings_it_back(workspace: Workspace) -> None:
    with workspace.change("log feedback") as session:
        key = feedback.log(session, NewFeedback("he is not safe there", "quote"))
    with workspace.change("set aside") as session:
        safeguarding.set_aside(session, key, TODAY, TODAY)
    workspace.undo()
    with workspace.read() as session:
        assert feedback.ids(session, Filter()) == [key]
        assert session.scalars(select(Disclosure.id)).all() == []


def test_a_day_to_come_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="still to come"), workspace.change("note") as session:
        safeguarding.note(session, date(2022, 1, 11), TODAY)
