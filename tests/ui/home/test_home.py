"""Home says how far the forum has come, from the real file."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback, Priority
from pcf_desktop.services.feedback import links
from pcf_desktop.services.forum import drafts
from pcf_desktop.services.home import home
from pcf_desktop.services.home.home import Tasks
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.home.home import Home, time_to_sort
from pcf_desktop.workspace.backup import Reason
from tests.ui.desk import LoneDesk


def shown(desk: LoneDesk, qtbot: QtBot) -> Home:
    screen = Home(desk)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.findChildren(TaskRow)) and not desk.worker.busy)
    return screen


def words_of(screen: Home) -> str:
    return " | ".join(label.text() for label in screen.findChildren(Text) if label.text())


def marks(screen: Home) -> dict[str, str]:
    rows = (row.accessibleName() for row in screen.findChildren(TaskRow))
    return dict(name.split(", ", 1) for name in rows if ", " in name)


def hints(screen: Home) -> list[str]:
    return [row.accessibleDescription() for row in screen.findChildren(TaskRow)]


def test_it_says_what_is_done_and_what_is_left(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: "Make the pack" in marks(screen))
    found = marks(screen)
    assert found["Add what families said"] == "Done"
    assert found["Make the pack"] == "Not started"
    with desk.worker.workspace.read() as session:
        tasks = home.tasks(session)
    assert tasks.comments == 25
    assert "25 comments, no survey" in hints(screen)


def test_it_follows_a_change_made_elsewhere(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.change("Log feedback", lambda s, _p: s.add(Feedback(words="More")))
    qtbot.waitUntil(lambda: "26 comments, no survey" in hints(screen))


def test_every_task_leads_somewhere(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: len(screen.findChildren(TaskRow)) == 5)
    for row in screen.findChildren(TaskRow):
        row.click()
    assert [place for place, _ in desk.went] == ["surveys", "sort", "priorities", "packs"]
    assert desk.ran == ["backups"]
    first = screen.first_focus()
    assert isinstance(first, TaskRow)


def test_when_all_is_sorted_it_says_so(desk: LoneDesk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.change("Sort comments", lambda s, _p: links.mark_sorted(s, list(range(1, 200))))
    qtbot.waitUntil(lambda: marks(screen).get("Sort comments") == "Done")


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


@pytest.mark.parametrize(
    ("to_sort", "said"),
    [
        (1, "About 1 minute"),
        (270, "About 90 minutes"),
        (300, "About 2 hours"),
        (1260, "About 7 hours"),
        (43_848, "More than a day’s work; it need not be done at once"),
    ],
)
def test_how_long_sorting_takes_is_said_as_people_say_it(to_sort: int, said: str) -> None:
    tasks = Tasks(0, to_sort, 0, to_sort, 0, 0, 0, 0, 0, 0)
    assert time_to_sort(tasks) == said


def keep_draft(desk: LoneDesk, fields: dict[str, str]) -> None:
    with desk.worker.workspace.change("keep a draft") as session:
        drafts.keep(session, drafts.LOG, fields)


def test_a_comment_that_was_not_finished_waits_to_be_gone_on_with(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    keep_draft(desk, {"words": "half a sent"})
    screen = shown(desk, qtbot)
    assert screen.unfinished.isVisible()
    assert "You have a comment you did not finish." in words_of(screen)
    screen.go_on.click()
    assert desk.went == [("log", None)]


def test_a_draft_that_is_kept_while_home_is_shown_is_said_and_taken_back(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    screen = shown(desk, qtbot)
    assert not screen.unfinished.isVisible()
    keep_draft(desk, {"words": "half a sent"})
    desk.worker.drafted.emit()
    qtbot.waitUntil(screen.unfinished.isVisible)
    with desk.worker.workspace.change("drop a draft") as session:
        drafts.drop(session, drafts.LOG)
    desk.worker.drafted.emit()
    qtbot.waitUntil(lambda: not screen.unfinished.isVisible())


def test_a_new_forum_is_told_to_add_the_priorities_and_to_back_up(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("Take the priorities away") as session:
        for each in session.query(Priority):
            session.delete(each)
    screen = shown(desk, qtbot)
    qtbot.waitUntil(lambda: marks(screen).get("Add the priorities") == "Not started")
    assert marks(screen)["Back up"] == "Not started"
    assert "Fill the gaps" not in marks(screen)
    assert "own concern" not in words_of(screen)
    desk.worker.back_up(Reason.ASKED)
    qtbot.waitUntil(lambda: marks(screen)["Back up"] == "Done")
    assert any(hint.startswith("Last copy ") for hint in hints(screen))
