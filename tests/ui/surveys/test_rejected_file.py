"""The rows left out become a file where the person wants it, or none."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices, Rejected
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.surveys import rejected_file
from pcf_desktop.ui.surveys.export_file import open_export
from tests.ui.desk import LoneDesk


def test_it_is_asked_for_beside_the_export_and_written(
    desk: LoneDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export = open_export(samples.survey_file(), Choices(), silent)
    left = (Rejected(7, "This row has 16 values under 14 headings."),)
    export = replace(export, sheet=replace(export.sheet, rejected=left))
    asked: list[str] = []
    answer = str(tmp_path / "rows.csv")

    def ask(_parent: QWidget, _title: str, suggested: str, *_rest: object) -> tuple[str, str]:
        asked.append(suggested)
        return answer, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = QWidget()
    qtbot.addWidget(window)
    path = rejected_file.ask(window, export)
    assert path == tmp_path / "rows.csv"
    assert asked == [str(export.path.with_name(f"{export.path.stem} - rows left out.csv"))]
    with qtbot.waitSignal(rejected_file.save(desk, export, path).done):
        pass
    assert "16 values under 14 headings" in path.read_text("utf-8-sig")
    assert desk.said == ["Saved as rows.csv. It is not encrypted: delete it when it is mended."]
    answer = ""
    assert rejected_file.ask(window, export) is None
