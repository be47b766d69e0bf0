"""Names of areas are told apart, and an unsure one is refused."""

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.statistics.areas import areas, find_area, named


def test_every_area_is_found_by_all_its_names_and_codes() -> None:
    for area in areas().values():
        for words in (area.name, f"{area.name} Council", *area.codes, area.old_code):
            assert find_area(words).key == area.key, words


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("LB Richmond upon Thames", "richmond_upon_thames"),
        ("Nottingham City", "nottingham"),
        ("City of York", "york"),
        ("Central Beds", "central_bedfordshire"),
        ("Saint Helens", "st_helens"),
        ("Durham County Council", "durham"),
        ("Kingston-upon-Hull", "kingston_upon_hull_city_of"),
        ("Royal Borough of Windsor & Maidenhead", "windsor_and_maidenhead"),
    ],
)
def test_an_area_is_found_as_people_write_it(words: str, key: str) -> None:
    assert find_area(words).key == key


def test_no_two_areas_share_a_name() -> None:
    names = [name for area in areas().values() for name in area.names]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "words", ["", "Kingston", "Sussex", "Sutten", "Yorkshire", "London", "E99999999", "0"]
)
def test_a_name_that_is_not_sure_is_refused(words: str) -> None:
    with pytest.raises(UserError):
        find_area(words)


def test_names_are_said_as_a_phrase() -> None:
    assert named(("cumberland", "westmorland_and_furness")) == (
        "Cumberland and Westmorland and Furness"
    )
