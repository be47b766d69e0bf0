"""The program's own log: what went wrong with it, never a word of a family.

Of an exception its kind and the places it came through are kept. Its message is left out, since
a library might have filled it with data.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler

from pcf_desktop import paths

LOG = logging.getLogger("pcf_desktop")
_SIZE = 500_000


def begin() -> None:
    """Write the log to the person's own folder; a computer that refuses goes without."""
    try:
        paths.logs().mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            paths.logs() / "pcf-desktop.log", maxBytes=_SIZE, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)


def note_fault(error: BaseException) -> str:
    """Log a fault of ours; return what was logged, which holds no message of any library."""
    places = (
        f"  {frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    words = "\n".join([type(error).__name__, *places])
    LOG.error("%s", words)
    return words
