"""What was printed is kept whole, and knows which days it speaks of."""

import json
from datetime import date

from pcf_desktop.services.disclosure.printed import Printed, Rules

SPRING, SUMMER, AUTUMN = date(2026, 3, 3), date(2026, 6, 30), date(2026, 9, 30)


def test_a_figure_comes_back_from_the_file_as_it_was() -> None:
    told = Printed(
        "priority 3",
        21,
        {("worse",): 12, ("better", "mixed"): 9},
        {"worse": 12, "better": 6, "mixed": 3},
        is_multiple=False,
        on=SPRING,
        to_day=SPRING,
    )
    assert Printed.thawed(json.loads(json.dumps(told.frozen()))) == told
    assert dict(told.alone) == {"worse": 12}
    assert dict(told.hidden) == {"better": 6, "mixed": 3}


def test_a_later_count_of_all_days_holds_an_earlier_one_and_not_the_other_way_round() -> None:
    earlier, later = (Printed("k", 10, on=day) for day in (SPRING, SUMMER))
    assert later.holds(earlier)
    assert not earlier.holds(later)


def test_periods_hold_each_other_only_where_one_lies_within_the_other() -> None:
    whole = Printed("k", 10, on=AUTUMN, from_day=SPRING, to_day=AUTUMN)
    part = Printed("k", 10, on=AUTUMN, from_day=SPRING, to_day=SUMMER)
    beside = Printed("k", 10, on=AUTUMN, from_day=SUMMER, to_day=AUTUMN)
    assert whole.holds(part)
    assert whole.holds(beside)
    assert not part.holds(beside)
    assert not beside.holds(part)
    assert not part.holds(whole)


def test_the_rules_say_what_may_leave() -> None:
    rules = Rules()
    assert [rules.may_show(count) for count in (4, 5)] == [False, True]
    assert rules.share(10, 19) == ""
    assert rules.share(10, 20) == "50%"
