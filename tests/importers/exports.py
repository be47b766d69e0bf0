"""Made-up survey exports, and writers for every kind of file that they come in."""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from pcf_desktop.importers.sheet import Answer, Sheet

Value = str | int | float | datetime | date | None
Expected = tuple[str, Sequence[Answer]]


def moment(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    """Return a moment without zone, as surveys hold it."""
    return datetime.combine(date(year, month, day), time(hour, minute, second))


@dataclass(frozen=True)
class Export:
    """Rows as the tool writes them, and what must be read: kind and answers by label.

    `others` are the texts under *Other* by label and response. Questions of kind system and
    identity that are not named in `questions` are not compared.
    """

    name: str
    tool: str
    rows: Sequence[Sequence[Value]]
    questions: Mapping[str, Expected]
    others: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    header_rows: int = 1
    skip: int = 0
    date_format: str = "%d/%m/%Y %H:%M:%S"
    complete: int | None = None

    @property
    def responses(self) -> int:
        return len([row for row in self.rows[self.skip + self.header_rows :] if any(row)])


def text_of(value: Value, date_format: str) -> str:
    if isinstance(value, datetime):
        return value.strftime(date_format)
    return "" if value is None else str(value)


def csv_bytes(
    export: Export, *, delimiter: str = ",", encoding: str = "utf-8", line_end: str = "\r\n"
) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end)
    for row in export.rows:
        writer.writerow([text_of(value, export.date_format) for value in row])
    return out.getvalue().encode(encoding)


def write_csv(folder: Path, export: Export, **options: str) -> Path:
    path = folder / "download.csv"
    path.write_bytes(csv_bytes(export, **options))
    return path


def write_cp1252(folder: Path, export: Export) -> Path:
    return write_csv(folder, export, encoding="cp1252")


def write_tsv_utf16(folder: Path, export: Export) -> Path:
    path = folder / "unicode text.txt"
    path.write_bytes(csv_bytes(export, delimiter="\t", encoding="utf-16"))
    return path


def write_semicolons(folder: Path, export: Export) -> Path:
    path = folder / "europe.csv"
    path.write_bytes(csv_bytes(export, delimiter=";", encoding="utf-8-sig", line_end="\n"))
    return path


def write_xlsx(folder: Path, export: Export) -> Path:
    path = folder / "export.data"
    save_xlsx(path, export.rows)
    return path


def save_xlsx(path: Path, rows: Sequence[Sequence[Value]], sheet: str = "Sheet1") -> None:
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet)
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, datetime | date):
                page.write_datetime(at, place, value, moment)
            elif isinstance(value, str):
                page.write_string(at, place, value)
            elif value is not None:
                page.write_number(at, place, value)
    book.close()


def write_ods(folder: Path, export: Export) -> Path:
    path = folder / "export.ods"
    path.write_bytes(ods_bytes(export.rows))
    return path


def write_zip(folder: Path, export: Export) -> Path:
    path = folder / "download.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("CSV/Sheet_1.csv", csv_bytes(export))
        archive.writestr("__MACOSX/CSV/._Sheet_1.csv", b"\x00\x05\x16\x07")
    return path


WRITERS: tuple[Callable[[Path, Export], Path], ...] = (
    write_csv,
    write_tsv_utf16,
    write_semicolons,
    write_xlsx,
    write_ods,
    write_zip,
)

_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods_bytes(rows: Sequence[Sequence[Value]]) -> bytes:
    body = "".join(
        "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows
    )
    return ods_of(f'<table:table table:name="Sheet1">{body}</table:table>')


def ods_of(tables: str) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_SPACES} '
        f'office:version="1.2"><office:body><office:spreadsheet>{tables}</office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS_TYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest="
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
            "</manifest:manifest>",
        )
    return out.getvalue()


def _ods_cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, datetime):
        stamp = value.isoformat()
        return f'<table:table-cell office:value-type="date" office:date-value="{stamp}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    lines = "".join(
        f"<text:p>{_ods_spaces(escape(line))}</text:p>" for line in str(value).split("\n")
    )
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _ods_spaces(text: str) -> str:
    return text.replace("  ", " <text:s/>")


def answers_of(sheet: Sheet) -> dict[str, Expected]:
    """Return kind and answers of every question by its label."""
    rows = list(sheet.responses())
    return {
        question.label: (str(question.kind), [row.cells[index] for row in rows])
        for index, question in enumerate(sheet.questions)
    }


def others_of(sheet: Sheet) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    for place, row in enumerate(sheet.responses()):
        for index, text in row.others.items():
            found.setdefault(sheet.questions[index].label, {})[place] = text
    return found


def assert_read(sheet: Sheet, export: Export) -> None:
    """Compare everything that was read with what the export says."""
    assert sheet.tool == export.tool
    assert sheet.header_rows == export.header_rows
    assert sheet.rows == export.responses
    assert not sheet.rejected
    if export.complete is not None:
        assert sheet.complete_rows == export.complete
    found = answers_of(sheet)
    kept = {question.label for question in sheet.questions if question.keep}
    assert kept <= set(export.questions)
    for label, (kind, answers) in export.questions.items():
        assert (label, found[label][0]) == (label, kind)
        assert (label, list(found[label][1])) == (label, list(answers))
    assert others_of(sheet) == {label: dict(texts) for label, texts in export.others.items()}
