"""A period can be written down as plain values."""

from datetime import date

from pcf_desktop.importers.periods.period import Period, Precision


def test_a_period_without_days_is_unknown() -> None:
    assert Period("TBC").as_data() == {
        "text": "TBC",
        "earliest": None,
        "latest": None,
        "precision": "unknown",
        "note": "",
    }


def test_days_are_written_year_first() -> None:
    period = Period("x", date(2021, 3, 1), date(2021, 3, 31), Precision.MONTH)
    assert period.as_data()["latest"] == "2021-03-31"
