"""The filters of the list of priorities."""

from dataclasses import replace

from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import NOTHING_HEARD, Heard
from pcf_desktop.ui.priorities import filters
from pcf_desktop.workspace import Workspace

NOBODY = NOTHING_HEARD.by_stance


def test_each_filter_shows_what_it_says(sample: Workspace) -> None:
    with sample.read() as session:
        views = priorities.every(session)[0]
    by = {**NOBODY, "better": 4, "worse": 8}
    worse = replace(views, heard=Heard(12, 12, by), judgement_key="not_effective")
    assert filters.fits(worse, filters.WORSE)
    assert filters.fits(worse, filters.NOT_SUFFICIENT)
    assert not filters.fits(worse, filters.FEW)
    assert not filters.fits(worse, filters.OWN)
    assert filters.fits(replace(worse, heard=Heard(4, 9, by)), filters.FEW)
    assert filters.fits(replace(worse, kind="own_concern"), filters.OWN)
    assert all(filters.fits(views, key) is not None for key in filters.names())


def test_words_are_looked_for_in_number_title_and_words(sample: Workspace) -> None:
    with sample.read() as session:
        views = priorities.every(session)[0]
    assert filters.has_words(views, ["leadership", "commission"])
    assert filters.has_words(views, ["1"])
    assert not filters.has_words(views, ["leadership", "transport"])
