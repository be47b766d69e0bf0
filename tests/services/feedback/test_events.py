"""Events: made while logging, the latest first."""

from datetime import date

from pcf_desktop.services.feedback import events
from pcf_desktop.workspace import Workspace


def test_the_latest_event_comes_first_and_one_without_a_day_last(workspace: Workspace) -> None:
    with workspace.change("events") as session:
        events.new(session, "Unknown day", None, None)
        events.new(session, "In May", date(2021, 5, 4), None)
        events.new(session, " In June ", date(2021, 6, 4), None)
    with workspace.read() as session:
        assert [each.title for each in events.every(session)] == [
            "In June",
            "In May",
            "Unknown day",
        ]


def test_a_title_on_the_same_day_is_the_same_event(workspace: Workspace) -> None:
    day, other = date(2022, 1, 10), date(2022, 2, 10)
    with workspace.change("events") as session:
        first = events.at(session, "Coffee morning ", day, None)
        assert events.at(session, " coffee Morning", day, None) == first
        assert events.at(session, "Coffee morning", other, None) != first
        undated = events.at(session, "Coffee morning", None, None)
        assert events.at(session, "Coffee morning", None, None) == undated
    with workspace.read() as session:
        assert len(events.every(session)) == 3
