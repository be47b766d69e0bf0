import pytest

from pcf_desktop.importers.letters.dates import dates
from pcf_desktop.importers.letters.letter import Visit
from pcf_desktop.importers.letters.timeline import Timeline, timeline


def times(text: str, *, is_revisit: bool = False) -> Timeline:
    return timeline(text, dates(text), is_revisit=is_revisit)


def test_the_visit_the_receipt_and_the_publication_are_told_apart() -> None:
    found = times(
        "Inspectors visited between 4 and 8 March 2019. The letter was received on 2 May 2019 "
        "and published on 9 May 2019."
    )
    assert found.visit == Visit("2019-03-04", "2019-03-08")
    assert (found.received, found.published) == ("2019-05-02", "2019-05-09")


def test_the_revisit_wins_over_the_first_inspection() -> None:
    found = times(
        "The initial inspection took place from 4 to 8 December 2017. The revisit was carried out "
        "between 9 and 11 December 2019.",
        is_revisit=True,
    )
    assert found.visit == Visit("2019-12-09", "2019-12-11")


def test_a_month_takes_the_year_before_publication() -> None:
    found = times("Published 16 May 2018. The inspection was conducted in November.")
    assert found.visit == Visit("2017-11", "2017-11")
    assert found.year_is_inferred


def test_a_month_without_a_year_is_no_visit() -> None:
    found = times("After the inspection in January, parents waited.")
    assert found.visit is None
    assert found.visit_without_year == "January"


def test_different_dates_of_publication_are_kept() -> None:
    found = times("It was published on 6 May 2020. Others say it was published on 7 May 2020.")
    assert (found.published, found.other_published) == ("2020-05-06", ("2020-05-07",))


@pytest.mark.parametrize(
    "text", ["Updated 3 May 2020", "The strategy was published on 3 May 2020."]
)
def test_other_dates_are_no_publication_of_the_letter(text: str) -> None:
    assert times(text).published is None


def test_the_date_on_a_letter_is_not_the_day_it_was_received() -> None:
    assert times("a letter received by the Director, dated 9 June 2017").received is None


def test_minutes_and_answers_of_a_day_are_no_visit() -> None:
    assert times("Further to Minute 5 of 4 April 2017 the inspection was considered.").visit is None
    assert times("Answered on 27 May 2021\nUnder the inspection framework").visit is None


def test_a_visit_lies_in_the_years_of_its_framework() -> None:
    text = "Inspected from 4 to 8 June 2018. Inspected again from 3 to 7 June 2024."
    found = timeline(text, dates(text), is_revisit=False, framework="Area SEND")
    assert found.visit == Visit("2024-06-03", "2024-06-07")


def test_the_date_of_a_page_gives_the_year_and_says_so() -> None:
    found = times("9 November 2021\nThe inspection took place between September 20 and 24.")
    assert found.visit == Visit("2021-09-20", "2021-09-24")
    assert found.year_is_inferred


def test_a_line_about_the_report_says_nothing_of_the_line_below() -> None:
    found = times("Report published: 17 July 2024\nInspected: 13–17 May 2024")
    assert found.visit == Visit("2024-05-13", "2024-05-17")
