"""Searches worth keeping."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Label, Record, Words


class SavedSearch(Record):
    """A search with its filters, by a name."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[Label]
    words: Mapped[Words]
    filters: Mapped[Words]
