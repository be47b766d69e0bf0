"""How a command is stopped: by Ctrl+C, by a log-off, by a terminal that closes.

Until it begins to change something a command stops wherever it is. From then on the wish is only
noted, and heard between two steps of the work, as Stop is in the window. Once the work is done the
wish comes too late, and the command ends as done: what it says of the forum is always true.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pcf_desktop.progress import Progress

_WISHES = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class Stopped(KeyboardInterrupt):
    """The signal `number` stopped the command; `left` says how it left things."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.left = "Nothing was changed."


class Stop:
    """Hears the wish to stop while a command runs."""

    def __init__(self) -> None:
        self._number = 0
        self._is_held = False

    def hold(self) -> Progress:
        """Only note a wish from now on; return the progress that raises `Stopped` for it."""
        self._is_held = True
        return self._between_steps

    def hear(self, number: int, _frame: FrameType | None) -> None:
        """Stop at once, or note the wish. On the way out nothing stops the command again."""
        self._number = self._number or number
        if not self._is_held:
            self._is_held = True
            raise Stopped(number)

    def _between_steps(self, _done: int, _total: int) -> None:
        if self._number:
            raise Stopped(self._number)


@contextmanager
def heard() -> Iterator[Stop]:
    """Hear the wish to stop meanwhile, but for what whoever started us does not want heard."""
    stop = Stop()
    before = {}
    if threading.current_thread() is threading.main_thread():
        wanted = [each for each in _WISHES if signal.getsignal(each) is not signal.SIG_IGN]
        before = {each: signal.signal(each, stop.hear) for each in wanted}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
