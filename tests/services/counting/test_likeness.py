"""A name written with a slip is known again, another is not."""

from pcf_desktop.services.counting import likeness


def test_a_name_with_a_slip_finds_its_neighbour() -> None:
    assert likeness.nearest("trasnport", ["Health", "Transport"]) == "Transport"


def test_a_name_like_no_other_finds_none() -> None:
    assert likeness.nearest("webinar", ["Health", "Transport"]) is None
