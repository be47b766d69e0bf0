"""The first rows of a file as they will be kept."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.surveys.export_file import open_export
from pcf_desktop.ui.surveys.preview import Preview


def headings(preview: Preview) -> list[str]:
    model = preview.table.model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def test_twenty_answers_with_a_column_for_each_question_kept(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    export = open_export(samples.survey_file(), Choices(), silent)
    preview.show_sheet(export.sheet)
    model = preview.table.model()
    assert model.rowCount() == 20
    assert model.data(model.index(0, 0)) == "2"
    assert model.data(model.index(0, 1)).endswith(" 2021")
    before = headings(preview)
    assert "Email" not in before
    assert all(len(heading) <= 31 for heading in before)
    first = next(q for q in export.sheet.questions if q.keep)
    preview.show_sheet(export.keeping([first.key], keep=False).sheet)
    assert len(headings(preview)) == len(before) - 1
