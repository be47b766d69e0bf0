"""Values of filters mean terms of the lists only where that is sure."""

import pytest

from pcf_desktop.importers.statistics.terms import terms_of


def test_needs_ages_and_settings_find_their_terms_and_totals_none() -> None:
    assert terms_of("primary_need", ["Multi- Sensory Impairment", "Total"]) == {
        "Multi- Sensory Impairment": ("need", "msi")
    }
    assert terms_of("age", ["Aged 5 to 10", "Under 5"]) == {
        "Aged 5 to 10": ("age_band", "age_5_10"),
        "Under 5": ("age_band", "age_0_4"),
    }
    assert terms_of("establishment_type", ["State-funded special school"]) == {
        "State-funded special school": ("setting", "special_state")
    }


@pytest.mark.parametrize("column", ["first_language", "percentage", "sex"])
def test_a_filter_that_no_list_knows_has_no_terms(column: str) -> None:
    assert terms_of(column, ["5", "Autism"]) == {}
