"""The reference lists that ship with the program, read as plain values.

They are where a new forum starts; from then on its own lists, in its own file, hold good.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from pcf_desktop.paths import shipped

FOLDER = ("resources", "reference")


@dataclass(frozen=True)
class ReferenceTerm:
    """One word of a list: its fixed `key`, its label, and the same in plain words.

    `aliases` are other names for it, unique in the list. A term that is not `active` is known
    but not offered; one that is not `confirmed` rests on general knowledge, so the screen says
    so. `colour` is the name of an appearance token, `shape` what prints without colour.
    `valid_from` and `valid_to` are the first and the last day. `more` holds what only some
    lists have, such as a census `code`, or the ends of an age band.
    """

    key: str
    label: str
    plain: str
    position: int
    aliases: tuple[str, ...] = ()
    active: bool = True
    confirmed: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    colour: str | None = None
    shape: str | None = None
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Return all by which the term is called: label, aliases, census code."""
        code = self.more.get("code")
        return (self.label, *self.aliases, *([code] if isinstance(code, str) else []))


@dataclass(frozen=True)
class ReferenceList:
    """A list of words, in its order; `key` is what the program calls it."""

    key: str
    title: str
    terms: tuple[ReferenceTerm, ...]

    def term(self, key: str) -> ReferenceTerm:
        """Return the term of that key; KeyError where there is none."""
        for each in self.terms:
            if each.key == key:
                return each
        raise KeyError(key)


_FIXED = {each.name for each in fields(ReferenceTerm)} - {"more"}


def read_list(key: str) -> ReferenceList:
    """Return one shipped list, its terms in order."""
    data = tomllib.loads(shipped(*FOLDER, f"{key}.toml").read_text(encoding="utf-8"))
    terms = sorted((_term(raw) for raw in data["term"]), key=lambda term: term.position)
    return ReferenceList(str(data["list"]), str(data["title"]), tuple(terms))


def _term(raw: dict[str, object]) -> ReferenceTerm:
    aliases = raw.get("aliases", [])
    values = {name: value for name, value in raw.items() if name in _FIXED}
    values["aliases"] = tuple(aliases) if isinstance(aliases, list) else ()
    more = {name: value for name, value in raw.items() if name not in _FIXED}
    return ReferenceTerm(**values, more=more)  # type: ignore[arg-type]  # its own file's names
