"""A dated event shows its date as it was given, or the day itself."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.home.home import NextDate
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.home.date_row import DateRow


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (When.day(date(2022, 1, 18)), "18 January 2022"),
        (When("Spring term 2022", date(2022, 1, 4), date(2022, 4, 8), "term"), "Spring term 2022"),
        (When(), "No date"),
    ],
)
def test_the_date_is_in_words(qtbot: QtBot, on: When, shown: str) -> None:
    row = DateRow(NextDate("Forum meets inspectors", "Three people are going", on))
    qtbot.addWidget(row)
    assert [label.text() for label in row.findChildren(Text)] == [
        shown,
        "Forum meets inspectors",
        "Three people are going",
    ]


def test_a_note_that_says_the_same_is_left_out(qtbot: QtBot) -> None:
    row = DateRow(NextDate("On site", "On site", When.day(date(2020, 1, 27))))
    qtbot.addWidget(row)
    assert len(row.findChildren(Text)) == 2
