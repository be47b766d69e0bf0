"""Published counts of children with special needs in the area, to compare who was heard with."""

from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Code, Label, Record, Words, refers_to


class Population(Record):
    """One published count; `mark` stands for a suppressed one, which is never zero."""

    __tablename__ = "population"

    term_id: Mapped[int | None] = refers_to("term")
    area: Mapped[Label]
    year: Mapped[Code]
    measure: Mapped[Label]
    count: Mapped[int | None]
    mark: Mapped[Code | None]
    source: Mapped[Words]
