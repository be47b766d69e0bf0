"""What the person can mend, said in a sentence; anything else that is raised is our fault."""

import errno
from typing import Final

NO_SPACE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a system says where nothing more fits: the disk, a person's share of it, or one file."""


class UserError(Exception):
    """Something the person can mend: what happened, what is safe, what to do.

    The three sentences are fixed words and file names. They never hold what a family said.
    """

    is_unsaved = False
    """Whether it means that a change could not be saved, whatever the person typed."""

    def __init__(self, happened: str, safe: str = "", todo: str = "") -> None:
        super().__init__(_joined(happened, safe, todo))
        self.happened = happened
        self.safe = safe
        self.todo = todo

    @property
    def beside_a_field(self) -> str:
        """What happened and what to do: where the field still shows that nothing was lost."""
        return _joined(self.happened, self.todo)


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
