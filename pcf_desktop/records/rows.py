"""Many rows at once: stamped like any record, and three times as fast as one object each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from pcf_desktop.records import stamp
from pcf_desktop.records.base import Record

STAMPS = ("made_at", "made_on", "changed_at", "changed_on")


def insert_rows(
    connection: Connection,
    record: type[Record],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Insert rows of plain values, in the order of `columns`; uids and stamps are added.

    The values take the same way through the columns' types as they would one by one; only the
    stamps, alike for all rows of a change, take it once.
    """
    table = record.__table__
    dialect = connection.dialect
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    names = (*columns, "uid", *STAMPS)
    quote = dialect.identifier_preparer.quote
    statement = (
        f"INSERT INTO {quote(record.__tablename__)} ({', '.join(map(quote, names))}) "  # noqa: S608
        f"VALUES ({', '.join([mark] * len(names))})"
    )
    way = {name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names}
    now, device = stamp.now(), stamp.device()
    stamps = tuple(
        _through(way[name], value)
        for name, value in zip(STAMPS, (now, device, now, device), strict=True)
    )
    needed = [(place, found) for place, name in enumerate(columns) if (found := way[name])]
    values: list[tuple[Any, ...]] = []
    for row in rows:
        cells = list(row)
        for place, process in needed:
            cells[place] = process(cells[place])
        values.append((*cells, _through(way["uid"], stamp.new_uid()), *stamps))
    if values:
        connection.exec_driver_sql(statement, values)


def _through(process: Callable[[Any], Any] | None, value: object) -> Any:
    return process(value) if process is not None else value
