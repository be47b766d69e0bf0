"""Meetings are kept as they were typed, listed from the latest on, and deleted with undo."""

from datetime import date

import pytest
from sqlalchemy import select

from pcf_desktop.errors import UserError
from pcf_desktop.records import Ask, Meeting, TalkingPoint, When
from pcf_desktop.services.forum import drafts
from pcf_desktop.services.home import home
from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.workspace import Workspace

DECEMBER = When("December 2021", date(2021, 12, 1), date(2021, 12, 31), "month")
INSPECTORS = MeetingDetails("With the inspectors", DECEMBER, "Shirehall", "They asked for numbers.")


def kept(workspace: Workspace, details: MeetingDetails, key: int = 0) -> int:
    with workspace.change("keep a meeting") as session:
        return meetings.keep(session, key, details)


def there(workspace: Workspace) -> dict[int, MeetingDetails]:
    with workspace.read() as session:
        return meetings.some(session, meetings.ids(session))


def test_a_meeting_is_kept_as_it_was_typed_also_with_a_month_alone(workspace: Workspace) -> None:
    key = kept(workspace, INSPECTORS)
    assert there(workspace) == {key: INSPECTORS}
    with workspace.read() as session:
        (next_date,) = home.next_dates(session, date(2021, 12, 3))
    assert (next_date.words, next_date.note, next_date.on) == (
        "With the inspectors",
        "Shirehall",
        DECEMBER,
    )


def test_a_meeting_is_changed(workspace: Workspace) -> None:
    key = kept(workspace, INSPECTORS)
    later = MeetingDetails("With the inspectors", When.day(date(2022, 1, 9)))
    assert kept(workspace, later, key) == key
    assert there(workspace) == {key: later}


def test_those_without_a_date_come_first_and_then_the_latest(workspace: Workspace) -> None:
    on = When.day(date(2022, 1, 9))
    past, ahead, open_ = (
        kept(workspace, MeetingDetails(title, when))
        for title, when in (("Past", DECEMBER), ("Ahead", on), ("To be agreed", When()))
    )
    with workspace.read() as session:
        assert meetings.ids(session) == [open_, ahead, past]


def test_a_meeting_needs_a_title(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="whom the meeting is with"):
        kept(workspace, MeetingDetails("", DECEMBER))
    assert there(workspace) == {}


def test_what_is_typed_for_a_meeting_that_has_gone_is_refused(workspace: Workspace) -> None:
    key = kept(workspace, INSPECTORS)
    for _ in range(2):  # pressed twice
        with workspace.change("delete a meeting") as session:
            meetings.delete(session, key)
    with pytest.raises(UserError, match="no longer there"):
        kept(workspace, INSPECTORS, key)


def test_with_a_meeting_goes_what_was_to_be_said_there_and_undo_brings_it_back(
    workspace: Workspace,
) -> None:
    key = kept(workspace, INSPECTORS)
    with workspace.change("prepare") as session:
        session.add(TalkingPoint(meeting_id=key, position=1, words="Forty families wait."))
        session.add(Ask(meeting_id=key, words="Numbers by May"))
        drafts.keep(session, meetings.draft_name(session, key), {"title": "With insp"})
    with workspace.change("delete a meeting") as session:
        meetings.delete(session, key)
    with workspace.read() as session:
        assert session.scalars(select(Meeting)).all() == []
        assert session.scalars(select(TalkingPoint)).all() == []
        assert session.scalars(select(Ask.meeting_id)).all() == [None]
    workspace.undo()
    assert there(workspace) == {key: INSPECTORS}
    with workspace.read() as session:
        assert session.scalars(select(TalkingPoint.meeting_id)).all() == [key]
        assert session.scalars(select(Ask.meeting_id)).all() == [key]
        assert drafts.read(session, meetings.draft_name(session, key)) == {}
