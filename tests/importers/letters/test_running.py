from pcf_desktop.importers.letters.region import region
from pcf_desktop.importers.letters.running import running
from pcf_desktop.importers.letters.view import look


def parts(text: str, expected: int | None = None, *, plainly: bool = True) -> list[str]:
    view = look(text)
    where = region(view, 0, len(text))
    return [item.words(view.even) for item in running(where, expected, plainly=plainly)]


def test_semicolons_part_items() -> None:
    assert parts("plans; data; and waits. More.") == ["plans", "data", "waits"]


def test_commas_part_items_when_the_count_agrees() -> None:
    assert parts("plans, data and waits.", 3, plainly=False) == ["plans", "data", "waits"]
    assert parts("plans, data and waits.", 5, plainly=False) == []


def test_fixed_pairs_stay_together() -> None:
    assert parts("parents and carers and plans.", 2) == ["parents and carers", "plans"]


def test_what_cannot_be_parted_with_reason_is_left() -> None:
    assert parts("plans and data and waits.", 2) == []
    assert parts("a long story about plans.", plainly=False) == []
    assert parts("") == []


def test_dashes_part_items_when_the_count_agrees() -> None:
    assert parts("poor plans - long waits - weak data. More.", 3) == [
        *("poor plans", "long waits", "weak data"),
    ]
    assert parts("poor plans - long waits - weak data.", 5) == []


def test_a_single_item_is_whole_over_its_commas() -> None:
    assert parts("the quality of education, health and care plans.", 1) == [
        "the quality of education, health and care plans"
    ]
