"""What a command answers: data for programs, lines for people."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class CommandAnswer(NamedTuple):
    """The data of `--json`, or its parts one a line, and what is said without it."""

    data: Mapping[str, Any]
    words: tuple[str, ...]
    rows: Iterable[Mapping[str, Any]] | None = None
    """Set where the answer is many objects, each on a line of its own."""
    fault: str = ""
    """What was found that the person can mend, in one line; the exit code then says so."""
