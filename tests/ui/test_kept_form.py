"""A form of one record after another: by its id, empty for a new one, closed where it went."""

from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.ui.meetings.meetings import Meetings
from tests.ui.desk import LoneDesk


def place(desk: LoneDesk, qtbot: QtBot, *titles: str) -> Meetings:
    """The place of meetings, for its form is one of these, with some kept."""
    with desk.worker.workspace.change("add meetings") as session:
        for title in titles:
            meetings.keep(session, 0, MeetingDetails(title, When()))
    screen = Meetings(desk)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.waitUntil(lambda: screen.list.records.total == len(titles))
    return screen


def test_what_is_typed_into_a_new_one_before_its_draft_came_stays(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    screen = place(desk, qtbot, "The board")
    screen.edit()
    screen.form.title.set_value("Quick")
    assert not screen.form.name
    qtbot.waitUntil(lambda: bool(screen.form.name))
    assert screen.form.title.value() == "Quick"


def test_a_record_that_has_gone_closes_its_form(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = place(desk, qtbot, "The board", "With inspectors")
    screen.edit(1)
    qtbot.waitUntil(lambda: screen.form.title.value() == "The board")
    with desk.worker.workspace.change("delete a meeting") as session:
        meetings.delete(session, 1)
    qtbot.waitUntil(screen.list.isVisible)
    assert not screen.form.isVisible()


def test_a_change_elsewhere_leaves_what_is_typed(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = place(desk, qtbot, "The board", "With inspectors")
    screen.edit(1)
    qtbot.waitUntil(lambda: screen.form.title.value() == "The board")
    screen.form.place.set_value("Online")
    with desk.worker.workspace.change("edit a meeting") as session:
        meetings.keep(session, 1, MeetingDetails("The whole board", When()))
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert screen.form.place.value() == "Online"


def test_once_saved_it_says_which_it_was(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = place(desk, qtbot, "The board")
    screen.edit(1)
    qtbot.waitUntil(lambda: bool(screen.form.name))
    screen.form.place.set_value("Online")
    with qtbot.waitSignal(screen.form.kept) as caught:
        screen.form.save()
    assert caught.args == [1]
