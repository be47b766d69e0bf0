"""Nothing on the terminal from a library that prints by itself when it falls over.

A panic in Rust writes its reason straight to the process's standard error, and the reason may
quote the text at which it happened: a family's words.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

_STANDARD_ERROR = 2
_ONE_AT_A_TIME = RLock()


@contextmanager
def quietly() -> Iterator[None]:
    """Send what the process itself writes to standard error nowhere; exceptions still come.

    One thread at a time: another that wants it waits.
    """
    with _ONE_AT_A_TIME:
        try:
            kept = os.dup(_STANDARD_ERROR)
        except OSError:
            yield  # a window without a terminal has no standard error
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, _STANDARD_ERROR)
            os.close(nowhere)
            yield
        finally:
            os.dup2(kept, _STANDARD_ERROR)
            os.close(kept)
