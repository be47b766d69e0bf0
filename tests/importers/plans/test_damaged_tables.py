"""Plans that programs have damaged or dressed up: nothing is guessed or dropped in silence."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from pcf_desktop.errors import UserError
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import HEADER, CsvPlan, MakeWorkbook, refs, said

PLAN = "Ref,Action,Lead,By when\n1,Meet caf\u00e9 owners,Ann,2024\n2,Ask,Ben,2025\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_delimiter_gives_the_same_plan(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "plan"
    path.write_text(PLAN.replace(",", delimiter), encoding=encoding)
    plan = read_plan(path)
    assert [action.words for action in plan.actions] == ["Meet caf\u00e9 owners", "Ask"]


def test_a_line_that_says_the_separator_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("sep=;\n" + PLAN.replace(",", ";"), encoding="utf-8")
    assert refs(read_plan(path)) == ["1", "2"]


def test_a_quotation_mark_never_closed_costs_its_own_row_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN + '3,"Write,Cat,2025\n4,Print,Dan,2025\n', encoding="utf-8")
    plan = read_plan(path)
    assert refs(plan) == ["1", "2", "4"]
    assert said(plan, "Row 4: A quotation mark in this row is never closed.")


def test_headings_that_stand_twice_keep_both_texts(csv_plan: CsvPlan) -> None:
    plan = read_plan(csv_plan([["Ref", "Action", "Lead", "Lead"], ["1", "Meet", "Ann", "Ben"]]))
    assert plan.actions[0].fields[PlanColumn.LEAD] == "Lead: Ann\nLead: Ben"


@pytest.mark.parametrize(
    ("text", "latest", "doubt"),
    [
        ("31/02/2024", None, "There is no such day."),
        ("03/04/2024", date(2024, 4, 3), ""),
        ("Q2", None, "The year is not given."),
        ("Spring term 2024", date(2024, 3, 31), "Term dates are approximate"),
        ("Oct 23", date(2023, 10, 31), "not as a day of the month"),
    ],
)
def test_a_doubtful_date_is_never_guessed_in_silence(
    csv_plan: CsvPlan, text: str, latest: date | None, doubt: str
) -> None:
    plan = read_plan(csv_plan([HEADER, ["1", "Meet", "A", text, "G"]]))
    end = plan.actions[0].end
    assert end is not None
    assert (end.text, end.latest) == (text, latest)
    assert said(plan, doubt) if doubt else plan.warnings == ()


@pytest.mark.parametrize("options", [{}, {"date_1904": True}])
def test_days_of_excel_are_the_same_in_both_of_its_calendars(
    tmp_path: Path, options: dict[str, bool]
) -> None:
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(path, options)
    sheet, day = book.add_worksheet("P"), book.add_format({"num_format": "dd/mm/yy"})
    sheet.write_row(0, 0, HEADER)
    sheet.write_row(1, 0, ["1", "Meet", "A"])
    sheet.write_datetime(1, 3, date(2024, 4, 3), day)
    book.close()
    end = read_plan(path).actions[0].end
    assert end is not None
    assert (end.earliest, end.latest) == (date(2024, 4, 3), date(2024, 4, 3))


def test_macros_and_links_of_a_workbook_are_named_and_left_alone(workbook: MakeWorkbook) -> None:
    path = workbook({"P": [HEADER, ["1", "Meet", "A", "2024", "G"]]})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00")
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    plan = read_plan(path)
    assert refs(plan) == ["1"]
    assert said(plan, "macros")
    assert said(plan, "Links to other workbooks were not followed.")


def test_a_workbook_with_entities_is_refused(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path, made = workbook({"P": [HEADER, ["1", "Meet", "A", "2024", "G"]]}), tmp_path / "made.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/styles.xml":
                content = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
            new.writestr(name, content)
    with pytest.raises(UserError, match="instructions that workbooks never have"):
        read_plan(made)


def test_a_pdf_says_how_to_get_the_plan_instead(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7 ...")
    with pytest.raises(UserError, match="a PDF") as caught:
        read_plan(path)
    assert "Word or Excel" in caught.value.todo
