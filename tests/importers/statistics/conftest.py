"""Makes published files in the long shape, with made-up figures."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

GEOGRAPHY = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
)
SHROPSHIRE = ("893", "E06000051", "Shropshire")
ENGLAND = ("", "", "")


def line(
    period: str, place: Sequence[str], *rest: str, level: str = "Local authority"
) -> list[str]:
    region = ("E12000005", "West Midlands") if level == "Local authority" else ("", "")
    return [period, "Academic year", level, "E92000001", "England", *region, *place, *rest]


def write(
    path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]], encoding: str = "utf-8"
) -> Path:
    with path.open("w", newline="", encoding=encoding) as stream:
        csv.writer(stream).writerows([[*GEOGRAPHY, *columns], *rows])
    return path


@pytest.fixture
def by_need(tmp_path: Path) -> Path:
    columns = ("sen_status", "sen_primary_need", "pupils", "percent")
    rows = [
        line("202223", SHROPSHIRE, "EHC plans", "Autistic spectrum disorder", "400", "1.1"),
        line("202324", SHROPSHIRE, "EHC plans", "Total", "1,234", "3.4"),
        line("202324", SHROPSHIRE, "EHC plans", "Autistic spectrum disorder", "512", "1.5"),
        line("202324", SHROPSHIRE, "EHC plans", "Multi-sensory impairment", "c", "c"),
        line("202324", SHROPSHIRE, "SEN support", "Down syndrome", "low", "z"),
        line("202324", SHROPSHIRE, "SEN support", "Hearing impairment", "0", ":"),
        line("202324", ("894", "E06000020", "Telford and Wrekin"), "EHC plans", "Total", "9", "1"),
        line("202324", ENGLAND, "EHC plans", "Total", "480000", "4.8", level="National"),
    ]
    return write(tmp_path / "sen.csv", columns, rows)
