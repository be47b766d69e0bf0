from pcf_desktop.importers.letters.plain import plain
from pcf_desktop.importers.letters.region import region
from pcf_desktop.importers.letters.view import look


def items(text: str, expected: int | None = None) -> list[str]:
    view = look(text)
    return [item.words(view.even) for item in plain(region(view, 0, len(text)), expected)]


def test_lines_without_marks_are_items_until_the_story_goes_on() -> None:
    assert items("poor plans\nweak data\nThe council met in May and it said so.") == [
        *("poor plans", "weak data"),
    ]


def test_the_count_ends_the_list() -> None:
    assert items("Poor plans\nWeak data\nOther words", 2) == ["Poor plans", "Weak data"]


def test_one_line_without_a_count_is_no_list() -> None:
    assert items("poor plans\n\nThe council met.") == []
