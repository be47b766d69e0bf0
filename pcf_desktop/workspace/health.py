"""How sound an open forum file is, in words a person can use."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from pcf_desktop.workspace import audit, check


@dataclass(frozen=True)
class Health:
    """What was found: lines of SQLite's for each problem, and the first audit entry that is off."""

    problems: tuple[str, ...]
    broken_entry: int | None
    saves: int

    @property
    def is_sound(self) -> bool:
        """Say whether nothing is the matter."""
        return not self.problems and self.broken_entry is None

    def sentences(self) -> Iterator[str]:
        """Yield what is the matter: what happened, what is safe, what to do."""
        if self.problems:
            yield (
                "Part of this file is damaged. Nothing was changed. Restore the last good backup, "
                "and keep this file until you have compared the two."
            )
        if self.broken_entry is not None:
            yield (
                f"The record of what was done does not hold from entry {self.broken_entry} on. "
                "The feedback itself was not changed by this check. Ask who else has used the file."
            )


def examine(writer: Connection) -> Health:
    """Look through the file on a connection that may write; nothing is written."""
    return Health(tuple(check.problems(writer)), audit.first_broken(writer), audit.head(writer)[0])
