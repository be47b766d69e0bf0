"""A published file is read row by row, and can be stopped."""

from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.statistics.rows import dimension_columns, open_rows
from pcf_desktop.progress import Cancelled

HEADER = "Time_Period, geographic_level,la_name,need,pupils\n"


def test_columns_are_known_whatever_their_case(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "202324,National,,Total,1\n\n202324,National,,ASD,2\n")
    with open_rows(path) as opened:
        assert opened.columns[:2] == ("time_period", "geographic_level")
        assert [number for number, _ in opened.rows] == [2, 4]
        assert opened.place("la_name") == 2
        assert opened.place("school") is None
        assert list(dimension_columns(opened.columns).values()) == ["need", "pupils"]


def test_a_quotation_mark_never_closed_is_named_before_it_swallows_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + '202324,National,,"Total,1\n' + "202324,National,,ASD,2\n" * 9)
    with pytest.raises(UserError, match="never closed"), open_rows(path) as opened:
        list(opened.rows)


def test_a_long_file_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "202324,National,,Total,1\n" * 50_000)

    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    with pytest.raises(Cancelled), open_rows(path, stop) as opened:
        list(opened.rows)
