"""Which local area a name means; sources write Bristol, Bristol City Council, Bristol, City of."""

import re
from dataclasses import dataclass
from functools import cache

from pcf_desktop.errors import UserError
from pcf_desktop.importers.names import normal
from pcf_desktop.importers.reference import ReferenceTerm, read_list

_AROUND = re.compile(
    r"\b(?:(?:the )?(?:(?:royal|metropolitan|county|district|unitary) )*borough(?: of| council)|"
    r"(?:the )?london borough(?: of)?|lb(?: of)?|"
    r"(?:metropolitan|city|county|district|unitary) council|"
    r"city of(?! london)|county of|royal|metropolitan|council|local authority|local area|"
    r"unitary authority|mbc|city$)\b"
)
"""What councils put around their name; without *City of* London would be all of London."""


@dataclass(frozen=True)
class Area:
    """A local area with its codes; `followed_by` and `followed` are areas after and before it."""

    key: str
    name: str
    codes: frozenset[str]
    old_code: str
    names: frozenset[str]
    followed_by: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()


@cache
def areas() -> dict[str, Area]:
    """Return the local areas of England that are and that were, by key."""
    return {term.key: _area(term) for term in read_list("area_aliases").terms}


def _area(term: ReferenceTerm) -> Area:
    return Area(
        key=term.key,
        name=term.label,
        codes=frozenset(_texts(term, "codes")),
        old_code=str(term.more["old_code"]),
        names=frozenset(_bare(name) for name in term.names),
        followed_by=tuple(_texts(term, "followed_by")),
        followed=tuple(_texts(term, "followed")),
    )


def _texts(term: ReferenceTerm, column: str) -> list[str]:
    value = term.more.get(column, [])
    return [str(each) for each in value] if isinstance(value, list) else []


def _bare(name: str) -> str:
    said = normal(name)
    return " ".join(_AROUND.sub(" ", said).split()) or said


def find_area(words: str) -> Area:
    """Return the area of a name, of a code such as E06000051, or of an old code such as 893.

    Raises `UserError` where none is meant for sure: a wrong area makes every figure wrong.
    """
    code = words.strip().upper()
    for area in areas().values():
        if code in area.codes or code == area.old_code:
            return area
    said = _bare(words)
    for area in areas().values():
        if said in area.names:
            return area
    raise UserError(
        "There is no local area in England with this name.",
        "Nothing has changed.",
        "Write it as the council does, such as Shropshire, or use its code, such as E06000051.",
    )


def named(keys: tuple[str, ...]) -> str:
    """Return the names of areas as a phrase."""
    return " and ".join(areas()[key].name for key in keys)
