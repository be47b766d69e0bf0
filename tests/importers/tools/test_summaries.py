"""A table of counts is no survey: it is refused in words, and what holds answers never is."""

from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.surveys import read
from tests.importers.exports import Value, save_xlsx
from tests.importers.tools.all_exports import EXPORTS

_SURVEYMONKEY: list[list[Value]] = [
    ["How satisfied are you?", None, None],
    ["Answer Choices", "Responses", None],
    ["Satisfied", 0.75, 30],
    ["Dissatisfied", 0.25, 10],
    [None, "Answered", 40],
    [None, "Skipped", 3],
]
_SMARTSURVEY: list[list[Value]] = [
    ["1. Which services have you used?", None, None, None],
    ["Answer Choices", None, "Response Percent", "Response Total"],
    ["1", "Transport", "70.00%", 7],
    ["2", "Respite", "55.00%", 5],
    [None, None, "answered", 10],
]
_QUALTRICS: list[list[Value]] = [
    ["#", "Answer", "%", "Count"],
    [1, "Yes", "33.33%", 4],
    [2, "No", "66.67%", 8],
    [None, "Total", "100%", 12],
]
_LIMESURVEY: list[list[Value]] = [
    ["Field summary for Q1", None, None],
    ["Answer", "Count", "Percentage"],
    ["Yes (A1)", 5, "50.00%"],
    ["No (A2)", 4, "40.00%"],
    ["No answer", 1, "10.00%"],
]
_ANY: list[list[Value]] = [
    ["Option", "Responses", "Percent"],
    ["Mainstream", 12, "60%"],
    ["Special", 8, "40%"],
]


@pytest.mark.parametrize(
    ("rows", "way"),
    [
        (_SURVEYMONKEY, "In SurveyMonkey"),
        (_SMARTSURVEY, "In SmartSurvey"),
        (_QUALTRICS, ""),
        (_LIMESURVEY, "In LimeSurvey"),
        (_ANY, ""),
    ],
)
def test_a_summary_is_refused_with_the_way_to_the_responses(
    tmp_path: Path, rows: list[list[Value]], way: str
) -> None:
    save_xlsx(tmp_path / "summary.xlsx", rows)
    with pytest.raises(UserError, match=f"This is a summary.*Export all responses.*{way}") as told:
        read(tmp_path / "summary.xlsx")
    assert "Transport" not in str(told.value)


def test_no_export_of_responses_is_taken_for_a_summary(tmp_path: Path) -> None:
    for tool, exports in EXPORTS.items():
        save_xlsx(tmp_path / f"{tool}.xlsx", exports[0].rows)
        assert read(tmp_path / f"{tool}.xlsx").rows > 0
