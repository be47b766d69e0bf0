"""A question asked again for a second child is known again, and read like the first."""

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.repeats import repeated_finding, without_repeat_mark
from pcf_desktop.importers.sheet import Kind

AGES = Finding(Kind.SINGLE, ("0 to 4", "5 to 10"))


def column(*values: str) -> SurveyColumn:
    made = SurveyColumn()
    made.extend(values, only_text=True)
    return made


def test_the_digit_after_words_used_before_is_the_repeats_mark() -> None:
    asked = {"How old is your child?", "Tick all (three at most)"}.__contains__
    assert without_repeat_mark("How old is your child?2", asked) == ("How old is your child?", 2)
    assert without_repeat_mark("Tick all (three at most)12", asked)[1] == 12


@pytest.mark.parametrize("text", ["Q12", "Year 2", "Whole words", "Unasked?2", "How old?1"])
def test_other_digits_are_the_authors_own(text: str) -> None:
    asked = {"Q1", "Q", "Year", "Year ", "How old?"} - {"Q"}
    assert without_repeat_mark(text, asked.__contains__) == (text, None)


def test_one_answer_for_a_second_child_is_a_choice_as_for_the_first() -> None:
    assert repeated_finding(AGES, column("5 to 10", "")) == AGES
    assert repeated_finding(AGES, column("", "")) == AGES


def test_an_option_that_only_a_second_child_needed_is_added() -> None:
    found = repeated_finding(AGES, column("11 to 15", "5 to 10"))
    assert found == Finding(Kind.SINGLE, ("0 to 4", "5 to 10", "11 to 15"))


def test_several_options_in_a_cell_are_cut_as_for_the_first() -> None:
    first = Finding(Kind.MULTIPLE, ("Deaf, or hard of hearing", "Autism"), separator=", ")
    assert repeated_finding(first, column("Autism, Deaf, or hard of hearing")) == first


def test_texts_of_ones_own_stay_apart_where_the_first_had_them() -> None:
    first = Finding(Kind.SINGLE, ("Bus", "Taxi", "Other"), other=True)
    assert repeated_finding(first, column("Bus", "By boat")) == first


def test_a_scale_keeps_its_order() -> None:
    first = Finding(Kind.SCALE, ("1", "3", "5"))
    assert repeated_finding(first, column("4")) == Finding(Kind.SCALE, ("1", "3", "4", "5"))


def test_a_count_and_an_identity_stay_what_they_were() -> None:
    assert repeated_finding(Finding(Kind.NUMBER), column("7")) == Finding(Kind.NUMBER)
    assert repeated_finding(Finding(Kind.NUMBER), column("seven")) is None
    assert repeated_finding(Finding(Kind.IDENTITY), column("x")) == Finding(Kind.IDENTITY)


def test_stories_under_the_same_heading_are_no_choice() -> None:
    stories = column(*(f"The bus came late on {day} days" for day in range(8)))
    assert repeated_finding(AGES, stories) is None
    assert repeated_finding(Finding(Kind.TEXT), stories) is None
