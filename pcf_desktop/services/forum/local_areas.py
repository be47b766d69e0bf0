"""The local areas of England by name: those to offer, and the one that was probably meant."""

from functools import cache

from rapidfuzz.distance import OSA

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.areas import known_areas
from pcf_desktop.importers.reference import read_list
from pcf_desktop.importers.statistics import areas
from pcf_desktop.services.counting import likeness

LETTERS_A_SLIP = 4
"""For each so many letters of a name one may be wrong, left out or swapped."""


@cache
def _names() -> dict[str, str]:
    """Return the name of each area that is inspected today, as families say it, by its key."""
    today = {term.key for term in read_list("area_aliases").terms if term.active}
    keys = {areas.find_area(name).key: name for name in set(known_areas().values())}
    return {key: name for key, name in keys.items() if key in today}


def names() -> tuple[str, ...]:
    """Return the areas that are inspected today, by the alphabet."""
    return tuple(sorted(_names().values()))


def meant(typed: str) -> str | None:
    """Return the area that was probably meant, None if it is typed so or none is like it."""
    said = typed.strip().casefold()
    if not said or said in (name.casefold() for name in names()):
        return None
    try:
        return _names().get(areas.find_area(typed).key)
    except UserError:
        return _slipped(said) or likeness.nearest(typed, names())


def _slipped(said: str) -> str | None:
    """Return the one area whose name is nearest by single slips, as Kent is to Knet."""
    slips = {name: OSA.distance(said, name.casefold()) for name in names()}
    fewest = min(slips.values())
    near = [name for name, count in slips.items() if count == fewest]
    return near[0] if len(near) == 1 and fewest * LETTERS_A_SLIP <= len(said) else None
