"""A change since the last pack is told in points, with both bases, or not at all."""

from datetime import date

import pytest

from pcf_desktop.services.disclosure.printed import Parts, Printed, Rules
from pcf_desktop.services.packs import changes
from pcf_desktop.services.packs.ledger import Ledger

TODAY, BEFORE = date(2026, 4, 10), date(2026, 1, 10)


def printed(worse: int, better: int, on: date) -> Printed:
    shown: dict[Parts, int] = {("worse",): worse, ("better",): better}
    return Printed("k", worse + better, shown, {"worse": worse, "better": better}, on=on)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((14, 7), (28, 12), "67% of 21 families said it is worse, and 70% of 40 do now (up 3"),
        ((20, 20), (30, 31), "50% of 40 families said it is better, and 51% of 61 do now (up 1"),
        (
            (20, 20),
            (20, 20),
            "50% of 40 families said it is worse, and 50% of 40 do now (no change",
        ),
        ((30, 20), (15, 15), "60% of 50 families said it is worse, and 50% of 30 do now (down 10"),
    ],
)
def test_points_with_both_bases(then: tuple[int, int], now: tuple[int, int], said: str) -> None:
    book = Ledger(Rules(), TODAY, earlier=[printed(*then, BEFORE)])
    found = changes.since(book, printed(*now, TODAY))
    assert found.startswith(f"Since the pack of 10 January 2026: {said}")
    assert found.endswith("Fewer families were heard than then.") == (sum(now) < sum(then))


def test_small_bases_carry_no_change() -> None:
    book = Ledger(Rules(), TODAY, earlier=[printed(10, 5, BEFORE)])
    assert changes.since(book, printed(28, 12, TODAY)) == ""


def test_nothing_is_said_of_a_first_pack_or_of_a_figure_said_again() -> None:
    before = printed(30, 20, BEFORE)
    assert changes.since(Ledger(Rules(), TODAY), printed(30, 20, TODAY)) == ""
    assert changes.since(Ledger(Rules(), TODAY, earlier=[before]), before) == ""
