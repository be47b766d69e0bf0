"""SmartSurvey, which Ofsted and many councils use: UserID, Started, Ended; stacked headings.

Its exact headings are not published: what is known are the first columns, days first, and that
a question and its options stand in two or three rows.
"""

from dataclasses import dataclass

from pcf_desktop.importers.tools.heading_rows import header_rows
from pcf_desktop.importers.tools.stacked import question_titles, stacked_headings
from pcf_desktop.importers.tools.tool import Head, Layout, Role

_ROLES = {
    "userid": Role.RESPONSE_ID,
    "user id": Role.RESPONSE_ID,
    "userno": Role.SYSTEM,
    "user no": Role.SYSTEM,
    "started": Role.STARTED,
    "ended": Role.COMPLETED,
    "completed": Role.SYSTEM,
    "name": Role.IDENTITY,
    "email": Role.IDENTITY,
    "ip address": Role.IDENTITY,
    "ipaddress": Role.IDENTITY,
    "tracking link": Role.SYSTEM,
    "collector": Role.SYSTEM,
    "unique id": Role.SYSTEM,
    "status": Role.SYSTEM,
    "language": Role.SYSTEM,
    "duration": Role.SYSTEM,
}
_SYSTEM_COLUMNS = 12


@dataclass(frozen=True)
class SmartSurvey:
    """Recognised by UserID, Started and Ended among the first columns."""

    name: str = "smartsurvey"
    title: str = "SmartSurvey"

    def recognise(self, head: Head) -> Layout | None:
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
