"""Nobody is found in what is printed, in one table or between two packs, by any means."""

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest

from pcf_desktop.services.disclosure.attacker import Statement
from pcf_desktop.services.disclosure.dividing import Group, divided, total
from pcf_desktop.services.disclosure.finding import found_in
from pcf_desktop.services.disclosure.printed import Printed, Rules

RULES = Rules()
FIRST, LATER = date(2026, 1, 10), date(2026, 7, 10)
TABLES, PAIRS = 2000, 200


def drawn(rng: random.Random, parts: int, base: int) -> dict[str, int]:
    """Let so many families choose among so many answers, some of them rare."""
    weights = [rng.random() ** 3 + 0.001 for _ in range(parts)]
    counts = dict.fromkeys("abcdefgh"[:parts], 0)
    for chosen in rng.choices(list(counts), weights, k=base):
        counts[chosen] += 1
    return counts


def group(counts: Mapping[str, int], on: date = FIRST) -> Group:
    return Group("k", sum(counts.values()), counts, on)


def recovered(statements: Sequence[Statement]) -> set[str]:
    """Return the unknowns that follow by algebra alone, in exact fractions: the rank test."""
    equations = [each for each in statements if each.least == each.most]
    names = sorted({name for each in equations for name in each.terms})
    rows = [[Fraction(each.terms.get(name, 0)) for name in names] for each in equations]
    for column in range(len(names)):
        pivot = next((r for r in rows if r[column] and not any(r[:column])), None)
        if pivot is None:
            continue
        for row in rows:
            if row is not pivot and row[column]:
                by = row[column] / pivot[column]
                row[:] = [x - by * y for x, y in zip(row, pivot, strict=True)]
    alone = (row for row in rows if sum(map(bool, row)) == 1)
    return {names[next(place for place, x in enumerate(row) if x)] for row in alone}


def test_two_thousand_tables_give_nobody_away(capsys: pytest.CaptureFixture[str]) -> None:
    rng, cells, kept, found = random.Random(12), 0, 0, 0
    for _ in range(TABLES):
        counts = drawn(rng, rng.randint(2, 8), rng.choice([8, 14, 30, 60, 150, 800]))
        told = divided(group(counts), RULES)
        if told is None:
            assert sum(counts.values()) < RULES.breakdown
            continue
        cells += sum(count >= RULES.small for count in counts.values())
        kept += len(told.alone)
        assert sum(told.shown.values()) in {0, told.base}
        assert all(count >= RULES.small for count in told.shown.values())
        for parts, count in told.shown.items():  # counted another way: each named part has one
            if len(parts) > 1 and any(counts[part] < RULES.small for part in parts):
                found += count - len(parts) < RULES.small
        found += len(recovered(list(told.statements("t"))) & {f"t.{p}" for p in told.hidden})
    with capsys.disabled():
        sys.stdout.write(f"\n{TABLES} tables: {found} found; {kept / cells:.0%} of cells kept ")
    assert found == 0
    assert kept / cells > 0.6  # nobody wins by hiding all


def later(rng: random.Random, counts: Mapping[str, int]) -> dict[str, int]:
    """Let some time pass: nobody, a few or many have come, or one took something back."""
    came = drawn(rng, len(counts), rng.choice([0, 1, 2, 4, 6, 15, 40, 100]))
    found = {part: counts[part] + came[part] for part in counts}
    if rng.random() < 0.2:
        found[rng.choice([part for part in found if found[part]])] -= 1
    return found


def isolated(told: Printed, before: Printed) -> Iterator[str]:
    """Yield where two packs beside each other show a difference of one to four families."""
    if 0 < abs(told.base - before.base) < RULES.small:
        yield "base"
    for parts in told.shown.keys() & before.shown.keys():
        if 0 < abs(told.shown[parts] - before.shown[parts]) < RULES.small:
            yield f"{parts}"
    both = [*told.statements("now"), *before.statements("then")]
    every = {*told.parts, *before.parts}
    for part in every:
        change = told.parts.get(part, 0) - before.parts.get(part, 0)
        terms = {f"{of}.{part}": n for of, each, n in (("now", told, 1), ("then", before, -1))
                 if part in each.parts}  # fmt: skip
        name = f"change.{part}"
        equation = Statement({**terms, name: -1}, 0, 0)
        if 0 < abs(change) < RULES.small and name in recovered([*both, equation]):
            yield part


def test_two_hundred_pairs_of_packs_give_nobody_away(capsys: pytest.CaptureFixture[str]) -> None:
    rng, found, naive, same, anew = random.Random(21), 0, 0, 0, 0
    pairs = 0
    while pairs < PAIRS:
        counts = drawn(rng, rng.randint(2, 6), rng.choice([14, 40, 90, 300]))
        first = divided(group(counts), RULES)
        assert first is not None
        after = later(rng, counts)
        second = divided(group(after, LATER), RULES, [first])
        alone = divided(group(after, LATER), RULES)
        if second is None or alone is None:
            continue
        pairs += 1
        naive += any(isolated(alone, first))
        found += len(list(isolated(second, first)))
        same += second is first
        anew += second is not first and bool(second.shown)
    with capsys.disabled():
        sys.stdout.write(f"\n{PAIRS} pairs: {found} found, {naive} without a look at the first; ")
        sys.stdout.write(f"{anew} counted anew, {same} said again ")
    assert found == 0
    assert naive > PAIRS // 4  # else the pairs are too easy
    assert anew > PAIRS // 4


def test_parts_that_mean_the_same_go_together_first() -> None:
    near = [[("better", "strength"), ("worse", "concern"), ("mixed",)]]
    counts = {"better": 4, "strength": 9, "mixed": 8, "worse": 40, "concern": 4}
    told = divided(Group("k", 65, counts, near=near), RULES)
    assert told is not None
    assert told.shown == {("better", "strength"): 13, ("mixed",): 8, ("worse", "concern"): 44}


def test_a_named_part_has_somebody_in_it_so_a_small_sum_of_many_parts_tells_too_much() -> None:
    """Six in four named parts leave each of them one to three."""
    counts = {"a": 30, "b": 2, "c": 2, "d": 1, "e": 1}
    told = divided(group(counts), RULES)
    assert told is not None
    assert told.shown == {}
    printed = Printed("k", 36, {("a",): 30, ("b", "c", "d", "e"): 6}, counts)
    assert [each.part for each in found_in([printed], [], RULES)] == list("bcde")


def test_what_nobody_said_is_not_named() -> None:
    told = divided(group({"worse": 20, "mixed": 3, "no_change": 7, "better": 0}), RULES)
    assert told is not None
    assert told.shown == {("worse",): 20, ("mixed", "no_change"): 10}


def test_who_ticked_several_is_counted_once_in_what_is_put_together() -> None:
    counts = {"autism": 30, "deaf": 3, "blind": 4, "epilepsy": 6}
    several = Group("k", 34, counts, is_multiple=True, in_any=lambda parts: 5 * len(parts))
    told = divided(several, RULES)
    assert told is not None
    assert told.shown == {("autism",): 30, ("epilepsy",): 6, ("deaf", "blind"): 10}


def test_a_period_cut_three_days_later_says_the_earlier_figure_again() -> None:
    counts = {"worse": 20, "better": 15}
    first = divided(Group("k", 35, counts, FIRST, None, FIRST), RULES)
    assert first is not None
    one_more = Group("k", 36, {"worse": 21, "better": 15}, LATER, None, LATER)
    assert divided(one_more, RULES, [first]) is first
    elsewhere = Group("k", 36, {"worse": 21, "better": 15}, LATER, FIRST, LATER)
    found = divided(elsewhere, RULES, [first])  # other days, another figure
    assert found is not None
    assert found.shown == {("worse",): 21, ("better",): 15}


def test_a_bare_total_is_held_to_the_same() -> None:
    def of(n: int, *before: Printed) -> Printed | None:
        return total(Group("k", n, {}, LATER), RULES, before)

    assert of(4) is None
    first = Printed("k", 40, on=FIRST)
    assert of(43, first) is first
    assert of(45, first) == Printed("k", 45, on=LATER)
    assert of(40, first) == Printed("k", 40, on=LATER)


def test_of_three_packs_the_last_is_held_against_both() -> None:
    told: list[Printed] = []
    for worse, on in ((20, date(2026, 1, 1)), (26, date(2026, 2, 1)), (28, date(2026, 3, 1))):
        found = divided(group({"worse": worse, "better": 10}, on), RULES, told)
        assert found is not None
        told.append(found)
    assert [each.base for each in told] == [30, 36, 36]
