"""The sums by which rows are known to be the ones last saved."""

from sqlalchemy import BigInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pcf_desktop.records.base import Base, Code


class PartDigest(Base):
    """The sum of the digests of a run of rows of one table; `part` counts the runs by their ids."""

    __tablename__ = "part_digest"
    __table_args__ = (UniqueConstraint("tbl", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tbl: Mapped[Code]
    part: Mapped[int]
    digest: Mapped[int] = mapped_column(BigInteger)
