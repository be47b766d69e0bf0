"""The filters: what is chosen is what is wanted, and all is cleared with one button."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback.feedback import Filter
from pcf_desktop.services.feedback.filter_counts import Counts
from pcf_desktop.ui.components.chips import Chip
from pcf_desktop.ui.feedback.filters import BIN, Filters

COUNTS = Counts(1204, 12, 200, 900, 3, {1: 4}, {5: 1000})


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    made = Filters()
    qtbot.addWidget(made)
    made.show()
    made.offer(COUNTS, [(1, "Email"), (2, "Poll")], [(5, "Autumn survey")])
    return made


@pytest.mark.parametrize(
    ("chip", "wanted"),
    [
        ("all", Filter()),
        ("to_sort", Filter(to_sort=True)),
        ("linked", Filter(is_linked=True)),
        ("not_linked", Filter(is_linked=False)),
        ("may_quote", Filter(may_quote=True)),
        ("binned", Filter(is_binned=True)),
    ],
)
def test_each_chip_is_a_filter(filters: Filters, chip: str, wanted: Filter) -> None:
    filters.chips.set_value(chip)
    assert filters.wanted() == wanted


def bin_chip(filters: Filters) -> Chip:
    (found,) = (chip for chip in filters.chips.findChildren(Chip) if chip.key == BIN)
    return found


def test_the_bin_is_offered_while_there_is_something_in_it_or_it_is_shown(filters: Filters) -> None:
    empty = replace(COUNTS, binned=0)
    assert bin_chip(filters).isVisible()
    assert bin_chip(filters).accessibleName() == "In the bin 3"
    filters.offer(empty, [], [])
    assert not bin_chip(filters).isVisible()
    filters.chips.set_value(BIN)
    filters.offer(empty, [], [])
    assert bin_chip(filters).isVisible()
    filters.leave_bin()
    assert not bin_chip(filters).isVisible()
    assert filters.wanted() == Filter()


def test_a_channel_without_feedback_is_not_offered(filters: Filters) -> None:
    combo = filters.channel.combo
    assert [combo.itemText(n) for n in range(combo.count())] == ["Email (4)"]


def test_channel_survey_and_dates_narrow_and_are_counted(filters: Filters, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filters.changed):
        filters.channel.set_value("1")
    filters.survey.set_value("5")
    filters.first.set_value("2021")
    filters.last.set_value("March 2022")
    filters.last.left.emit()
    assert filters.wanted() == Filter(
        channel_id=1, survey_id=5, from_day=date(2021, 1, 1), to_day=date(2022, 3, 31)
    )
    assert filters.more.text().endswith("(4)")


def test_clearing_shows_all_again_and_tells_once(filters: Filters, qtbot: QtBot) -> None:
    filters.chips.set_value("linked")
    filters.channel.set_value("1")
    told: list[Filter] = []
    filters.changed.connect(lambda: told.append(filters.wanted()))
    filters.clear_button.click()
    assert told == [Filter()]
    assert not filters.clear_button.isVisible()


def test_new_counts_keep_the_choice_and_tell_nobody(filters: Filters, qtbot: QtBot) -> None:
    filters.channel.set_value("1")
    with qtbot.assertNotEmitted(filters.changed):
        filters.offer(COUNTS, [(1, "Email")], [])
    assert filters.wanted().channel_id == 1


def test_a_part_of_a_survey_is_enough(filters: Filters) -> None:
    filters.survey.combo.setEditText("aut")
    filters.survey.left.emit()
    assert (filters.wanted().survey_id, filters.survey.problem) == (5, "")


def test_clearing_takes_back_what_was_wrong(filters: Filters) -> None:
    filters.survey.combo.setEditText("pigeon")
    filters.first.set_value("soon")
    for field in (filters.survey, filters.first):
        field.left.emit()
        assert field.problem
    filters.clear()
    assert (filters.survey.problem, filters.first.problem) == ("", "")
    assert filters.survey.combo.currentText() == ""


def test_one_that_has_none_left_beside_the_others_can_still_be_chosen(filters: Filters) -> None:
    filters.channel.set_value("1")
    filters.offer(Counts(0, 0, 0, 0, 0, {1: 0}, {5: 0}), [(1, "Email")], [(5, "Autumn survey")])
    assert filters.wanted().channel_id == 1
    assert filters.channel.combo.currentText() == "Email (0)"
