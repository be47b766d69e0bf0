"""Warnings are short sentences that name what to look at."""

from pathlib import Path

from pcf_desktop.importers.periods.period import Period
from pcf_desktop.importers.plans.plan import PlanAction, PlanColumn, Rag
from pcf_desktop.importers.plans.rows import TableReading
from pcf_desktop.importers.plans.table import PrintedTable
from pcf_desktop.importers.plans.warnings import warnings


def test_a_clean_plan_has_none() -> None:
    reading = TableReading(PrintedTable("T", [["Action", "Lead"], ["Meet", "Ann"]])).read()
    assert list(warnings([reading], reading.actions)) == []


def test_many_names_are_cut_short() -> None:
    actions = [
        PlanAction("T", 1, ref=str(n % 7), fields={PlanColumn.ACTION: "x"}) for n in range(14)
    ]
    (warning,) = warnings([], actions)
    assert "0, 1, 2, 3, 4 and others" in warning


def test_the_same_doubt_is_said_once_with_its_count() -> None:
    doubt = Period("Q2 2024", note="Read as a quarter.")
    actions = [
        PlanAction("T", n, fields={PlanColumn.ACTION: "x"}, end=doubt, rag=Rag(None, "odd", None))
        for n in range(2)
    ]
    assert list(warnings([], actions)) == [
        "2 dates such as \u201cQ2 2024\u201d: Read as a quarter.",
        "2 statuses could not be told as a colour.",
    ]


def test_every_sentence_ends_and_is_short(tmp_path: Path) -> None:
    reading = TableReading(
        PrintedTable("T", [["Action", "Lead", "Odd"], [None, "stray"], ["Meet", "Ann"]])
    ).read()
    for warning in warnings([reading, TableReading(PrintedTable("E", [["x"]])).read()], []):
        assert warning.endswith(".")
        assert len(warning.split()) < 25
