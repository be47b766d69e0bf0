"""The first page offers one's own forum before anything else."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.start.welcome import Welcome

SAMPLES = [("shropshire", "Shropshire"), ("somerset", "Somerset")]


def test_without_a_forum_making_one_is_the_main_thing(qtbot: QtBot) -> None:
    page = Welcome([], SAMPLES)
    qtbot.addWidget(page)
    first = page.first_focus()
    assert isinstance(first, Button)
    assert first.kind is Rank.PRIMARY
    with qtbot.waitSignal(page.wanted):
        first.click()


def test_with_a_forum_it_comes_first(qtbot: QtBot) -> None:
    page = Welcome([Path("a") / "Our forum"], SAMPLES)
    qtbot.addWidget(page)
    first = page.first_focus()
    assert isinstance(first, TaskRow)
    with qtbot.waitSignal(page.opened) as opened:
        first.click()
    assert opened.args == [Path("a") / "Our forum"]


def test_a_sample_is_chosen_by_its_area(qtbot: QtBot) -> None:
    page = Welcome([], SAMPLES)
    qtbot.addWidget(page)
    rows = {row.accessibleName(): row for row in page.findChildren(TaskRow)}
    with qtbot.waitSignal(page.tried) as tried:
        rows["Somerset"].click()
    assert tried.args == ["somerset"]
