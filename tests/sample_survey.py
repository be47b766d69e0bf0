"""Writes the made-up survey as Microsoft Forms exports it: `python -m tests.sample_survey`."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

from pcf_desktop.paths import shipped

Cell: TypeAlias = str | int | datetime | None

ANSWERS = shipped("resources", "samples", "shropshire-answers.toml")
EXPORT = shipped("resources", "samples", "shropshire-survey.xlsx")
SYSTEM_COLUMNS = ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time")


def table(answers: Path) -> Iterator[list[Cell]]:
    """Yield the header and then a row for each answer, in the columns of Microsoft Forms."""
    survey = tomllib.loads(answers.read_text("utf-8"))
    questions = survey["questions"]
    yield [*SYSTEM_COLUMNS, *(question["header"] for question in questions)]
    for answer in survey["answers"]:
        told = (_cell(answer.get(question["key"])) for question in questions)
        yield [answer["id"], answer["started"], answer["completed"], "anonymous", None, None, *told]


def _cell(value: str | int | list[str] | None) -> Cell:
    # Microsoft Forms joins ticks with a semicolon and leaves one at the end.
    return ";".join(value) + ";" if isinstance(value, list) else value


def write(answers: Path, export: Path) -> None:
    """Write `export`, an xlsx workbook, from `answers`, the TOML that a person edits."""
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(export, options) as book:
        # A fixed moment, so that an unchanged source gives an unchanged file.
        book.set_properties({"created": datetime.fromisoformat("2021-11-30T21:00:00")})
        sheet = book.add_worksheet("Sheet1")
        moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for number, row in enumerate(table(answers)):
            for column, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(number, column, value, moment)
                else:
                    sheet.write(number, column, value)


if __name__ == "__main__":
    write(ANSWERS, EXPORT)
