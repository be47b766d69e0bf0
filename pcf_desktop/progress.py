"""How long work speaks, and how it is stopped."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called as `progress(done, total)` between steps; raises `Cancelled` when no longer wanted."""


class Cancelled(Exception):
    """The person stopped the work; everything it did is rolled back."""


def silent(done: int, total: int) -> None:
    """Let the work run to its end and say nothing."""
