"""Home says how far the forum has come, from the real file."""

from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback, Priority
from pcf_desktop.services import home, links
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.home.home import Home
from tests.ui.desk import LoneDesk


def shown(desk: LoneDesk, qtbot: QtBot) -> Home:
    screen = Home(desk)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: "feedback" in desk.counts and bool(words_of(screen)))
    return screen


def words_of(screen: Home) -> str:
    return " | ".join(label.text() for label in screen.findChildren(Text) if label.text())


def marks(screen: Home) -> dict[str, str]:
    rows = (row.accessibleName() for row in screen.findChildren(TaskRow))
    return dict(name.split(", ", 1) for name in rows if ", " in name)


def test_it_says_what_is_done_and_what_is_left(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: "Make the pack" in marks(screen))
    found = marks(screen)
    assert found["Add what families said"] == "Done"
    assert found["Make the pack"] == "Not started"
    with desk.worker.workspace.read() as session:
        tasks = home.tasks(session)
    assert desk.counts["feedback"] == tasks.comments == 25
    assert desk.counts["priorities"] == 10
    assert desk.counts["packs"] is None


def test_it_follows_a_change_made_elsewhere(desk: LoneDesk, qtbot: QtBot) -> None:
    shown(desk, qtbot)
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.change("Log feedback", lambda s, _p: s.add(Feedback(words="More")))
    qtbot.waitUntil(lambda: desk.counts["feedback"] == 26)


def test_every_task_leads_somewhere(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: len(screen.findChildren(TaskRow)) == 4)
    for row in screen.findChildren(TaskRow):
        row.click()
    assert [place for place, _ in desk.went] == ["surveys", "link", "priorities", "packs"]
    first = screen.first_focus()
    assert isinstance(first, TaskRow)


def test_when_all_is_sorted_it_says_so(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.change("Sort comments", lambda s, _p: links.mark_sorted(s, list(range(1, 200))))
    qtbot.waitUntil(lambda: marks(screen).get("Sort comments") == "Done")
    assert desk.counts["link"] is None


def test_past_dates_are_not_called_next(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: "Dates so far" in words_of(screen))
    assert "27 to 31 January 2020" in words_of(screen)
    assert "For the forum only" in words_of(screen)


def test_the_forums_own_concerns_are_said_apart_from_the_plans_priorities(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: "6 priorities of the plan" in words_of(screen))
    assert "4 own concerns stand apart" in words_of(screen)


def test_without_priorities_no_gap_is_called_filled(desk: LoneDesk, qtbot: QtBot) -> None:
    with desk.worker.workspace.change("Take the priorities away") as session:
        for each in session.query(Priority):
            session.delete(each)
    screen = shown(desk, qtbot)
    hints = [row.accessibleDescription() for row in screen.findChildren(TaskRow)]
    assert "Opens when there are priorities" in hints
    assert "own concern" not in words_of(screen)
