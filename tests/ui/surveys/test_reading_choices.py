"""How a file is read, and reading it another way."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.surveys.export_file import ExportFile, open_export
from pcf_desktop.ui.surveys.reading_choices import ReadingChoices


@pytest.fixture
def export() -> ExportFile:
    return open_export(samples.survey_file(), Choices(), silent)


@pytest.fixture
def choices(export: ExportFile, qtbot: QtBot) -> ReadingChoices:
    made = ReadingChoices()
    qtbot.addWidget(made)
    made.show_export(export)
    made.show()
    return made


def test_what_was_guessed_stands_in_the_fields(choices: ReadingChoices) -> None:
    assert (choices.tool.value(), choices.headers.value()) == ("microsoft_forms", "1")
    assert not choices.encoding.isVisible()
    assert not choices.table.isVisible()
    assert not choices.ask.isVisible()
    assert choices.settled


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("tool", "any_export", Choices(tool="any_export")),
        ("headers", "2", Choices(header_rows=2)),
        ("order", "mdy", Choices(date_order="mdy")),
    ],
)
def test_each_guess_can_be_changed(
    choices: ReadingChoices, qtbot: QtBot, field: str, value: str, wanted: Choices
) -> None:
    with qtbot.waitSignal(choices.chosen) as chosen:
        getattr(choices, field).set_value(value)
    assert chosen.args == [wanted]


def test_a_text_file_shows_its_letters_and_what_separates_columns(
    choices: ReadingChoices, export: ExportFile, qtbot: QtBot
) -> None:
    sheet = replace(export.sheet, encoding="cp437", delimiter=";", sheet=None)
    choices.show_export(replace(export, sheet=sheet))
    assert (choices.encoding.value(), choices.delimiter.value()) == ("cp437", ";")
    with qtbot.waitSignal(choices.chosen) as chosen:
        choices.encoding.set_value("utf-8")
    assert chosen.args == [Choices(encoding="utf-8")]


def test_another_sheet_is_read_from_scratch(
    choices: ReadingChoices, export: ExportFile, qtbot: QtBot
) -> None:
    choices.show_export(
        replace(export, tables=("Sheet1", "Spring"), choices=Choices(tool="jotform"))
    )
    assert choices.table.isVisible()
    with qtbot.waitSignal(choices.chosen) as chosen:
        choices.table.set_value("Spring")
    assert chosen.args == [Choices(sheet="Spring")]


def test_an_order_that_nothing_decides_is_asked_for(
    choices: ReadingChoices, export: ExportFile
) -> None:
    sheet = replace(export.sheet, ambiguous=True, date_order="dmy")
    choices.show_export(replace(export, sheet=sheet))
    assert choices.ask.isVisible()
    assert choices.order.value() == ""
    assert not choices.settled
