"""The program's own log: what went wrong with it, never a word of a family.

Of an exception its kind and the places it came through are kept. Its message is left out, since
a library might have filled it with data.
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
    """Log a fault of ours; return what was logged, which holds no message of any library."""
    places = (
        f"  {frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    words = "\n".join([type(error).__name__, *places])
    LOG.error("%s", words)
    return words
