"""The reference lists: shipped as data, loaded into a new forum, then the forum's own."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.reference import ReferenceTerm, read_list
from pcf_desktop.paths import shipped
from pcf_desktop.records import Term, TermAlias, TermList

READ_WHERE_THEY_LIE = frozenset({"area_aliases", "deadline", "log_column", "may_quote"})
"""Lists of the program's own, which no forum edits."""


@dataclass(frozen=True)
class Word:
    """A term as the screens and readers need it."""

    id: int
    key: str
    label: str
    plain: str | None
    aliases: tuple[str, ...]
    active: bool


def load(session: Session) -> None:
    """Fill an empty forum with every list that ships."""
    for path in sorted(shipped("resources", "reference").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if "term" in data and data["list"] not in READ_WHERE_THEY_LIE:
            _load_list(session, data)
    session.flush()


def words(session: Session, list_key: str) -> list[Word]:
    """Return a list's terms in their order, those no longer offered included."""
    rows = session.execute(
        select(Term.id, Term.key, Term.label, Term.plain, Term.active)
        .join(TermList, TermList.id == Term.list_id)
        .where(TermList.key == list_key)
        .order_by(Term.position, Term.id)
    ).all()
    aliases: dict[int, list[str]] = {}
    found = select(TermAlias.term_id, TermAlias.words).where(
        TermAlias.term_id.in_([row.id for row in rows])
    )
    for term_id, alias in session.execute(found):
        aliases.setdefault(term_id, []).append(alias)
    return [
        Word(row.id, row.key, row.label, row.plain, tuple(aliases.get(row.id, ())), row.active)
        for row in rows
    ]


def offered(session: Session, list_key: str) -> tuple[ReferenceTerm, ...]:
    """Return the terms that a list offers, as the readers of words want them.

    What only the shipped list says of a term, such as the ends of an age band, comes with it.
    """
    more = {term.key: term.more for term in read_list(list_key).terms}
    return tuple(
        ReferenceTerm(
            word.key, word.label, word.plain or "", place, word.aliases, more=more.get(word.key, {})
        )
        for place, word in enumerate(words(session, list_key), start=1)
        if word.active
    )


def term_id(session: Session, list_key: str, key: str) -> int:
    """Return the id of a term; KeyError when the list has no such term."""
    found = session.scalar(
        select(Term.id)
        .join(TermList, TermList.id == Term.list_id)
        .where(TermList.key == list_key, Term.key == key)
    )
    if found is None:
        raise KeyError(f"{list_key}: {key}")
    return found


def add(session: Session, list_key: str, label: str) -> int:
    """Add a term of the forum's own at the end of a list; return its id."""
    owner = session.scalars(select(TermList).where(TermList.key == list_key)).one()
    last = session.scalar(select(func.max(Term.position)).where(Term.list_id == owner.id)) or 0
    term = Term(
        list_id=owner.id,
        key=f"own-{last + 1}",
        label=label.strip(),
        position=last + 1,
        active=True,
        confirmed=True,
    )
    session.add(term)
    session.flush()
    return term.id


def _load_list(session: Session, data: dict[str, Any]) -> None:
    owner = TermList(key=data["list"], title=data["title"])
    session.add(owner)
    session.flush()
    terms = [
        (
            Term(
                list_id=owner.id,
                key=entry["key"],
                label=entry["label"],
                plain=entry.get("plain"),
                position=entry.get("position", place),
                active=entry.get("active", True),
                confirmed=entry.get("confirmed", True),
                valid_from=_day(entry.get("valid_from")),
                valid_to=_day(entry.get("valid_to")),
                colour=entry.get("colour"),
                shape=entry.get("shape"),
            ),
            entry.get("aliases", []),
        )
        for place, entry in enumerate(data["term"], start=1)
    ]
    session.add_all(term for term, _ in terms)
    session.flush()
    session.add_all(
        TermAlias(term_id=term.id, words=alias, chosen=False)
        for term, aliases in terms
        for alias in dict.fromkeys(aliases)
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
