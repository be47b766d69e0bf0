"""Which column names the responses: by what tools write above it, and by its shape."""

import csv
from pathlib import Path
from typing import TypeAlias

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.responses import Responses
from pcf_desktop.importers.response_ids import with_response_ids
from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout

HOW, WHY = "How happy are you with support?", "What would make a difference to your family?"
TOLD = ("Very happy", "Ring us back"), ("Happy", "A named person"), ("Unhappy", "Shorter waits")
GUIDS: list[object] = [f"7dcf62d2-aa41-8d7d-e952-0ca2f902b{n:03x}" for n in range(6)]
OTHERS: list[object] = [f"uuid:92c110f7-fe39-e9a9-97b6-63f0094e4{n:03x}" for n in range(6)]
TOKENS: list[object] = [f"x{n}kq9x7abc" for n in range(6)]


Columns: TypeAlias = dict[str, list[object]]


def export(path: Path, before: Columns, after: Columns) -> Sheet:
    rows: list[list[object]] = [[*before, HOW, WHY, *after]]
    for n in range(6):
        how, why = TOLD[n % 3]
        rows.append(
            [*(each[n] for each in before.values()), how, f"{why}, we said {n} times",
             *(each[n] for each in after.values())]
        )  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return read(path)


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ({"instanceId": GUIDS}, {}, "instanceId"),
        ({}, {"meta-instanceID": OTHERS, "KEY": GUIDS}, "KEY"),
        ({}, {"_uuid": GUIDS, "_id": [7000 + 3 * n for n in range(6)]}, "_id"),
        ({"ObjectID": [1, 2, 3, 4, 5, 6], "GlobalID": GUIDS}, {}, "GlobalID"),
        ({"#": TOKENS}, {}, "#"),
        ({"Respondent": [f"R{n:05}" for n in range(1, 7)]}, {}, "Respondent"),
        ({"Unique Response Number": [f"12345-{n}-999" for n in range(6)]}, {}, None),
        ({"Vastauksen tunniste": [4211, 4215, 4218, 4230, 4231, 4290]}, {}, "Vastauksen tunniste"),
        ({}, {"Lähetystunnus": TOKENS}, "Lähetystunnus"),
        ({"Nr": [1, 2, 3, 4, 5, 6]}, {}, None),
        ({"Child's reference": [f"EHC{n:05}" for n in range(1, 7)]}, {}, None),
        ({"How many miles?": [11, 12, 15, 17, 20, 31]}, {}, None),
    ],
)
def test_the_column_that_names_the_responses(
    tmp_path: Path, before: Columns, after: Columns, named: str
) -> None:
    sheet = export(tmp_path / "a.csv", before, after)
    ids = [row.response_id for row in sheet.responses()]
    wanted = named or ("Unique Response Number" if "Unique Response Number" in before else None)
    column = {**before, **after}.get(wanted or "", [None] * 6)
    assert ids == [None if each is None else str(each) for each in column]


def test_tokens_and_guids_are_never_comments(tmp_path: Path) -> None:
    sheet = export(
        tmp_path / "a.csv",
        {"ID": [*range(6)]},
        {"Session": TOKENS, "DeviceID": GUIDS, "_tags": [""] * 6},
    )
    assert [each.text for each in sheet.questions if each.keep] == [HOW, WHY]


def test_what_the_person_said_of_a_column_stands(tmp_path: Path) -> None:
    export(tmp_path / "a.csv", {}, {"Session": TOKENS})
    sheet = read(tmp_path / "a.csv", Choices(kinds={"session": Kind.TEXT}))
    assert [each.text for each in sheet.questions if each.kind is Kind.TEXT] == [WHY, "Session"]


def test_a_tool_s_own_response_id_stands() -> None:
    columns = [SurveyColumn(), SurveyColumn()]
    for column, cells in zip(columns, (["1", "2"], [str(each) for each in GUIDS[:2]]), strict=True):
        column.extend(cells, only_text=True)
    layout = Layout(1.0, (ColumnHeading("ID", ColumnRole.RESPONSE_ID), ColumnHeading("uuid")))
    found = with_response_ids(layout, Responses(columns), Choices())
    assert [each.role for each in found.headings] == [ColumnRole.RESPONSE_ID, ColumnRole.SYSTEM]
