"""What families say is never cut: at any text size it stands whole in its cell."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities.priorities import NOTHING_HEARD, Heard
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components import cell as painted
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.stances import bar_of
from pcf_desktop.ui.typeface import Role, font

HEADING = "Families say"

NOBODY = NOTHING_HEARD.by_stance


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [1140, 1040])
def test_what_families_say_stands_whole_in_its_cell(
    percent: int, width: int, priorities_screen: Priorities, qtbot: QtBot
) -> None:
    apply(Look("light", percent))
    priorities_screen.resize(width, 700)
    qtbot.wait(1)
    table, records = priorities_screen.list.table, priorities_screen.records
    assert table.horizontalHeader().length() == table.viewport().width()
    place = next(i for i, each in enumerate(records.columns) if each.heading == HEADING)
    said = [record.heard for row in range(10) if (record := records.record(row)) is not None]
    many = Heard(1204, 2310, {**NOBODY, "better": 104, "no_change": 80, "worse": 1012, "mixed": 8})
    one = Heard(1, 23, {**NOBODY, "better": 0, "no_change": 1, "worse": 0, "mixed": 0})
    for heard in (*said, many, one):
        cell = table.visualRect(records.index(0, place))
        assert cell.right() < table.viewport().width()
        room = painted._below_bar(painted._inner(cell), bar_of(heard)).size()
        lines = painted.lines(bar_of(heard).words, font(Role.SMALL), room)
        assert "".join(lines) == bar_of(heard).words
    assert len(said) == 10


def test_at_200_percent_the_inspectors_words_give_way(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    def shown() -> list[str]:
        table, columns = priorities_screen.list.table, priorities_screen.records.columns
        return [
            each.heading for place, each in enumerate(columns) if not table.isColumnHidden(place)
        ]

    assert "In the inspectors’ words" in shown()
    apply(Look("light", 200))
    qtbot.wait(1)
    assert shown() == ["No.", "Priority", HEADING]
