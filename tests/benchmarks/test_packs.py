"""What a pack's figures cost at 100,000 comments, and the attacker over many tables and packs."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from time import perf_counter

import pytest
from sqlalchemy import func, select

from pcf_desktop.records import Feedback, Link
from pcf_desktop.services.counting.voices import VOICE
from pcf_desktop.services.disclosure.dividing import Group, divided
from pcf_desktop.services.disclosure.finding import found_in
from pcf_desktop.services.disclosure.printed import Printed, Rules
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from tests.benchmarks.conftest import Big, Say

pytestmark = [pytest.mark.slow, pytest.mark.bench]

ROUNDS = 5
TABLES, EARLIER = 60, 5
FIGURES_BAR, CHECK_BAR = 600, 2_000
"""Milliseconds on two cores; printed, never asserted."""
DAY = date(2026, 1, 10)


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    took = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        took.append((perf_counter() - began) * 1_000)
    return sorted(took)[rounds // 2]


def test_the_figures_of_a_pack_of_a_large_forum(big: Big, say: Say) -> None:
    plan = PackPlan(quotes_each=0)

    def ours() -> None:
        with big.workspace.read() as session:
            content = packs._gather(session, plan, DAY)
            for each in content.priorities:
                content.told(each)

    def floor() -> None:
        """Read each link with its voice once, which no count can do without."""
        with big.workspace.read() as session:
            linked = select(Link.priority_id, func.count(VOICE.distinct()))
            linked = linked.join(Feedback, Feedback.id == Link.feedback_id)
            session.execute(linked.group_by(Link.priority_id)).all()

    mine, bare = median_ms(ours), median_ms(floor)
    say("figures of a pack, 100,000 comments", mine, bare, f"≤ {FIGURES_BAR} ms")
    assert mine / bare < 10


def test_the_attacker_over_sixty_tables_and_five_packs(say: Say) -> None:
    rng, rules = random.Random(3), Rules()
    counts = [
        {f"answer {n}": rng.randint(0, 60) for n in range(rng.randint(3, 8))} for _ in range(TABLES)
    ]
    earlier: list[Printed] = []
    checked = 0.0
    began = perf_counter()
    for pack in range(EARLIER + 1):
        on, told = DAY + timedelta(days=90 * pack), list[Printed]()
        for place, parts in enumerate(counts):
            group = Group(f"question {place}", sum(parts.values()), dict(parts), on)
            found = divided(group, rules, earlier)
            if found is not None:
                told.append(found)
            for part in parts:
                parts[part] += rng.choice([0, 0, 1, 3, 9])
        if pack == EARLIER:
            before = list(earlier)
            checked = median_ms(partial(found_in, told, before, rules), 3)
        earlier += told
    making = (perf_counter() - began) * 1_000 / (EARLIER + 1)
    say("dividing 60 tables beside the packs before", making, None, f"≤ {CHECK_BAR} ms")
    say("disclosure check of 60 tables and 5 packs", checked, None, f"≤ {CHECK_BAR} ms")
