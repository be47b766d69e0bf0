"""Exports written by another hand, who had not seen the readers: each is read as it was meant.

What each holds was written down with it, in `expected.json`. Of a file with a handful of responses
no kinds are expected: too few answers tell a choice from free words.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pcf_desktop.importers.survey_data import describe
from pcf_desktop.importers.surveys import read

FRESH = Path(__file__).parents[1] / "files" / "surveys" / "fresh"
EXPECTED: dict[str, dict[str, Any]] = json.loads((FRESH / "expected.json").read_text("utf-8"))


def one_line(text: str | None) -> str | None:
    return None if text is None else re.sub(r"\s+", " ", text).strip()


def test_every_tool_and_every_kind_of_file_is_among_them() -> None:
    assert {path.name for path in FRESH.iterdir()} == {*EXPECTED, "expected.json"}
    assert len({each["tool"] for each in EXPECTED.values()}) == 7
    assert {path.suffix for path in FRESH.iterdir()} >= {".csv", ".tsv", ".xlsx", ".xls", ".ods"}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_it_is_read_as_it_was_meant(name: str) -> None:
    expected = EXPECTED[name]
    found = json.loads(json.dumps(describe(read(FRESH / name)), default=str))
    for key in ("tool", "rows", "complete_rows"):
        assert found[key] == expected[key], key
    questions = {
        (one_line(each["text"]), one_line(each["row"]), each["occurrence"]): each
        for each in found["questions"]
    }
    for wanted in expected["questions"]:
        question = questions[wanted["text"], wanted["row"], wanted["occurrence"]]
        assert question["answered"] == wanted["answered"], wanted
        assert question["kind"] == wanted.get("kind", question["kind"]), wanted
        if wanted.get("options"):
            options = {one_line(each) for each in question["options"]}
            assert options - ({"Other"} if wanted["others"] else set()) == set(wanted["options"])
