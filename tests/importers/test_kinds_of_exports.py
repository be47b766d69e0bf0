"""Small exports, each of a kind that once turned or lost answers: what is right in them."""

from collections import Counter
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Kind, Sheet, SheetQuestion
from pcf_desktop.importers.surveys import read

FILES = Path(__file__).parents[1] / "files" / "surveys" / "kinds"
ASKED = frozenset(Kind) - {Kind.SYSTEM, Kind.IDENTITY}
PARTLY = {"Yes, fully", "Yes, partly", "No"}
HELP = {"Not at all", "A little", "Quite a bit", "Very much"}
SERVICES = {"Speech therapy", "Short breaks", "Transport"}
RATED = {"Good", "Fair", "Poor"}

RIGHT: dict[str, tuple[str, int, int, list[tuple[str, set[str], int]]]] = {
    "commas_in_options.csv": (
        *("limesurvey", 1, 20),
        [
            (
                "single",
                {
                    *("Yes, in a letter", "Yes, by telephone and letter", "No, not at all"),
                    "No, but I found out myself",
                },
                20,
            ),
            ("single", PARTLY, 20),
        ],
    ),
    "commas_surveymonkey.csv": ("surveymonkey", 2, 20, [("single", PARTLY, 20)]),
    "rare_options.csv": (
        *("google_forms", 1, 24),
        [
            *[("grid", HELP, 24)] * 4,
            ("single", {"Under 5", "5 to 10", "11 to 15", "16 to 19"}, 24),
            ("single", {"Mainstream school", "Special school", "Educated at home"}, 24),
        ],
    ),
    "qualtrics_three_rows.csv": (
        *("qualtrics", 3, 12),
        [
            ("single", {"Under 20 weeks", "20 to 30 weeks", "Over 30 weeks"}, 12),
            ("multiple", SERVICES, 12),
            *[("grid", RATED, 12)] * 2,
            ("text", set(), 8),
        ],
    ),
    "headings_are_numbers.csv": (
        *("limesurvey", 1, 10),
        [
            ("scale", set("12345"), 10),
            ("multiple", {"SQ001", "SQ002"}, 8),
            ("single", {"A1", "A2", "A3"}, 10),
            ("single", {"A1", "Other"}, 10),
        ],
    ),
    "not_shown.csv": (
        *("limesurvey", 1, 20),
        [
            ("single", {"Yes", "No"}, 20),
            ("multiple", {"Education", "Health", "Social care"}, 10),
        ],
    ),
    "survey123.csv": (
        *("survey123", 1, 15),
        [
            ("multiple", {"speech_therapy", "short_breaks", "transport"}, 15),
            ("scale", RATED, 15),
            ("text", set(), 3),
        ],
    ),
    "question_above_each_option.csv": (
        *("surveymonkey", 2, 12),
        [("multiple", SERVICES, 11), ("scale", set("12345"), 12)],
    ),
    "codes_with_digits.csv": (
        *("limesurvey", 1, 12),
        [
            ("single", {"5-10", "11-15"}, 12),
            ("single", {"Yes", "No"}, 12),
            ("single", {"School", "Home"}, 12),
            ("scale", {"A lot", "A little"}, 12),
            ("single", {"The forum", "The council"}, 12),
        ],
    ),
    "question_above_questions.csv": (
        *("any_export", 2, 12),
        [
            ("multiple", SERVICES, 11),
            ("scale", {"Satisfied", "Neither", "Dissatisfied"}, 12),
            ("text", set(), 9),
        ],
    ),
    "typeform.csv": (
        *("typeform", 1, 12),
        [
            ("scale", set("12345"), 12),
            ("single", {"Speakers"}, 12),
            ("text", set(), 6),
        ],
    ),
    "kobo.csv": (
        *("kobotoolbox", 1, 40),
        [
            (
                "single",
                {"Less than 6 months", "6 to 12 months", "1 to 2 years", "More than 2 years"},
                40,
            ),
            ("multiple", {"CAMHS", "Speech and language", "Other"}, 40),
            ("text", set(), 40),
        ],
    ),
}
RIGHT["qualtrics_two_rows.csv"] = ("qualtrics", 2, 12, RIGHT["qualtrics_three_rows.csv"][3])


def _asked(sheet: Sheet) -> list[SheetQuestion]:
    return [each for each in sheet.questions if each.kind in ASKED]


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_each_question_is_of_its_kind_with_its_options_and_its_base(name: str) -> None:
    sheet = read(FILES / name)
    tool, header_rows, rows, questions = RIGHT[name]
    assert (sheet.tool, sheet.header_rows, sheet.rows) == (tool, header_rows, rows)
    found = [(str(each.kind), set(each.options), each.answered) for each in _asked(sheet)]
    assert found == questions


def test_who_saw_the_boxes_and_ticked_none_is_in_the_base() -> None:
    answers = [row.cells[5] for row in read(FILES / "not_shown.csv").responses()]
    ticks = Counter(option for cell in answers if isinstance(cell, tuple) for option in cell)
    assert ticks == {"Education": 5, "Social care": 4}
    assert (answers.count(()), answers.count(None)) == (3, 10)


def test_the_codes_of_questions_keep_their_digits() -> None:
    labels = [each.label for each in _asked(read(FILES / "codes_with_digits.csv"))]
    assert labels == ["child", "child1", "child2", "help", "help2"]


def test_a_comma_in_an_unknown_export_parts_no_answer() -> None:
    assert set(_asked(read(FILES / "commas_any.csv"))[-1].options) == PARTLY


def test_a_summary_is_refused() -> None:
    with pytest.raises(UserError, match="This is a summary"):
        read(FILES / "summary.csv")
