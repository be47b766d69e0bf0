"""The list of priorities: four views, filters that say what they hide, one opened by Enter."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.records import ForumView
from pcf_desktop.ui.components.chips import Chip
from pcf_desktop.ui.components.status_mark import mark_size
from pcf_desktop.ui.priorities.list_columns import FORUM, JUDGED
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.views_of import judged_short
from pcf_desktop.ui.tokens import space
from tests.ui.desk import LoneDesk


def titles(screen: Priorities) -> list[str]:
    shown = (screen.records.record(row) for row in range(screen.records.rowCount()))
    return [each.title for each in shown if each is not None]


def chip(screen: Priorities, key: str) -> Chip:
    return next(each for each in screen.filter.findChildren(Chip) if each.key == key)


def test_all_are_listed_with_the_forums_concerns_last(
    priorities_screen: Priorities, desk: LoneDesk
) -> None:
    assert titles(priorities_screen)[0] == "Leadership, planning and use of data"
    assert titles(priorities_screen)[-1] == "Aspirations and independence"
    assert priorities_screen.records.rowCount() == 10
    assert desk.hidden == "0 hidden by filters"
    assert "Counts for the forum only" in priorities_screen.header.subtitle.text()


def test_a_filter_says_how_many_it_shows_and_hides(
    priorities_screen: Priorities, desk: LoneDesk
) -> None:
    own = chip(priorities_screen, "own")
    assert own.text() == "Our own concerns 4"
    own.click()
    assert len(titles(priorities_screen)) == 4
    assert desk.hidden == "6 hidden by filters"


def test_words_narrow_the_list_and_nothing_found_can_be_cleared(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    search = priorities_screen.header.search
    assert search is not None
    qtbot.keyClicks(search, "pathways")
    qtbot.waitUntil(lambda: titles(priorities_screen) == ["Waits for autism and ADHD assessment"])
    qtbot.keyClicks(search, "zzz")
    nothing = priorities_screen.list.nothing
    assert nothing is not None
    qtbot.waitUntil(nothing.isVisible)
    nothing.button.click()
    assert len(titles(priorities_screen)) == 10


def test_enter_opens_a_priority_and_escape_goes_back_to_its_row(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    screen = priorities_screen
    screen.list.table.go_to(3)
    screen.list.table.setFocus()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_Return)
    assert screen.page.isVisible()
    assert not screen.list.isVisible()
    qtbot.waitUntil(lambda: screen.page.records.rowCount() > 0)
    qtbot.keyClick(screen.page.list.table, Qt.Key.Key_Escape)
    assert screen.list.isVisible()
    assert screen.list.table.current_key() == 3


def test_the_primary_button_leads_to_a_new_pack(
    priorities_screen: Priorities, desk: LoneDesk
) -> None:
    priorities_screen._pack.click()
    assert desk.went[0][0] == "packs"


def test_a_column_that_says_nothing_of_any_priority_is_left_out(
    priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    table = priorities_screen.list.table
    assert table.isColumnHidden(FORUM)
    with desk.worker.workspace.change("Say") as session:
        session.add(ForumView(priority_id=1, on=date(2022, 1, 9), label="Not felt"))
    qtbot.waitUntil(lambda: not table.isColumnHidden(FORUM))


def test_judgements_and_ratings_are_never_cut(priorities_screen: Priorities) -> None:
    table = priorities_screen.list.table
    table.leave_out([])
    priorities_screen.resize(1700, 700)
    views = priorities_screen.records.record(0)
    assert views is not None
    mark = judged_short(replace(views, judgement_key="not_sufficient"))
    assert mark is not None
    assert mark_size(mark).width() <= table.columnWidth(JUDGED) - space(2.5)


def test_the_plans_priorities_and_the_forums_concerns_are_counted_apart(
    priorities_screen: Priorities,
) -> None:
    words = priorities_screen.header.subtitle.text()
    assert words.startswith("6 priorities of the plan and 4 concerns of your own.")


def test_where_nothing_is_found_the_focus_stays_on_the_page(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    priorities_screen.list.table.setFocus()
    priorities_screen._find.setText("zzzz")
    priorities_screen._filter()
    nothing = priorities_screen.list.nothing
    assert nothing is not None
    qtbot.waitUntil(nothing.button.hasFocus)


def test_a_priority_that_was_added_is_gone_to_whatever_search_and_filter_hid(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    chip(priorities_screen, "own").click()
    priorities_screen._find.setText("zzzz")
    priorities_screen._new.click()
    form = priorities_screen.adding
    qtbot.waitUntil(lambda: form.number.value() == "7")
    form.kind.set_value("improvement")
    form.words.set_value("Long waits for an autism assessment.")
    form.words.left.emit()
    form.save()  # shows the title that was proposed
    form.save()
    qtbot.waitUntil(lambda: len(titles(priorities_screen)) == 11)
    row = priorities_screen.records.record(6)
    assert row is not None
    assert row.id == priorities_screen.list.table.current_key()
    assert row.title == "Long waits for an autism assessment"
    assert priorities_screen.list.table.hasFocus()


def test_the_form_has_the_commands_of_a_form(priorities_screen: Priorities) -> None:
    assert priorities_screen.command("save") is None
    assert priorities_screen.command("find") is not None
    priorities_screen.begin_new()
    assert priorities_screen.command("save") == priorities_screen.adding.save
    assert priorities_screen.command("find") is None


def test_the_status_bar_says_nothing_of_filters_while_a_form_is_shown(
    priorities_screen: Priorities, desk: LoneDesk
) -> None:
    assert desk.hidden == "0 hidden by filters"
    priorities_screen.begin_new()
    assert desk.hidden == ""
    priorities_screen.show_list()
    assert desk.hidden == "0 hidden by filters"
