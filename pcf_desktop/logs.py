"""The program's own log: what went wrong with it, never a word of a family.

Of an exception and its causes the kinds are kept, and the lines of code they came through. Messages
are left out, since a library might have filled them with data, and so are the person's folders.
"""

import logging
import os
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler

from typing_extensions import override

from pcf_desktop import paths

LOG = logging.getLogger("pcf_desktop")
_SIZE = 500_000


class _OwnFile(RotatingFileHandler):
    """A log that only the person it belongs to can read."""

    @override
    def _open(self) -> TextIOWrapper:
        file = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(file, "a", encoding=self.encoding)


def begin() -> None:
    """Write the log to the person's own folder; a computer that refuses goes without."""
    end()
    handler: logging.Handler = logging.NullHandler()  # else Python would write to the terminal
    try:
        paths.logs().mkdir(mode=0o700, parents=True, exist_ok=True)
        place = paths.logs() / "pcf-desktop.log"
        handler = _OwnFile(place, maxBytes=_SIZE, backupCount=1, encoding="utf-8")
    except OSError:
        pass
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)


def end() -> None:
    """Close the log."""
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


def note_fault(error: BaseException) -> str:
    """Log a fault of ours; return what was logged, as `report` has it."""
    words = report(error)
    LOG.error("%s", words)
    return words


def report(error: BaseException) -> str:
    """Return the kinds of an error and of its causes, each with its places in the code.

    A place is a module and a line. No file is named, since its folder may tell whose it is.
    """
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(type(cause).__qualname__)
        lines += [
            f"  {frame.f_globals.get('__name__')}:{line} in {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)
