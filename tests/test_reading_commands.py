"""The commands that only read a file: what they print, for people and for programs."""

import io
import json
import sys
from pathlib import Path

import pytest

from pcf_desktop.services.samples import samples
from tests.commanding import Command

LETTER = """Dear Ms Example

Joint local area SEND inspection in Shropshire

Between 27 January 2020 and 31 January 2020, Ofsted and the Care Quality Commission (CQC) jointly
inspected the local area of Shropshire. Her Majesty's Chief Inspector has determined that a Written
Statement of Action is required because of significant areas of weakness in the local area's
practice.

The local area is required to produce and submit a Written Statement of Action to Ofsted that
explains how it will tackle the following two areas of significant weakness:
- long waiting times for assessments of autism
- the poor quality of education, health and care plans
"""

PLAN = """Ref,Action,Lead,Start,End,RAG
1.1,Hire two therapists,Director of SEND,April 2024,Autumn term 2024,Amber
1.2,Publish waiting times,Health,ongoing,July 2025,Green
"""

COUNTS = """time_period,time_identifier,geographic_level,new_la_code,la_name,primary_need,pupils
202324,Academic year,Local authority,E06000051,Shropshire,Autistic spectrum disorder,512
202324,Academic year,Local authority,E06000051,Shropshire,Hearing impairment,c
202223,Academic year,Local authority,E06000051,Shropshire,Hearing impairment,40
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_letter_is_read_from_a_file_and_from_standard_input(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = command("letter", write(tmp_path / "letter.txt", LETTER), "--json").data
    assert found["area"] == "Shropshire"
    assert found["stated_count"] == len(found["priorities"]) == 2
    assert found["priorities"][1]["words"] == "the poor quality of education, health and care plans"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    assert command("letter", "-", "--json").data == found


def test_a_letter_is_told_in_lines(command: Command, tmp_path: Path) -> None:
    lines = command("letter", write(tmp_path / "letter.txt", LETTER)).out.splitlines()
    assert lines[1:3] == [
        "1. long waiting times for assessments of autism",
        "2. the poor quality of education, health and care plans",
    ]


def test_a_survey_is_described(command: Command) -> None:
    found = command("survey", samples.survey_file(), "--json").data
    assert found["tool"] == "microsoft_forms"
    assert found["rows"] > 100
    assert {question["kind"] for question in found["questions"]} >= {"text", "single", "consent"}
    first = command("survey", samples.survey_file()).out.splitlines()[0]
    assert first == f"microsoft_forms: {found['rows']} answers"


def test_a_survey_gives_one_object_for_each_answer(command: Command) -> None:
    rows = command("survey", samples.survey_file(), "--json").data["rows"]
    lines = command("survey", samples.survey_file(), "--answers", "--json").out.splitlines()
    assert len(lines) == rows
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_a_plan_is_read(command: Command, tmp_path: Path) -> None:
    plan = write(tmp_path / "plan.csv", PLAN)
    found = command("plan", plan, "--json").data
    assert [action["ref"] for action in found["actions"]] == ["1.1", "1.2"]
    assert command("plan", plan).out.startswith("2 actions in 1 table\n1.1 ")


def test_counts_are_read_and_a_hidden_one_is_no_zero(command: Command, tmp_path: Path) -> None:
    counts = write(tmp_path / "counts.csv", COUNTS)
    found = command("statistics", counts, "--area", "Shropshire", "--json").out
    assert "512" in found
    assert '"c"' in found
    assert command("statistics", counts, "--area", "E06000051", "--year", "2022/23").out.startswith(
        "Shropshire, 2022/23: 1 row\n"
    )
