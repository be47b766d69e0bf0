"""Reading survey exports: what is guessed, what can be set, and that nothing is lost."""

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.cleaning import ungarbled
from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.importers.surveys import read
from pcf_desktop.paths import shipped
from pcf_desktop.progress import Cancelled
from tests.importers.exports import (
    WRITERS,
    Export,
    Value,
    answers_of,
    moment,
    others_of,
    save_xlsx,
)
from tests.importers.tools.exports_of_microsoft_forms import everything

HEAD = ["ID", "Start time", "Completion time", "Email", "Name"]


def _file(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "survey.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def _forms(tmp_path: Path, *columns: list[Value]) -> Path:
    """Write a workbook of Microsoft Forms with these question columns, heading first."""
    path = tmp_path / "forms.xlsx"
    count = len(columns[0])
    when = moment(2025, 3, 14, 9)
    front: list[list[Value]] = [list(HEAD)]
    front += [[number, when, when, "anonymous", None] for number in range(1, count)]
    save_xlsx(path, [[*row, *(column[at] for column in columns)] for at, row in enumerate(front)])
    return path


class TestGuesses:
    def test_the_day_comes_first_in_the_uk_and_doubt_is_said(self, tmp_path: Path) -> None:
        path = _file(
            tmp_path,
            "ID,Start time,Completion time,How was it?\n"
            "1,03/04/2025 09:00,03/04/2025 09:05,Fine\n2,04/05/2025 09:00,04/05/2025 09:01,Bad\n",
        )
        sheet = read(path)
        assert (sheet.date_order, sheet.ambiguous) == ("dmy", True)
        assert sheet.preview()[0].started == moment(2025, 4, 3, 9)
        assert any("3 April or 4 March" in warning for warning in sheet.warnings)
        american = read(path, Choices(date_order="mdy"))
        assert (american.date_order, american.ambiguous) == ("mdy", False)
        assert american.preview()[0].started == moment(2025, 3, 4, 9)

    def test_one_day_over_twelve_decides_for_all(self, tmp_path: Path) -> None:
        sheet = read(
            _file(
                tmp_path,
                "ID,Start time,Completion time,When did it begin?\n"
                "1,03/04/2025,03/04/2025,01/02/2020\n2,03/04/2025,03/25/2025,05/06/2021\n",
            )
        )
        assert (sheet.date_order, sheet.ambiguous) == ("mdy", False)

    def test_options_that_excel_made_dates_are_said(self, tmp_path: Path) -> None:
        ages: list[Value] = ["Age?", "0-2", moment(2025, 4, 3), moment(2025, 6, 5), "7+", "0-2"]
        sheet = read(_forms(tmp_path, ages))
        assert sheet.questions[5].kind is Kind.SINGLE
        assert any("turned options such as 3-4 into dates" in words for words in sheet.warnings)
        sheet = read(_file(tmp_path, "ID,Start time,Completion time,Age?\n1,,,03-Apr\n2,,,0-2\n"))
        assert any("(03-Apr)" in words for words in sheet.warnings)

    def test_unprintable_characters_are_replaced_and_counted(self, tmp_path: Path) -> None:
        sheet = read(_file(tmp_path, "ID,Start time,Completion time,Why?\n1,,,a\x0bb\x00c\x1bd\n"))
        assert sheet.preview()[0].cells[3] == "a\nb c d"
        assert "2 unprintable characters replaced by spaces." in sheet.warnings

    def test_a_formula_stays_text(self, tmp_path: Path) -> None:
        cells: list[Value] = ["What was said?", "=1+1", "+44 is where I stop", "@SUM(A1)", "-"]
        found = answers_of(read(_forms(tmp_path, cells)))
        assert found["What was said?"] == ("text", cells[1:])

    def test_a_cell_of_200_000_characters_stays_whole(self, tmp_path: Path) -> None:
        long = "word, " * 33_400
        text = f'ID,Start time,Completion time,Why?\n1,,,"{long}"\n'
        assert read(_file(tmp_path, text)).preview()[0].cells[3] == long

    def test_other_sheets_are_named(self, tmp_path: Path) -> None:
        import xlsxwriter  # noqa: PLC0415 - only here

        path = tmp_path / "two.xlsx"
        with xlsxwriter.Workbook(path) as book:
            book.add_worksheet("Notes").write(0, 0, "see the next sheet")
            page = book.add_worksheet("Form1")
            page.write_row(0, 0, [*HEAD, "Which one?"])
            page.write_row(1, 0, [1, 45000, 45000, "anonymous", "", "This"])
        sheet = read(path)
        assert sheet.sheet == "Form1"
        assert sheet.preview()[0].started == moment(2023, 3, 15)
        assert any("“Notes” was not read" in warning for warning in sheet.warnings)


class TestRows:
    def test_every_row_is_imported_blank_or_rejected_with_its_reason(self, tmp_path: Path) -> None:
        text = (
            "ID,Start time,Completion time,Why?\r\n1,,,short\r\n,,,\r\n2,,,a,b\r\n"
            '3,,,"never closed\r\n4\r\n5,,,"fine, really",\r\n\r\n'
        )
        sheet = read(_file(tmp_path, text))
        assert [(row.number, row.cells[0]) for row in sheet.responses()] == [
            (2, "1"),
            (6, "4"),
            (7, "5"),
        ]
        assert [(row.number, row.reason) for row in sheet.rejected] == [
            (4, "This row has 5 values under 4 headings, so they cannot be matched."),
            (5, "A quotation mark in this row is never closed."),
        ]
        assert sheet.rejected[0].values == ("2", "", "", "a", "b")
        assert sheet.blank_rows == 2

    def test_a_million_blank_rows_are_no_responses(self, tmp_path: Path) -> None:
        blank = ",,,,,\r\n" * 100_000
        text = f"{','.join(HEAD)},Why?\r\n{blank}1,,,,,So\r\n{blank}"
        sheet = read(_file(tmp_path, text))
        assert (sheet.rows, sheet.blank_rows) == (1, 200_000)
        assert sheet.preview()[0].number == 100_002

    def test_reading_can_be_stopped(self, tmp_path: Path) -> None:
        def stop(done: int, total: int) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            read(_forms(tmp_path, ["Why?", "So"]), progress=stop)


class TestChoices:
    def test_everything_guessed_can_be_set(self, tmp_path: Path) -> None:
        path = _file(
            tmp_path,
            "ID;Start time;Completion time;Stars;Which?;Said\n"
            "1;;;1;A, b, C;Yes\n2;;;2;C;No\n3;;;1;A, b;Yes\n".encode("cp1252"),
        )
        sheet = read(
            path,
            Choices(
                tool="any_export",
                encoding="latin-1",
                delimiter=";",
                header_rows=1,
                kinds={"stars": Kind.TEXT, "said": Kind.IDENTITY, "which?": Kind.MULTIPLE},
                options={"which?": ["A, b", "C"]},
                keep={"id": True, "which?": False},
            ),
        )
        assert (sheet.tool, sheet.encoding, sheet.delimiter) == ("any_export", "latin-1", ";")
        found = answers_of(sheet)
        assert found["Stars"] == ("text", ["1", "2", "1"])
        assert found["Said"][0] == "identity"
        kept = {each.key: each.keep for each in sheet.questions}
        assert kept["id"]
        assert not kept["said"]
        assert not kept["which?"]

    def test_options_once_known_split_next_year_s_cells(self, tmp_path: Path) -> None:
        path = _forms(tmp_path, ["Which?", "A; b;C;", "C;", "Own words;C;"])
        sheet = read(path, Choices(options={"which?": ["A; b", "C"]}))
        assert answers_of(sheet)["Which?"] == ("multiple", [("A; b", "C"), ("C",), ("Other", "C")])
        assert others_of(sheet) == {"Which?": {2: "Own words"}}

    def test_a_profile_read_as_json_gives_the_same_again(self, tmp_path: Path) -> None:
        path = _forms(
            tmp_path,
            ["Which?", "A;B;", "B;", "A;"],
            ["How good?", "Good", "Poor", "Poor"],
            ["Your name", "Ann", "Bo", None],
        )
        first = read(path)
        kept = json.loads(json.dumps(first.profile().as_data()))
        again = read(path, Choices.from_data(kept))
        assert again.questions == first.questions
        assert answers_of(again) == answers_of(first)

    def test_a_question_that_is_gone_is_said(self, tmp_path: Path) -> None:
        sheet = read(_forms(tmp_path, ["Why?", "So"]), Choices(keep={"where?": True}))
        assert "1 question of the saved mapping is not in this file." in sheet.warnings

    def test_what_there_is_not_cannot_be_chosen(self, tmp_path: Path) -> None:
        path = _forms(tmp_path, ["Why?", "So"])
        with pytest.raises(UserError, match="No survey tool is called"):
            read(path, Choices(tool="abacus"))
        with pytest.raises(UserError, match="no sheet called"):
            read(path, Choices(sheet="Sheet9"))


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=30
).map(str.strip)
_STORY = (
    st.lists(_WORDS, min_size=1, max_size=3)
    .map("\n".join)
    .map(str.strip)
    .filter(lambda text: ungarbled(text) == text)  # what looks garbled is put right
)
_NAME = st.text(alphabet="abcdefgh \u00e9\N{SNOWMAN},;\"'", min_size=3, max_size=25).map(
    lambda text: " ".join(text.split()).strip(" ,;\"'*:")
)


@st.composite
def _exports(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    names = draw(
        st.lists(_NAME.filter(bool), min_size=1, max_size=4, unique_by=lambda name: name.lower())
    )
    rows = draw(
        st.lists(st.lists(_STORY, min_size=len(names), max_size=len(names)), min_size=1, max_size=8)
    )
    return [f"What about {name}?" for name in names], rows


@given(
    _exports(), st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-16"]), st.data()
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_every_cell_of_any_export_is_read(
    tmp_path: Path,
    export: tuple[list[str], list[list[str]]],
    delimiter: str,
    encoding: str,
    data: st.DataObject,
) -> None:
    names, rows = export
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([*HEAD, *names])
    for number, row in enumerate(rows, start=1):
        if data.draw(st.booleans()):
            writer.writerow([""] * len(HEAD))
        cells = [str(number), "", "", "", "", *row]
        while data.draw(st.booleans()) and cells[-1] == "":
            cells.pop()
        writer.writerow(cells)
    path = tmp_path / "any.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    kinds = {" ".join(name.split()).lower().strip(" :*"): Kind.TEXT for name in names}
    sheet = read(path, Choices(kinds=kinds, delimiter=delimiter))
    assert sheet.rows == len(rows)
    assert not sheet.rejected
    for row, response in zip(rows, sheet.responses(), strict=True):
        assert list(response.cells[len(HEAD) :]) == [text or None for text in row]


_OPTION = (
    st.text(alphabet="ABCdefg \u00e9\N{SNOWMAN},'\"", min_size=3, max_size=14)
    .map(lambda text: " ".join(text.split()).strip(" ,'\""))
    .filter(lambda text: len(text) > 1)
)


@given(st.lists(_OPTION, min_size=2, max_size=6, unique=True), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_every_choice_of_any_form_is_read(
    tmp_path: Path, options: list[str], data: st.DataObject
) -> None:
    chosen = data.draw(
        st.lists(
            st.lists(st.sampled_from(options), unique=True, max_size=4), min_size=4, max_size=12
        ).filter(lambda rows: any(len(row) > 1 for row in rows))
    )
    chosen += [options, options]  # what is chosen once may be a text of one's own
    cells: list[Value] = ["".join(f"{option};" for option in row) or None for row in chosen]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [[*HEAD, "Which of these?"], *([at, "", "", "", "", cell] for at, cell in enumerate(cells))]
    )
    sheet = read(_file(tmp_path, out.getvalue()))
    assert answers_of(sheet)["Which of these?"] == (
        "multiple",
        [tuple(row) or None for row in chosen],
    )


class TestFilesByAnotherHand:
    """Shapes that were missed when first tried on files written apart from the readers."""

    def test_a_second_child_in_the_sample_is_read_like_the_first(self) -> None:
        questions = read(shipped("resources", "samples", "shropshire-survey.xlsx")).questions
        again = [each for each in questions if each.occurrence == 2]
        first = {each.text: each for each in questions if each.occurrence == 1}
        assert [each.text.split()[0] for each in again] == ["How", "What", "Where"]
        for each in again:
            assert (each.kind, each.options) == (first[each.text].kind, first[each.text].options)
            assert each.key.endswith(" #2")

    def test_a_third_child_with_one_answer_is_no_comment(self, tmp_path: Path) -> None:
        rows = [f"{'Autism' if at % 2 else 'Deaf'},{'ADHD' if at == 3 else ''}" for at in range(12)]
        path = _file(tmp_path, "\n".join(["Child's need?,Child's need?", *rows]))
        kinds = [(each.occurrence, each.kind) for each in read(path).questions]
        assert kinds == [(1, Kind.SINGLE), (2, Kind.SINGLE)]

    def test_a_row_of_totals_is_rejected_and_said(self, tmp_path: Path) -> None:
        rows = [f"P{at},{'Yes' if at % 2 else 'No'},{at + 4}" for at in range(12)]
        head = "Form no.,Do you have a plan?,Weeks waited"
        sheet = read(_file(tmp_path, "\n".join([head, *rows, "Total,,114"])))
        assert (sheet.rows, len(sheet.rejected)) == (12, 1)
        assert "1 row at the end holds totals and is not read." in sheet.warnings

    def test_sections_above_the_questions_are_left_out(self, tmp_path: Path) -> None:
        head = [
            "About your child,,About services,",
            "Year group,Status,How good is,",
            ",,GP,School",
        ]
        rows = [f"Primary,{'Plan' if at % 2 else 'None'},Good,Poor" for at in range(8)]
        sheet = read(_file(tmp_path, "\n".join([*head, *rows])))
        assert [(each.text, each.row) for each in sheet.questions] == [
            ("Year group", None),
            ("Status", None),
            ("How good is", "GP"),
            ("How good is", "School"),
        ]


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_reading_leaves_no_copy_of_the_answers_anywhere(
    tmp_path: Path, write: Callable[[Path, Export], Path]
) -> None:
    path = write(tmp_path, everything)
    opened: set[str] = set()
    armed = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if armed[0] and event == "open" and not str(arguments[0]).endswith((".py", ".pyc")):
            opened.add(str(arguments[0]))

    sys.addaudithook(watch)
    sheet = read(path)
    assert len(list(sheet.responses())) == sheet.rows
    armed[0] = False
    assert opened <= {str(path), os.devnull}
