"""Which rows of a log are one family: by our own code, by the log's code, or by its e-mail."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers.logs.log_sheet import LogRow, Meaning
from pcf_desktop.importers.names import normal
from pcf_desktop.importers.reference import read_list
from pcf_desktop.records import Family
from pcf_desktop.services.families import families, marks
from pcf_desktop.services.forum import forums

COLUMN_LIST = "log_column"


@dataclass
class RowFamily:
    """One family of a log: its code where it is here already, and the marks that are new of it."""

    code: str | None
    is_new: bool
    new_marks: set[str] = field(default_factory=set)


class FamiliesOfLog:
    """Finds the family of each row; two rows with a mark in common are one family.

    Nothing is written until `code_of`. Where the forum has no secret yet nobody is known by a mark.
    """

    def __init__(self, session: Session) -> None:
        self._secret = forums.the_forum(session).secret or "00"
        self._codes = set(session.scalars(select(Family.code)))
        self._known = {
            mark: RowFamily(code, is_new=False) for mark, code in marks.known(session).items()
        }
        self._by_code = {each.code: each for each in self._known.values()}

    def of(self, row: LogRow) -> RowFamily | None:
        """Return the family of a row, None where it does not say."""
        written, mail = row.cell(Meaning.FAMILY), row.cell(Meaning.EMAIL)
        written = "" if normal(written) in _nobody() else written
        ours = families.normal(written)
        found = list(self._marks("" if ours else written, mail))
        known = next((self._known[mark] for mark in found if mark in self._known), None)
        if ours is not None:
            family = self._by_code.setdefault(ours, RowFamily(ours, ours not in self._codes))
        elif known is not None:
            family = known
        elif found:
            family = RowFamily(None, is_new=True)
        else:
            return None
        for mark in found:
            if mark not in self._known:
                self._known[mark] = family
                family.new_marks.add(mark)
        return family

    def _marks(self, written: str, mail: str) -> Iterable[str]:
        if written:
            yield marks.digest(self._secret, marks.CODE, written)
        if mail:
            yield marks.digest(self._secret, marks.EMAIL, mail)


def code_of(session: Session, family: RowFamily) -> str:
    """Return a family's code, made and marked where it is new."""
    if family.code is None or family.new_marks:
        family.code = marks.put(session, sorted(family.new_marks), family.code)
        family.new_marks.clear()
    return family.code


@cache
def _nobody() -> frozenset[str]:
    """Return what is written in place of a code where nobody knows it, so that nobody is meant."""
    said = read_list(COLUMN_LIST).term(Meaning.FAMILY).more["nobody"]
    return frozenset(map(normal, said if isinstance(said, list) else [])) | {""}
