"""Watches the whole test run: nobody calls the network, nobody opens a forum file in use.

On POSIX, to close any handle of a file drops every lock this program has on it, SQLite's too.
"""

import os
import sys
from typing import Any

from pcf_desktop.workspace import connection

SOCKETS = {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"}


class Watch:
    """Hears of every file and socket that Python opens, and refuses the two kinds."""

    def __init__(self) -> None:
        self.caught: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        if event in SOCKETS:
            self._refuse(f"{event} {given[1:]}")
        elif event == "open" and connection._live and isinstance(given[0], str | bytes):
            self._opened(os.fsdecode(given[0]))

    def _opened(self, path: str) -> None:
        names = {live.name for live in connection._live}
        if os.path.basename(path) in names and os.path.realpath(path) in map(str, connection._live):  # noqa: PTH119 - a hook must be quick
            self._refuse(f"open {path}")

    def _refuse(self, what: str) -> None:
        self.caught.append(what)
        raise AssertionError(what)


WATCH = Watch()
