"""Families by reference code."""

import re
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Child, Family
from pcf_desktop.services.forum import series

_CODE = re.compile(r"^(?:F-?)?(\d{1,6})$", re.IGNORECASE)


@dataclass(frozen=True)
class AboutChild:
    """What is said of a child: ids of terms in coarse lists, or nothing."""

    age_band_id: int | None = None
    need_id: int | None = None
    status_id: int | None = None
    setting_id: int | None = None


def code(number: int) -> str:
    """Return the reference code of a number, as F-0152."""
    return f"F-{number:04d}"


def new(session: Session) -> Family:
    """Make a family with the next code."""
    family = Family(code=code(series.take(session, "family")))
    session.add(family)
    session.flush()
    return family


def normal(written: str) -> str | None:
    """Return a code as it is kept, of `152`, `f152` or `F-0152`; None when it is no code."""
    found = _CODE.match(written.strip())
    return code(int(found[1])) if found is not None else None


def by_code(session: Session, written: str) -> Family:
    """Return the family with this code, made where it is new.

    Raises:
        UserError: the words are no code; a name must never stand in its place.
    """
    wanted = normal(written)
    if wanted is None:
        raise UserError(
            "A family is known here by a code such as F-0152, never by a name.",
            "Nothing was changed.",
            "Choose a code from the list, or New family.",
        )
    family = session.scalars(select(Family).where(Family.code == wanted)).one_or_none()
    if family is None:
        family = Family(code=wanted)
        session.add(family)
        series.reach(session, "family", int(wanted.removeprefix("F-")))
    session.flush()
    return family


def next_code(session: Session) -> str:
    """Return the code the next new family would get."""
    return code(series.peek(session, "family") + 1)


def codes(session: Session) -> list[str]:
    """Return every code there is."""
    return list(session.scalars(select(Family.code).order_by(Family.code)))


def about(session: Session, child_id: int | None) -> AboutChild:
    """Return what is said of a child, nothing of none."""
    child = session.get(Child, child_id) if child_id is not None else None
    if child is None:
        return AboutChild()
    return AboutChild(child.age_band_id, child.need_id, child.status_id, child.setting_id)


def child_for(session: Session, family: Family, about: AboutChild) -> int | None:
    """Return the family's child that fits what is said, made where there is none; else None."""
    known = asdict(about)
    if about == AboutChild():
        return None
    query = select(Child).where(Child.family_id == family.id)
    for name, value in known.items():
        column = getattr(Child, name)
        query = query.where(column.is_(None) if value is None else column == value)
    child = session.scalars(query.order_by(Child.id)).first()
    if child is None:
        child = Child(family_id=family.id, **known)
        session.add(child)
        session.flush()
    return child.id
