"""An area is offered by its name, and a slip of the fingers is asked about, never corrected."""

import pytest

from pcf_desktop.services.forum import local_areas


def test_the_153_areas_of_today_are_offered_by_the_alphabet() -> None:
    offered = local_areas.names()
    assert len(offered) == 153
    assert list(offered) == sorted(offered)
    assert "Kent" in offered
    assert "Cumbria" not in offered


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Knet", "Kent"),
        ("Shropshir", "Shropshire"),
        (" stafordshire ", "Staffordshire"),
        ("Bristl", "Bristol"),
        ("Kent County Council", "Kent"),
        ("BANES", "Bath and North East Somerset"),
        ("Brighton", "Brighton and Hove"),
        ("Telford", "Telford and Wrekin"),
    ],
)
def test_what_was_probably_meant(typed: str, meant: str) -> None:
    assert local_areas.meant(typed) == meant


@pytest.mark.parametrize("typed", ["Kent", " kent ", "Cumbria", "", "Xyz", "Our own island"])
def test_what_is_listed_or_like_nothing_is_not_asked_about(typed: str) -> None:
    assert local_areas.meant(typed) is None


def test_no_area_is_taken_for_another() -> None:
    assert [name for name in local_areas.names() if local_areas.meant(name)] == []
