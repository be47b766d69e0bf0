"""Surveys as plain data for JSON: what is dropped by default is not in it."""

import json
from pathlib import Path

from pcf_desktop.importers.survey_data import answers, describe
from pcf_desktop.importers.surveys import read
from tests.importers.exports import write_csv
from tests.importers.tools.exports_of_microsoft_forms import own_texts, signed_in


def test_a_description_is_json_and_holds_no_answers(tmp_path: Path) -> None:
    said = json.dumps(describe(read(write_csv(tmp_path, signed_in))))
    assert "example.org" not in said
    assert "SENCo" not in said
    found = json.loads(said)
    assert (found["tool"], found["rows"], found["header_rows"]) == ("microsoft_forms", 3, 1)
    assert {each["kind"] for each in found["questions"]} == {"system", "identity", "text"}


def test_answers_leave_names_and_addresses_out(tmp_path: Path) -> None:
    lines = [json.dumps(each) for each in answers(read(write_csv(tmp_path, signed_in)))]
    assert len(lines) == 3
    assert "example.org" not in "".join(lines)
    assert json.loads(lines[0])["answers"] == {"Your comments": "The SENCo is a star"}
    assert json.loads(lines[0])["started"] == "2025-03-14T09:30:00"


def test_chosen_options_and_own_texts_stand_apart(tmp_path: Path) -> None:
    *_, last = answers(read(write_csv(tmp_path, own_texts)))
    assert last["answers"] == {"Who helped you most?": ["School", "Other"]}
    assert last["other"] == {"Who helped you most?": "my sister, who is a teacher herself"}
