"""By what a family is known in a file: a code of the forum's log, or an e-mail address.

Neither is kept. A digest keyed by the forum's own secret is, so that the next file finds the same
family, and nobody who has the digest alone can try addresses against it.
"""

import hmac
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Family, FamilyMark
from pcf_desktop.services.families import families

CODE, EMAIL = "code", "email"


def digest(secret: str, kind: str, written: str) -> str:
    """Return the mark of what stands in a file, capitals and blanks aside."""
    plain = " ".join(written.split()).casefold()
    words = f"{kind}\n{plain}".encode("utf-8", "replace")
    return hmac.digest(bytes.fromhex(secret), words, "sha256").hex()


def known(session: Session) -> dict[str, str]:
    """Return the code of each family that is known by a mark."""
    rows = session.execute(
        select(FamilyMark.digest, Family.code).join(Family, Family.id == FamilyMark.family_id)
    )
    return {row[0]: row[1] for row in rows}


def put(session: Session, marks: Iterable[str], code: str | None) -> str:
    """Make these marks a family's from now on; return its code. None: a new family with the next.

    The marks must be nobody's yet.
    """
    family = families.by_code(session, code) if code is not None else families.new(session)
    session.add_all(FamilyMark(family_id=family.id, digest=mark) for mark in marks)
    session.flush()
    return family.code
