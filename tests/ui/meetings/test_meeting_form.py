"""The form of a meeting: what is typed is kept as typed, and a new one offers no deletion."""

from datetime import date

from pytestqt.qtbot import QtBot

from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk
from tests.ui.meetings.conftest import BOARD


def shown(screen: Meetings, key: int, qtbot: QtBot) -> None:
    screen.edit(key)
    qtbot.waitUntil(lambda: bool(screen.form.name))


def test_a_meeting_stands_in_the_form_as_it_was_kept(
    two: tuple[int, int], screen: Meetings, qtbot: QtBot
) -> None:
    shown(screen, two[0], qtbot)
    assert screen.form.read() == BOARD
    assert screen.form.when.value() == "3 November 2021"
    assert screen.form.delete.isVisible()


def test_a_month_is_enough_of_a_date(
    screen: Meetings, sample: Workspace, desk: LoneDesk, qtbot: QtBot
) -> None:
    shown(screen, 0, qtbot)
    assert not screen.form.delete.isVisible()
    screen.form.title.set_value("The board")
    screen.form.when.set_value("may 2022")
    screen.form.save()
    qtbot.waitUntil(lambda: desk.said == ["Saved: The board. [Undo]"])
    with sample.read() as session:
        (details,) = meetings.some(session, meetings.ids(session)).values()
    assert (details.on.text, details.on.latest) == ("May 2022", date(2022, 5, 31))


def test_a_meeting_without_a_title_is_not_kept(
    screen: Meetings, sample: Workspace, qtbot: QtBot
) -> None:
    shown(screen, 0, qtbot)
    screen.form.notes.set_value("Five came.")
    screen.form.save()
    assert screen.form.title.problem.startswith("Say whom")
    with sample.read() as session:
        assert meetings.ids(session) == []


def test_what_nobody_changed_is_not_saved(
    two: tuple[int, int], screen: Meetings, desk: LoneDesk, qtbot: QtBot
) -> None:
    shown(screen, two[0], qtbot)
    screen.form.save()
    assert desk.said == ["Nothing was changed."]
    assert screen.list.isVisible()


def test_after_one_meeting_a_new_one_begins_empty(
    two: tuple[int, int], screen: Meetings, qtbot: QtBot
) -> None:
    shown(screen, two[0], qtbot)
    screen.show_list()
    shown(screen, 0, qtbot)
    assert screen.form.read() == MeetingDetails("", screen.form.read().on)
    assert screen.form.when.value() == ""


def test_what_is_typed_for_one_is_there_when_it_is_opened_again(
    two: tuple[int, int], screen: Meetings, qtbot: QtBot
) -> None:
    shown(screen, two[0], qtbot)
    qtbot.keyClicks(screen.form.notes.page, "More. ")
    shown(screen, two[1], qtbot)
    assert screen.form.notes.value() == ""
    shown(screen, two[0], qtbot)
    assert screen.form.notes.value() == "More. Five came."
