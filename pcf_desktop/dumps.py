"""No image of the memory is left on the disk when the program falls over.

A core dump holds what the program held: the words of families and the data key. The limit is handed
down to whatever we start. Linux may give the image to a program instead of a file, whatever the
limit is, so there the process is marked as not to be dumped; nobody but the administrator can look
into it then either. Windows has no such mark that a program could set for good.
"""

import ctypes
import sys
from contextlib import suppress

_SET_DUMPABLE = 4
"""PR_SET_DUMPABLE of Linux's `prctl`."""


def forbid() -> None:
    """Let no image of this process be written, as far as the system allows."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
