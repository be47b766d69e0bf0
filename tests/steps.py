"""Counts the steps that work takes, which are the same on a slow computer as on a quick one."""

import sys
from collections.abc import Callable
from types import FrameType


def steps(work: Callable[[], object]) -> int:
    """Return how many functions were called, Python's and C's; what `work` raises goes through."""
    counted = 0

    def count(_frame: FrameType, event: str, _given: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted
