"""Columns that say who somebody is, by their heading and by what stands in them.

A heading of nothing but such words ("2. Surname of child") is enough, unless its answers show that
it asked for something else: Yes and No, a role, the first part of a postcode. Any other heading
leaves it to the answers, of which fewer are needed where it speaks of names or addresses.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import dropwhile

from pcf_desktop.importers.columns.asking import shortened
from pcf_desktop.importers.columns.closed import only_says_yes_or_no
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.identity_values import (
    are_names,
    holds_identity,
    is_coordinate,
    is_outward,
    is_whole_day,
    look_like_names,
    share_of_names,
)
from pcf_desktop.importers.columns.identity_words import (
    OWNED,
    THINGS,
    Phrase,
    WordRole,
    flat,
    phrases,
)
from pcf_desktop.importers.sheet import Kind

_NOUNS = frozenset({WordRole.PERSON, WordRole.OTHER})
_BETWEEN = OWNED | {WordRole.AROUND}
_NOTHING = frozenset(
    {"anonymous", "n/a", "na", "none", "-", ".", "x", "prefer not to say", "no name"}
)
_TICKS = frozenset({"0", "1", "x", "true", "false", "checked", "unchecked", "selected", "\u2713"})
_LEAST = 6
_SHORT = 4
"""Telling phrases of a heading that asks for little else."""
_A_FEW_NAMES = 0.2
_ROLES = 0.7
_MOST = 0.7
_LONGEST_ROLE = 40
_REPEATED = 3


def find_identity(heading: str, values: Sequence[str]) -> Finding | None:
    """Return the finding of a column that says who somebody is; None for any other."""
    found = phrases(heading)
    values = [value for value in values if value.strip().casefold() not in _NOTHING]
    if not values:
        return Finding(Kind.IDENTITY) if _asks_for_it(found) else None
    roles = {phrase.role for phrase in found}
    asked = frozenset(roles & THINGS)
    what = holds_identity(values, asked)
    if what is None and _asks_for_it(found) and not _is_something_else(heading, asked, values):
        return Finding(Kind.IDENTITY)
    if what is None and _are_names(found, values):
        what = "names"
    if what is None:
        return None
    warning = f"“{shortened(heading)}” holds {what}, so it is dropped unless you keep it."
    reason = "" if what == "names" else f"It holds {what}."
    return Finding(Kind.IDENTITY, warning=None if _asks_for_it(found) else warning, reason=reason)


def named_as_identity(heading: str) -> bool:
    """Return whether a heading asks for nothing but who somebody is, as "Email" or "Your name"."""
    return _asks_for_it(phrases(heading))


def mentions_identity(heading: str) -> bool:
    """Return whether a heading speaks of names, addresses or numbers, also among other words."""
    return any(phrase.role in THINGS for phrase in phrases(heading))


def _asks_for_it(found: Sequence[Phrase]) -> bool:
    if any(phrase.role is WordRole.UNKNOWN for phrase in found):
        return False
    return any(
        phrase.role in THINGS and _owner(found, place) is not WordRole.OTHER
        for place, phrase in enumerate(found)
    )


def _owner(found: Sequence[Phrase], place: int) -> WordRole | None:
    """Return whose the name at a place is: a person's, some other thing's, or nobody's said.

    "Name of your child's school" is the school's, "school contact name" the contact's.
    """
    if found[place].role not in OWNED:
        return None
    after = list(found[place + 1 :])
    behind = list(dropwhile(lambda each: each.role in _BETWEEN, after))  # "name and address of …"
    if behind and behind[0].role is WordRole.OF:
        return _of(behind)
    before = next((each.role for each in reversed(found[:place]) if each.role in _NOUNS), None)
    if before is None and after and after[0].role in _NOUNS:
        return _of(after)
    return before


def _of(after: Sequence[Phrase]) -> WordRole | None:
    """Return the first noun that is not itself an owner; of two side by side the second."""
    last: WordRole | None = None
    for phrase in after:
        if phrase.role in _NOUNS and not phrase.whose:
            last = phrase.role
        elif last is not None:
            break
    return last


def _is_something_else(heading: str, asked: frozenset[WordRole], values: Sequence[str]) -> bool:
    """Return whether answers show that a heading, by its words of names, asked otherwise."""
    different = {flat(value).strip() for value in values}
    if only_says_yes_or_no(list(set(values))) or different <= _TICKS | {flat(heading).strip()}:
        return True
    if WordRole.NETWORK in asked:
        return False
    return (
        _is_of_another_form(asked, values)
        or _share(values, _is_a_role) >= _ROLES
        or _is_chosen(different, values)
    )


def _is_of_another_form(asked: frozenset[WordRole], values: Sequence[str]) -> bool:
    if WordRole.POSTCODE in asked and _share(values, is_outward) >= _MOST:
        return True
    if asked == {WordRole.COORDINATES}:
        return _share(values, is_coordinate) < _MOST
    years = asked == {WordRole.BIRTH} and _share(values, str.isdigit) >= _MOST
    return years and not any(map(is_whole_day, values))


def _is_chosen(different: Collection[str], values: Sequence[str]) -> bool:
    """Return whether a few answers come again and again, and are no names."""
    repeated = len(values) >= _LEAST and len(different) * _REPEATED <= len(values)
    return repeated and share_of_names(values, single=True) < _A_FEW_NAMES


def _are_names(found: Sequence[Phrase], values: Sequence[str]) -> bool:
    """Return whether most answers are names; a school or a street may be called after somebody."""
    roles = {phrase.role for phrase in found}
    if _of(found) is WordRole.OTHER:
        return False
    asked = bool(roles & {WordRole.NAME, WordRole.PERSON, WordRole.DETAILS})
    if len(values) < (1 if asked else _REPEATED):
        return False
    if are_names(values, asked=asked):
        return True
    telling = sum(phrase.role is not WordRole.AROUND for phrase in found)
    return asked and telling <= _SHORT and look_like_names(values)


def _is_a_role(value: str) -> bool:
    """Return whether an answer is who somebody is to the child, as "Parent" or "Foster carer"."""
    if len(value) > _LONGEST_ROLE:
        return False
    roles = {phrase.role for phrase in phrases(value)}
    return bool(roles & _NOUNS) and WordRole.UNKNOWN not in roles


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, values)) / len(values)
