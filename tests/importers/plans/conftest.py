"""Makes plan files of all shapes: real workbooks, CSV and Word documents, with made-up actions."""

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias

import pytest
import xlsxwriter
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell

from pcf_desktop.importers.plans.plan import PlanRead

Value: TypeAlias = str | float | date | None
Rows: TypeAlias = Sequence[Sequence[Value]]
MakeWorkbook: TypeAlias = Callable[..., Path]
MakeWord: TypeAlias = Callable[[Callable[[WordDocument], None]], Path]
CsvPlan: TypeAlias = Callable[[Rows], Path]

HEADER = ("Ref", "Action", "Lead", "By when", "RAG")


@pytest.fixture
def workbook(tmp_path: Path) -> MakeWorkbook:
    """Write a workbook: sheets by name, fills and merged ranges as (sheet, row, column[, …])."""

    def make(
        sheets: Mapping[str, Rows],
        fills: Mapping[tuple[str, int, int], str] | None = None,
        merged: Sequence[tuple[str, int, int, int, int]] = (),
    ) -> Path:
        path = tmp_path / "plan.xlsx"
        book = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for _, top, left, bottom, right in (each for each in merged if each[0] == name):
                sheet.merge_range(top, left, bottom, right, "")
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    fill = (fills or {}).get((name, row, column))
                    look = book.add_format({"bg_color": fill}) if fill else None
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, datetime.combine(value, time()), day)
                    elif value is not None or fill:
                        sheet.write(row, column, value, look)
        book.close()
        return path

    return make


@pytest.fixture
def csv_plan(tmp_path: Path) -> Callable[[Rows], Path]:
    """Write a CSV as UK Excel saves it."""

    def make(rows: Rows) -> Path:
        path = tmp_path / "plan.csv"
        with path.open("w", newline="", encoding="cp1252") as stream:
            csv.writer(stream).writerows(rows)
        return path

    return make


@pytest.fixture
def word(tmp_path: Path) -> MakeWord:
    """Write a Word document that a function has filled."""

    def make(fill: Callable[[WordDocument], None]) -> Path:
        document = Document()
        fill(document)
        path = tmp_path / "plan.docx"
        document.save(str(path))
        return path

    return make


def add_table(document: WordDocument, rows: Sequence[Sequence[str]]) -> list[list[_Cell]]:
    """Add a table and return its cells."""
    table = document.add_table(len(rows), len(rows[0]))
    cells = [list(row.cells) for row in table.rows]
    for line, texts in zip(cells, rows, strict=True):
        for cell, text in zip(line, texts, strict=True):
            cell.text = text
    return cells


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a background."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)


def refs(plan: PlanRead) -> list[str | None]:
    """Return the refs of a plan's actions."""
    return [action.ref for action in plan.actions]


def colours(plan: PlanRead) -> list[str | None]:
    """Return the colours of a plan's actions."""
    return [action.rag.key if action.rag else None for action in plan.actions]


def said(plan: PlanRead, words: str) -> bool:
    """Return whether a warning of the plan holds these words."""
    return any(words in warning for warning in plan.warnings)
