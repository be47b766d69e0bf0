"""The chain of what was done: ids and actions, never a word of a family."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pcf_desktop.records.base import Base, Digest, Label


class AuditEntry(Base):
    """One change of the file; `id` is the save number, `hash` seals it to the one before.

    `changes` names, for each table, how many rows were added, changed and removed, and the uids
    of the first few; and the sum of all rows' digests after it.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (UniqueConstraint("hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    device: Mapped[UUID]
    action: Mapped[Label]
    changes: Mapped[dict[str, Any]]
    previous: Mapped[Digest]
    hash: Mapped[Digest]
