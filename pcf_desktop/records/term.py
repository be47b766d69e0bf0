"""Reference lists as data: every list of words a forum can edit, with aliases and dates."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Code, Label, Record, Words, owned_by


class TermList(Record):
    """A list, such as the channels or the needs; `key` is what the program calls it."""

    __tablename__ = "term_list"
    __table_args__ = (UniqueConstraint("key"),)

    key: Mapped[Code]
    title: Mapped[Label]


class Term(Record):
    """One word of a list. What was once used is never deleted, only no longer offered."""

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("list_id", "key"),)

    list_id: Mapped[int] = owned_by("term_list")
    key: Mapped[Code]
    label: Mapped[Label]
    plain: Mapped[Words | None]
    position: Mapped[int]
    active: Mapped[bool]
    confirmed: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    colour: Mapped[Code | None]
    shape: Mapped[Code | None]


class KnownWord(Record):
    """What a person once said that words of a file mean, so that nobody is asked again.

    `list_key` names a reference list, or one that is none, as `district`. `words` are as
    `names.normal` gives them. `meaning` is the key of a term, or the district; empty: none of them.
    """

    __tablename__ = "known_word"
    __table_args__ = (UniqueConstraint("list_key", "words"),)

    list_key: Mapped[Code]
    words: Mapped[Label]
    meaning: Mapped[Label]


class TermAlias(Record):
    """Another name people use for a term; `chosen` when a person said so."""

    __tablename__ = "term_alias"
    __table_args__ = (UniqueConstraint("term_id", "words"),)

    term_id: Mapped[int] = owned_by("term")
    words: Mapped[Label]
    chosen: Mapped[bool]
