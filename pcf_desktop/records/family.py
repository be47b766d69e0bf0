"""Families by reference code, never by name, and what is known of their children."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Code, Digest, Label, Record, owned_by, refers_to


class Family(Record):
    """One household, one voice; the key from code to name lies outside this program."""

    __tablename__ = "family"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[Code]
    is_member: Mapped[bool | None]
    district: Mapped[Label | None]


class FamilyMark(Record):
    """By what a family is known in a file that somebody brought in: a code, an e-mail address.

    It is kept as a digest keyed by the forum's own secret, so what stood in the file is nowhere.
    """

    __tablename__ = "family_mark"
    __table_args__ = (UniqueConstraint("family_id", "digest"),)

    family_id: Mapped[int] = owned_by("family")
    digest: Mapped[Digest]


class Child(Record):
    """What bears on a child's support, in coarse terms only."""

    __tablename__ = "child"

    family_id: Mapped[int] = owned_by("family")
    age_band_id: Mapped[int | None] = refers_to("term")
    need_id: Mapped[int | None] = refers_to("term")
    status_id: Mapped[int | None] = refers_to("term")
    setting_id: Mapped[int | None] = refers_to("term")
    ethnicity_id: Mapped[int | None] = refers_to("term")
