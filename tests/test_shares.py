"""Shares as everybody learnt them at school, not as computers round."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.shares import share


def test_halves_go_up_and_few_are_not_nobody() -> None:
    assert share(9, 40) == "23%"  # 22.5
    assert share(5, 2000) == "under 1%"
    assert share(1999, 2000) == "over 99%"
    assert [share(n, 20) for n in (0, 20)] == ["0%", "100%"]
    assert share(0, 0) == ""


@given(st.integers(1, 5000), st.data())
def test_any_other_share_is_the_nearest_whole_one(base: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    exact = (Decimal(100 * part) / base).quantize(Decimal(1), ROUND_HALF_UP)
    said = share(part, base)
    if said == "under 1%":
        assert exact == 0 < part
    elif said == "over 99%":
        assert exact == 100
        assert part < base
    else:
        assert said == f"{exact}%"
