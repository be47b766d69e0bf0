"""Made-up words and exports of any size: repeatable, varied, and of a real survey's shape."""

import csv
import statistics
from datetime import datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.generator import HEADERS, feedback_texts, forms_export


def test_the_same_seed_says_the_same() -> None:
    assert feedback_texts(50, seed=1) == feedback_texts(50, seed=1)
    assert feedback_texts(50, seed=1) != feedback_texts(50, seed=2)


def test_texts_are_mostly_distinct_with_a_real_spread_of_lengths() -> None:
    texts = feedback_texts(10_000, seed=3)
    lengths = sorted(map(len, texts))
    assert len(set(texts)) > 9_000
    assert 110 <= statistics.median(lengths) <= 170
    assert lengths[-1] <= 4_000
    assert lengths[int(len(lengths) * 0.99)] > 600
    assert not any("{" in text for text in texts)


def test_a_csv_export_has_a_row_for_each_answer(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    forms_export(path, 300, seed=4)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == HEADERS
    assert [row[0] for row in rows] == [str(number) for number in range(1, 301)]
    assert rows[0][1] == "06/09/2021 07:01:01"


def test_both_formats_hold_the_same_answers(tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        forms_export(tmp_path / f"answers.{ending}", 120, seed=5)
    with (tmp_path / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        from_csv = list(csv.reader(file))[1:]
    sheet = CalamineWorkbook.from_path(tmp_path / "answers.xlsx").get_sheet_by_index(0)
    from_xlsx = sheet.to_python()[1:]
    assert len(from_xlsx) == 120
    assert all(isinstance(row[1], datetime) for row in from_xlsx)
    words = slice(11, 14)
    assert [row[words] for row in from_xlsx] == [row[words] for row in from_csv]
