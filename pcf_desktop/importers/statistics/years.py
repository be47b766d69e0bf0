"""The time a published row is about: a calendar year, or a school or financial year."""

import re
from collections.abc import Collection

_SPLIT = re.compile(r"^(20\d\d)\s?[/\u2013-]?\s?(?:20)?(\d\d)$")


def year_label(period: str) -> str:
    """Return 2023/24 for the time_period 202324, and 2024 as it stands."""
    match = _SPLIT.match(period.strip())
    if match and (int(match[1]) + 1) % 100 == int(match[2]):
        return f"{match[1]}/{match[2]}"
    return period.strip()


def choose_year(wanted: str | None, there: Collection[str]) -> tuple[str | None, str]:
    """Return which of the labels is meant, and a sentence where it was not said outright.

    Without a wish it is the latest. A single year, where there are only school years, is the
    one that ends in it, because the department counts pupils each January.
    """
    if not there:
        return None, ""
    if wanted is None:
        latest = max(there)
        return latest, f"No year was chosen, so this is the latest, {latest}."
    label = year_label(wanted)
    if label in there:
        return label, ""
    ending = [each for each in there if "/" in each and each[-2:] == label[-2:] and len(label) == 4]  # noqa: PLR2004
    if len(ending) == 1:
        return ending[0], f"{label} was taken as {ending[0]}: pupils are counted each January."
    return None, ""
