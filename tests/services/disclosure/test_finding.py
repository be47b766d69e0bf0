"""What follows from several groups together, and from a reader's knowledge of how they hang."""

from datetime import date

from pcf_desktop.services.disclosure.attacker import Statement
from pcf_desktop.services.disclosure.finding import comparable, found_in, unknown
from pcf_desktop.services.disclosure.printed import Printed, Rules

RULES = Rules()
JANUARY, MAY = date(2026, 1, 10), date(2026, 5, 10)


def test_a_sentence_that_gives_away_what_a_table_hid_is_found() -> None:
    """*5 of 21 say it is better* beside *7 put together* tells of two whom the table hid."""
    table = Printed(
        "p", 21, {("worse",): 14, ("better", "mixed"): 7}, {"worse": 14, "better": 5, "mixed": 2}
    )
    assert found_in([table], [], RULES) == []
    sentence = Printed("s", 5)
    known = [Statement({unknown("s"): 1, unknown("p", "better"): -1}, 0, 0)]
    assert [each.part for each in found_in([table, sentence], [], RULES, known)] == ["mixed"]


def test_a_comment_that_was_taken_back_is_the_difference_of_two_packs() -> None:
    first = Printed(
        "p", 21, {("worse",): 14, ("better",): 7}, {"worse": 14, "better": 7}, on=JANUARY
    )
    after = Printed("p", 20, {("worse",): 13, ("better",): 7}, {"worse": 13, "better": 7}, on=MAY)
    found = found_in([after], [first], RULES)
    assert [(each.part, each.before) for each in found] == [("", first), ("worse", first)]


def test_who_changed_sides_between_two_packs_is_found_though_the_base_stands() -> None:
    first = Printed(
        "p", 30, {("worse",): 20, ("better",): 10}, {"worse": 20, "better": 10}, on=JANUARY
    )
    after = Printed("p", 30, {("worse",): 19, ("better",): 11}, {"worse": 19, "better": 11}, on=MAY)
    assert {each.part for each in found_in([after], [first], RULES)} == {"worse", "better"}


def test_only_the_same_group_over_days_that_hold_each_other_is_compared() -> None:
    told = Printed("p", 30, on=MAY)
    other, beside = Printed("q", 31, on=JANUARY), Printed("p", 31, on=MAY, from_day=MAY, to_day=MAY)
    here = Printed("p", 20, on=JANUARY)
    assert comparable(told, [other, beside, here]) == [beside, here]
