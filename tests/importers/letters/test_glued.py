from pcf_desktop.importers.letters.glued import split_glued
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.markers import Marker


def parts(words: str, style: str, number: int | None = None) -> list[str]:
    item = Item(((0, len(words)),), number)
    return [each.words(words) for each in split_glued(words, item, Marker(style, 0, number))]


def test_bullets_part_items() -> None:
    assert parts("poor plans • weak data", "bullet •") == ["poor plans", "weak data"]


def test_dashes_part_items_that_begin_alike() -> None:
    assert parts("the poor plans - the weak data here", "bullet -") == [
        *("the poor plans", "the weak data here"),
    ]


def test_a_dash_before_an_aside_parts_nothing() -> None:
    words = "the poor plans - including annual reviews - of children"
    assert parts(words, "bullet -") == [words]


def test_numbers_part_items_only_in_their_order() -> None:
    assert parts("poor plans 2. weak data 3. late reviews", "number", 1) == [
        *("poor plans", "weak data", "late reviews"),
    ]
    assert parts("poor plans 7. weak data", "number", 1) == ["poor plans 7. weak data"]


def test_a_list_inside_a_labelled_item_stays_there() -> None:
    assert parts("Leaders should act on: • plans • data", "label", 1) == [
        "Leaders should act on: • plans • data"
    ]
