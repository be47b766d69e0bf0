"""LimeSurvey: every cell of every export, in every kind of file."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.sheet import Kind
from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, Value, assert_read, save_xlsx
from tests.importers.tools.exports_of_limesurvey import EXPORTS


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)


def test_columns_of_yes_and_no_are_ticks_where_the_question_lets_one_choose_several(
    tmp_path: Path,
) -> None:
    front = ["Response ID", "Date submitted", "Last page"]
    which, agree = "Which of these have you used?", "Was it so?"
    rows: list[list[Value]] = [
        [*front, f"{which} [Clubs]", f"{which} [CAMHS]", f"{agree} [Warm]", f"{agree} [Quick]"],
        [1, "2025-03-01 10:00:00", 2, "Yes", "No", "No", "Yes"],
        [2, "2025-03-02 10:00:00", 2, "Yes", "Yes", "Yes", "No"],
        [3, "2025-03-02 11:00:00", 2, "No", "No", "Yes", "Yes"],
    ]
    path = tmp_path / "answers.xlsx"
    save_xlsx(path, rows)
    sheet = read(path)
    assert [(each.label, each.kind) for each in sheet.questions[3:]] == [
        (which, Kind.MULTIPLE),
        (f"{agree} [Warm]", Kind.GRID),
        (f"{agree} [Quick]", Kind.GRID),
    ]
    assert [row.cells[3] for row in sheet.responses()] == [("Clubs",), ("Clubs", "CAMHS"), ()]


def test_answers_of_the_structure_that_go_by_degrees_are_a_scale(tmp_path: Path) -> None:
    words = ("Got better", "Stayed the same", "Got worse")
    answers = "".join(
        f"<row><qid>1</qid><code>A{at}</code><answer>{word}</answer><sortorder>{at}</sortorder></row>"
        for at, word in enumerate(words, start=1)
    )
    path = tmp_path / "survey.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "survey.lss",
            "<?xml version='1.0'?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
            "<questions><rows><row><qid>1</qid><title>Q1</title><type>L</type>"
            "<question>And now?</question>"
            f"</row></rows></questions><answers><rows>{answers}</rows></answers></document>",
        )
        archive.writestr(
            "answers.csv",
            '"id","submitdate","Q1"\n"1","2025-03-01 10:00:00","A3"\n'
            '"2","2025-03-02 10:00:00","A1"\n',
        )
    question = read(path).questions[2]
    assert (question.kind, question.options) == (Kind.SCALE, words)
