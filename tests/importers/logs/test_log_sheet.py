"""What was said of a log's columns is kept as data and read again."""

from pcf_desktop.importers.logs.log_sheet import LISTS, LogMatching, LogRow, LogSheet, Meaning
from pcf_desktop.importers.periods.period import Period
from pcf_desktop.importers.reference import read_list


def test_choices_are_the_same_after_a_round_by_json() -> None:
    chosen = LogMatching(date_order="mdy", meanings={"Notes": Meaning.WORDS})
    assert LogMatching.from_data(chosen.as_data()) == chosen
    unknown = {"meanings": {"Notes": "a later meaning"}, "colour": "blue"}
    assert LogMatching.from_data(unknown) == LogMatching()


def test_every_row_of_a_log_is_counted() -> None:
    row = LogRow(2, {Meaning.WORDS: "Said."}, Period(""))
    sheet = LogSheet((), (row,), silent=(3, 4), blank_rows=2)
    assert sheet.read == 5
    assert (row.cell(Meaning.WORDS), row.cell(Meaning.NEED)) == ("Said.", "")


def test_each_matched_meaning_has_a_list_or_is_a_district() -> None:
    for key in set(LISTS.values()) - {"district"}:
        assert read_list(key).terms
