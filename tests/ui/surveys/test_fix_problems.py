"""What the reading of a file stumbled over."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices, Rejected
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.surveys.export_file import ExportFile, open_export
from pcf_desktop.ui.surveys.fix_problems import FixProblems


@pytest.fixture
def export() -> ExportFile:
    return open_export(samples.survey_file(), Choices(), silent)


def shown(
    export: ExportFile,
    qtbot: QtBot,
    date_order: str | None = None,
    warnings: tuple[str, ...] = (),
    rejected: tuple[Rejected, ...] = (),
) -> FixProblems:
    order = date_order or export.sheet.date_order
    sheet = replace(export.sheet, date_order=order, warnings=warnings, rejected=rejected)
    page = FixProblems()
    qtbot.addWidget(page)
    page.show_export(replace(export, sheet=sheet))
    page.show()
    return page


def titles(page: FixProblems) -> list[str]:
    return [card.title.text() for card in page.findChildren(Card) if card.isVisible()]


def test_a_sound_file_has_nothing_to_fix(export: ExportFile, qtbot: QtBot) -> None:
    page = shown(export, qtbot)
    assert page.dates is None
    assert titles(page) == [""]


def test_dates_are_settled_once_for_every_row(export: ExportFile, qtbot: QtBot) -> None:
    warning = "Some dates have the day first and some the month; they are read day first."
    page = shown(export, qtbot, date_order="dmy", warnings=(warning,))
    assert titles(page) == ["Dates", "Good to know"]
    assert page.dates is not None
    assert page.dates.value() == ("dmy",)
    with qtbot.waitSignal(page.chosen) as chosen:
        page.dates._chips["mdy"].click()
    assert chosen.args == [Choices(date_order="mdy")]


def test_what_is_hidden_can_be_read_too(export: ExportFile, qtbot: QtBot) -> None:
    page = shown(export, qtbot, warnings=("The sheet “Old” is hidden and was not read.",))
    (read,) = page.findChildren(Button)
    with qtbot.waitSignal(page.chosen) as chosen:
        read.click()
    assert chosen.args == [Choices(hidden=True)]


def test_rows_left_out_stand_together_by_cause(export: ExportFile, qtbot: QtBot) -> None:
    rejected = (Rejected(7, "Too long."), Rejected(9, "Too long."), Rejected(8, "Broken."))
    page = shown(export, qtbot, rejected=rejected)
    assert titles(page) == ["2 rows left out", "1 row left out"]
    with qtbot.waitSignal(page.save_wanted):
        page.findChildren(Button)[0].click()
