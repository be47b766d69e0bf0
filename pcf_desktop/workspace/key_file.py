"""Which key file is the current one: each has a number, and the encrypted database notes the last.

A change of passphrase wraps the same data key anew. The key file of an older copy would go on
opening today's database with the passphrase of that day; by its number it is known, and then only
the recovery key opens. That holds for whoever goes by this program. Who has once taken the data key
out of an older key file can read the database until the data key itself is another.
"""

from typing import Final

from sqlalchemy import Connection, insert, select, update

from pcf_desktop.records import Series

NAME: Final = "key file"
"""The series of which the last number is kept; no undo takes one back."""


def last(connection: Connection) -> int:
    """Return the number of the current key file; 0 while the passphrase was never changed."""
    return connection.execute(select(Series.last).where(Series.name == NAME)).scalar() or 0


def note(connection: Connection, number: int) -> None:
    """Note that every key file with a lower number is an older one."""
    written = update(Series).where(Series.name == NAME).values(last=number)
    if not connection.execute(written).rowcount:
        connection.execute(insert(Series).values(name=NAME, last=number))
