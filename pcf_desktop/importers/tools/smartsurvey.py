"""SmartSurvey, which Ofsted and many councils use: UserID, Started, Ended; stacked headings.

Its exact headings are not published: what is known are the first columns, days first, and that
a question and its options stand in two or three rows.
"""

from dataclasses import dataclass

from pcf_desktop.importers.tools.heading_rows import header_rows
from pcf_desktop.importers.tools.stacked import question_titles, stacked_headings
from pcf_desktop.importers.tools.tool import ColumnRole, Layout, TableHead

_ROLES = {
    "userid": ColumnRole.RESPONSE_ID,
    "user id": ColumnRole.RESPONSE_ID,
    "userno": ColumnRole.SYSTEM,
    "user no": ColumnRole.SYSTEM,
    "started": ColumnRole.STARTED,
    "ended": ColumnRole.COMPLETED,
    "completed": ColumnRole.SYSTEM,
    "name": ColumnRole.IDENTITY,
    "email": ColumnRole.IDENTITY,
    "ip address": ColumnRole.IDENTITY,
    "ipaddress": ColumnRole.IDENTITY,
    "tracking link": ColumnRole.SYSTEM,
    "collector": ColumnRole.SYSTEM,
    "unique id": ColumnRole.SYSTEM,
    "status": ColumnRole.SYSTEM,
    "language": ColumnRole.SYSTEM,
    "duration": ColumnRole.SYSTEM,
}
_SYSTEM_COLUMNS = 12


@dataclass(frozen=True)
class SmartSurvey:
    """Recognised by UserID, Started and Ended among the first columns."""

    name: str = "smartsurvey"
    title: str = "SmartSurvey"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout with as many heading rows as the file shows."""
        rows = head.header_rows or header_rows(head.rows)
        small = [title.lower() for title in question_titles(head, rows)[0]]
        first = set(small[:_SYSTEM_COLUMNS])
        if not {"started", "ended"} <= first or not {"userid", "user id"} & first:
            return None
        roles = {
            place: _ROLES[title]
            for place, title in enumerate(small[:_SYSTEM_COLUMNS])
            if title in _ROLES and small.index(title) == place
        }
        return Layout(0.9, stacked_headings(head, rows, roles), rows)
