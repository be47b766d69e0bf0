"""One column, held lightly: equal texts once, blanks as blanks, characters cleaned."""

from pcf_desktop.importers.columns.column import SurveyColumn
from tests.importers.exports import moment


def test_equal_texts_are_held_once() -> None:
    column = SurveyColumn()
    column.extend(["".join(["Ye", "s"]), "".join(["Ye", "s"])], only_text=True)
    assert column.values[0] is column.values[1]
    assert (column.only_text, column.types()) == (True, {str})


def test_numbers_dates_and_truths_become_plain() -> None:
    column = SurveyColumn()
    column.extend(
        [3.0, 2.5, True, moment(2025, 4, 3).time(), None, moment(2025, 1, 1)], only_text=False
    )
    assert column.values == [3, 2.5, "TRUE", "00:00:00", None, moment(2025, 1, 1)]
    assert not column.only_text
    assert column.texts() == ["TRUE", "00:00:00"]


def test_many_different_texts_are_cleaned_too() -> None:
    column = SurveyColumn()
    for start in range(0, 6000, 500):
        column.extend([f"text {at}\x0b\x00" for at in range(start, start + 500)], only_text=True)
    column.finish()
    assert column.values[5999] == "text 5999\n "
    assert column.replaced == 6000


def test_white_space_is_blank_and_not_counted() -> None:
    column = SurveyColumn()
    column.extend(["a", " \u00a0", "", "a"], only_text=True)
    assert column.blanks() == 2
    assert dict(column.words()) == {"a": 2}
    assert column.sample() == ["a", "a"]
    column.replace(lambda cell: moment(2025, 1, 1) if cell == "a" else cell)
    assert column.unread() == 0
