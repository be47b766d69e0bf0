"""A log is told from a survey by its columns."""

from pathlib import Path

import pytest

from pcf_desktop.importers.logs.recognition import heading_row, is_like_a_log, is_log
from pcf_desktop.importers.surveys import read
from pcf_desktop.services.samples import samples
from tests.made_up_log import HEADINGS, rows, write

LOGS = [
    HEADINGS,
    ("Date", "Parent code", "Comments"),
    ("When", "How heard", "Area", "Feedback received", "OK to share?"),
    ("Ref", "Date received", "Source", "Town", "Type of need", "EHCP?", "Issue raised",
     "Action taken"),
    ("Date", "Age", "Need", "District", "Comment", "Consent"),
]  # fmt: skip
SURVEYS = [
    ("Timestamp", "How old is your child?", "What is your child's main need?",
     "Any other comments?"),
    ("Age", "Need", "Comments"),
    ("What most needs to change for your family?", "What is working well at the moment for you?",
     "Comments", "Family code"),
    ("School", "Headteacher", "Pupils"),
]  # fmt: skip


@pytest.mark.parametrize("headings", LOGS, ids=len)
def test_the_columns_of_a_log(headings: tuple[str, ...]) -> None:
    assert is_log(headings)


@pytest.mark.parametrize("headings", SURVEYS, ids=len)
def test_the_columns_of_a_survey_or_of_neither(headings: tuple[str, ...]) -> None:
    assert not is_log(headings)


def test_what_was_read_as_a_survey_looks_like_a_log_all_the_same(tmp_path: Path) -> None:
    assert is_like_a_log(read(write(tmp_path / "log.csv", rows(40))))
    assert not is_like_a_log(read(samples.survey_file()))


def test_the_headings_are_found_below_a_title() -> None:
    assert heading_row([["Our log 2025"], [None], ["Date", "Code", "Comments"], ["1/2/25"]]) == 2
    assert heading_row([["Zebra", "Lion"], [1, 2]]) is None
