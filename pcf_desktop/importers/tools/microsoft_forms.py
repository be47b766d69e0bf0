"""Microsoft Forms: one heading row; ID, Start time, Completion time, Email, Name, questions."""

import re
from dataclasses import dataclass

from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_SYSTEM = {
    "id": ColumnRole.RESPONSE_ID,
    "start time": ColumnRole.STARTED,
    "completion time": ColumnRole.COMPLETED,
    "email": ColumnRole.IDENTITY,
    "name": ColumnRole.IDENTITY,
    "last modified time": ColumnRole.SYSTEM,
    "language": ColumnRole.SYSTEM,
}
_QUIZ = re.compile(
    r"total points|quiz feedback|grade posted time|(?:points|feedback) [-\u2013] .*",
    re.IGNORECASE,
)
_SYSTEM_COLUMNS = 8


@dataclass(frozen=True)
class MicrosoftForms:
    """Recognised by its first headings, which come in this order."""

    name: str = "microsoft_forms"
    title: str = "Microsoft Forms"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where ID, Start time and Completion time lead."""
        titles = head.title(0)
        small = [title.lower() for title in titles]
        if not {"start time", "completion time"} <= set(small[:4]):
            return None
        headings = tuple(_heading(title, place, small) for place, title in enumerate(titles))
        sure = 0.99 if small[0] == "id" else 0.9
        return Layout(sure, headings, separators=(";",), adds_digits=True)


def _heading(title: str, place: int, small: list[str]) -> ColumnHeading:
    role = _SYSTEM.get(small[place])
    if role and place < _SYSTEM_COLUMNS and small.index(small[place]) == place:
        return ColumnHeading(title, role)
    if _QUIZ.fullmatch(title):
        return ColumnHeading(title, ColumnRole.IGNORED, reason="Marks of a quiz are not answers.")
    return ColumnHeading(title)
