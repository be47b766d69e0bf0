"""The list of questions of a file."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.cell import width_beside
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.status_mark import mark_size
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.export_file import ExportFile, open_export
from pcf_desktop.ui.surveys.match_columns import (
    NEXT_YEAR,
    PREVIEW,
    QUESTIONS,
    MatchColumns,
)
from pcf_desktop.ui.surveys.profiles import Profiles
from pcf_desktop.ui.surveys.sentences import fates

WHAT, WHY = 1, 2
"""Where these columns stand."""


@pytest.fixture
def export() -> ExportFile:
    return open_export(samples.survey_file(), Choices(), silent)


@pytest.fixture
def page(export: ExportFile, qtbot: QtBot) -> MatchColumns:
    made = MatchColumns(Profiles())
    qtbot.addWidget(made)
    made.show()
    made.show_export(export)
    return made


def test_questions_come_first_and_what_the_tool_writes_last(
    page: MatchColumns, export: ExportFile
) -> None:
    model = page.list.table.model()
    shown = [model.data(model.index(row, WHY)).split(".")[0] for row in range(model.rowCount())]
    assert len(shown) == len(export.sheet.questions)
    assert shown[-1] == "Microsoft Forms’s own column: not read as an answer"
    assert shown.index("Name or address") < shown.index(shown[-1])
    assert page.current is not None
    assert page.current.keep


def test_the_question_on_hand_can_be_changed(page: MatchColumns, qtbot: QtBot) -> None:
    assert page.current is not None
    key = page.current.key
    with qtbot.waitSignal(page.one.kind_chosen) as chosen:
        page.one.kind.set_value(Kind.TEXT.value)
    assert chosen.args == [(key,), "text"]
    with qtbot.waitSignal(page.one.kept) as kept:
        qtbot.keyClick(page.one.keep._chips["out"], Qt.Key.Key_Space)
    assert kept.args == [(key,), False]


def test_what_may_say_who_somebody_is_is_kept_only_after_a_word(
    page: MatchColumns, export: ExportFile, qtbot: QtBot
) -> None:
    personal = next(n for n, q in enumerate(export.sheet.questions) if q.personal)
    key = export.sheet.questions[personal].key
    page.list.table.go_to(personal)
    with qtbot.assertNotEmitted(page.one.kept):
        qtbot.keyClick(page.one.keep._chips["keep"], Qt.Key.Key_Space)
    page.findChildren(QuestionDialog)[-1].stay.click()
    assert page.one.keep.value() == ("out",)
    page.one.kind.set_value(Kind.TEXT.value)
    page.findChildren(QuestionDialog)[-1].stay.click()
    assert page.one.kind.value() == Kind.IDENTITY.value
    said: list[tuple[object, ...]] = []
    page.one.kept.connect(lambda *args: said.append(args))
    page.one.kind_chosen.connect(lambda *args: said.append(args))
    page.one.kind.set_value(Kind.TEXT.value)
    page.findChildren(QuestionDialog)[-1].go.click()
    assert said == [((key,), True), ((key,), "text")]


def test_enter_in_the_list_leads_to_the_kind(page: MatchColumns, qtbot: QtBot) -> None:
    page.activateWindow()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.one.kind.combo.hasFocus)


def test_the_current_question_stays_when_another_is_left_out(
    page: MatchColumns, export: ExportFile
) -> None:
    places = [n for n, q in enumerate(export.sheet.questions) if q.keep]
    page.list.table.go_to(places[2])
    page.show_export(export.keeping([export.sheet.questions[places[2]].key], keep=False))
    assert page.list.table.current_key() == places[2]
    assert page.one.keep.value() == ("out",)


def test_one_part_is_shown_at_a_time_and_the_list_comes_back(page: MatchColumns) -> None:
    parts = {QUESTIONS: page.list, PREVIEW: page._preview, NEXT_YEAR: page.findChild(Profiles)}
    for chosen in (PREVIEW, NEXT_YEAR, QUESTIONS):
        page.view._chips[chosen].click()
        assert [key for key, part in parts.items() if part and part.isVisible()] == [chosen]
    page.view._chips[PREVIEW].click()
    first = page.first_focus()  # to ask where the focus goes changes nothing
    assert (first.isVisible(), page.list.isVisible()) == (True, False)
    page.begin()
    assert page.first_focus() is page.list.table
    assert page.list.isVisible()


def test_ten_questions_are_seen_at_once_on_a_small_laptop_and_a_long_one_whole_beside(
    page: MatchColumns, export: ExportFile, qtbot: QtBot
) -> None:
    page.resize(1084, 470)  # what a window of 1366 by 768 leaves of it
    qtbot.wait(10)
    table, kept = page.list.table, [q for q in export.sheet.questions if q.keep]
    assert table.viewport().height() >= 10 * table.rowHeight(0)
    assert table.rowHeight(0) >= 24
    longest = max(range(len(kept)), key=lambda place: len(kept[place].label))
    table.go_to(export.sheet.questions.index(kept[longest]))
    whole = [each for each in page.findChildren(Text) if each.text() == kept[longest].label]
    assert [each.wordWrap() for each in whole] == [True]


def test_each_question_says_what_it_was_taken_for_and_why(
    page: MatchColumns, export: ExportFile
) -> None:
    place, asked = next((n, q) for n, q in enumerate(export.sheet.questions) if q.kind == "text")
    page.list.table.go_to(place)
    said = f"Free words. {asked.reason}"
    assert asked.reason.endswith(" are different.")
    assert said in [each.text() for each in page.one.findChildren(Text)]
    model = page.list.table.model()
    assert said in [model.data(model.index(row, WHY)) for row in range(model.rowCount())]


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_what_happens_is_read_whole_on_a_laptop_at_every_text_size(
    page: MatchColumns, qtbot: QtBot, percent: int
) -> None:
    apply(Look(percent=percent))
    page.resize(1060, 620)  # what a window of 1366 leaves of it
    qtbot.wait(10)
    table = page.list.table
    model, last = table.model(), WHAT
    mark = max((mark_size(each).width() for each in fates()), default=0)
    assert "Become comments" in {
        model.data(model.index(row, last)) for row in range(model.rowCount())
    }
    assert table.columnWidth(last) >= mark + width_beside()
    right = table.columnViewportPosition(last) + table.columnWidth(last)
    assert right <= table.viewport().width()


def test_a_change_is_for_one_question_or_for_all_that_were_read_like_it(
    page: MatchColumns, export: ExportFile, qtbot: QtBot
) -> None:
    texts = [(n, q.key) for n, q in enumerate(export.sheet.questions) if q.kind == "text"]
    assert len(texts) > 1
    page.list.table.go_to(texts[0][0])
    assert page.one.all.isVisible()
    with qtbot.waitSignal(page.one.kept) as kept:
        page.one.keep._chips["out"].click()
    assert kept.args == [(texts[0][1],), False]
    page.one.all.box.click()
    with qtbot.waitSignal(page.one.kind_chosen) as chosen:
        page.one.kind.set_value(Kind.SINGLE.value)
    assert chosen.args == [tuple(key for _, key in texts), "single"]
    page.list.table.go_to(texts[1][0])
    assert not page.one.all.typed()  # a tick is for the question that it was made at
