"""The page of a priority: its words, its comments, and the words that suggest it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.progress import silent
from pcf_desktop.services.priorities import one_priority, priorities
from pcf_desktop.services.samples import demo_forum, samples
from pcf_desktop.services.surveys import question_links, results
from pcf_desktop.ui.components.quote_block import QuoteBlock
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.priority_page import PriorityPage
from pcf_desktop.ui.reading_order import stops
from tests.ui.audit import name_of
from tests.ui.desk import LoneDesk


def opened(screen: Priorities, qtbot: QtBot) -> PriorityPage:
    screen.show_subject(3)
    qtbot.waitUntil(lambda: bool(screen.page.words.keywords.value()))
    return screen.page


def test_the_inspectors_words_stand_whole(priorities_screen: Priorities, qtbot: QtBot) -> None:
    page = opened(priorities_screen, qtbot)
    shown = page.findChildren(QuoteBlock)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in shown))
    (quote,) = (each for each in shown if each.isVisible())
    assert quote.words.text() == (
        "“significant waiting times for large numbers of children and young people on the ASD and "
        "ADHD diagnostic pathways”"
    )


def test_keywords_are_saved_and_undone(
    priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    page = opened(priorities_screen, qtbot)
    before = page.words.keywords.value()
    page.words.keywords.set_value("autism\npaediatrician\n")
    with qtbot.waitSignal(desk.worker.changed):
        page.words.button.click()
    with desk.worker.workspace.read() as session:
        assert priorities.keywords(session)[3] == ["autism", "paediatrician"]
    qtbot.waitUntil(lambda: desk.said[-1:] == ["Words saved. [Undo]"])
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.undo()
    qtbot.waitUntil(lambda: page.words.keywords.value() == before)


def test_a_linked_comment_is_read_in_full_on_enter(
    priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    page = opened(priorities_screen, qtbot)
    qtbot.waitUntil(lambda: page.records.record(0) is not None)
    key = page.records.key_at(0)
    assert key is not None
    page.list.table.opened.emit(key)
    with desk.worker.workspace.read() as session:
        wanted = one_priority.linked(session, [key])[key].feedback_id
    assert desk.went[-1] == ("feedback", wanted)


def test_edit_and_delete_are_the_next_stops_after_the_way_back(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    page = opened(priorities_screen, qtbot)
    assert page._back.hasFocus()
    assert [*stops(page)][:3] == [page._back, page.edit, page.delete]
    assert [name_of(each) for each in (page.edit, page.delete)] == [
        "Edit priority",
        "Delete priority",
    ]


def test_what_surveys_asked_comes_and_goes_with_the_links_of_questions(
    priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    workspace = desk.worker.workspace
    demo_forum.import_and_link(workspace, silent)
    with workspace.change("Link") as session:
        found = results.results(session, 1)
        for each in found:
            question_links.link(session, each.question_id, None)
    page = opened(priorities_screen, qtbot)
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert not page.asked.isVisible()
    with workspace.change("Link") as session:
        question_links.link(session, found[0].question_id, 3)
    qtbot.waitUntil(page.asked.isVisible)
    (row,) = page.asked.rows
    assert row.accessibleName() == found[0].words
    assert row.accessibleDescription() == f"81 of 154 said 5 to 10 · {samples.SURVEY_TITLE}"
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert desk.went[-1] == ("surveys", 1)
    desk.worker.undo()
    qtbot.waitUntil(lambda: not page.asked.isVisible())
