"""A command that is sent a signal in the middle of its work: `python -m … SIGTERM MOMENT import …`.

The moment is told by the beginnings of the SQL statements that lead to it, a comma between them.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from pcf_desktop.__main__ import main

IN_THE_CHANGE = "INSERT INTO feedback "
AFTER_THE_COMMIT = "INSERT INTO audit_entry,BEGIN IMMEDIATE"
"""What is done is noted for undo in a transaction of its own, of temporary tables alone."""


@contextmanager
def before_statements(do: Callable[[str], object]) -> Iterator[None]:
    """Do something before each SQL statement of this process."""

    def reached(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        do(statement)

    event.listen(Engine, "before_cursor_execute", reached)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", reached)


def run(number: signal.Signals, moment: str, arguments: list[str]) -> int:
    """Run a command, and send ourselves a signal at its moment, twice as an impatient one does."""
    awaited = moment.split(",")

    def look(statement: str) -> None:
        if awaited and statement.startswith(awaited[0]):
            awaited.pop(0)
            if not awaited:
                os.kill(os.getpid(), number)
                os.kill(os.getpid(), number)

    sys.argv = ["pcf-desktop", *arguments]
    with before_statements(look):
        code = main()
    if awaited:
        sys.stderr.write("The moment never came.\n")
    return code


if __name__ == "__main__":
    sys.exit(run(signal.Signals[sys.argv[1]], sys.argv[2], sys.argv[3:]))
