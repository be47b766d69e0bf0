"""Whose export a file is: by its content, whatever it is called."""

from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from tests.importers.exports import Export, write_csv
from tests.importers.tools.all_exports import EXPORTS

_FIRST = [exports[0] for tool, exports in EXPORTS.items() if tool != "any_export"]


@pytest.mark.parametrize("export", _FIRST, ids=lambda export: export.tool)
def test_a_file_with_another_tool_s_name_is_still_known(tmp_path: Path, export: Export) -> None:
    path = write_csv(tmp_path, export).rename(tmp_path / "SurveyMonkey.xlsx")
    sheet = read(path)
    assert sheet.tool == export.tool
    assert sheet.confidence >= 0.9


def test_blank_rows_before_the_headings_are_passed_over(tmp_path: Path) -> None:
    export = EXPORTS["microsoft_forms"][0]
    path = write_csv(tmp_path, export)
    path.write_bytes(b"\r\n,,\r\n" + path.read_bytes())
    sheet = read(path)
    assert (sheet.tool, sheet.rows) == (export.tool, export.responses)
    assert sheet.preview()[0].number == 4


@pytest.mark.parametrize("export", _FIRST, ids=lambda export: export.tool)
def test_a_row_with_an_open_quotation_mark_hides_no_tool(tmp_path: Path, export: Export) -> None:
    path = write_csv(tmp_path, export)
    path.write_bytes(path.read_bytes() + b'"we wait,,,\r\n')
    sheet = read(path)
    assert (sheet.tool, sheet.rows, len(sheet.rejected)) == (export.tool, export.responses, 1)
