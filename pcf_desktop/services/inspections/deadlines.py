"""When something is due after an inspection, in working days of England or in months.

The rules are data (`deadline` among the reference lists), each with its source. What they give
is a proposal: a deadline can be overridden with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from pcf_desktop.importers.reference import ReferenceTerm, read_list

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5


@dataclass(frozen=True)
class Rule:
    """An amount of a unit (working_days, weeks, months, years) from an event to what is due.

    `counts_from` is a kind of event. `last_day` is False for what is only usual. A rule that is
    not `confirmed` is worded cautiously on screen.
    """

    key: str
    label: str
    plain: str
    amount: int
    unit: str
    counts_from: str
    last_day: bool
    source: str
    confirmed: bool


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rules that ship, by key."""
    return {term.key: _rule(term) for term in read_list("deadline").terms}


def _rule(term: ReferenceTerm) -> Rule:
    amount = term.more["amount"]
    if not isinstance(amount, int):
        raise TypeError(term.key)
    return Rule(
        key=term.key,
        label=term.label,
        plain=term.plain,
        amount=amount,
        unit=str(term.more["unit"]),
        counts_from=str(term.more["counts_from"]),
        last_day=term.more["limit"] == "last_day",
        source=str(term.more["source"]),
        confirmed=term.confirmed,
    )


def due(event: date, rule: Rule) -> date:
    """Return the day on which a rule falls, counted from the event's day.

    Months and years go to the same day of the month, or to its last (31 August + 6 months is
    the last of February). Source of the working days: `working_day_after`.
    """
    if rule.unit == "working_days":
        return working_day_after(event, rule.amount)
    return event + relativedelta(**{rule.unit: rule.amount})  # type: ignore[arg-type]  # weeks …


def working_day_after(day: date, count: int) -> date:
    """Return the working day that lies `count` after a day, or before it if negative.

    The first one counted is the one after the day itself. With 70 this gives the dates that
    local areas were set for their Written Statements of Action.
    """
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(earlier: date, later: date) -> int:
    """Return how many working days lie after one day, up to and with the other.

    Negative where `later` is the earlier one, so that *3 working days late* can be said.
    """
    if later < earlier:
        return -working_days_between(later, earlier)
    days = (earlier + timedelta(days=n) for n in range(1, (later - earlier).days + 1))
    return sum(map(is_working_day, days))


def is_working_day(day: date) -> bool:
    """Return whether it is Monday to Friday and no bank holiday in England."""
    return day.weekday() < SATURDAY and day not in _bank_holidays()


@cache
def _bank_holidays() -> "HolidayBase":
    # Loaded when first asked for: it takes a fifth of a second that opening the window can spare.
    import holidays  # noqa: PLC0415

    return holidays.country_holidays("GB", subdiv="ENG")
