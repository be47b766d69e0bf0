"""SurveyMonkey: two heading rows, the question once and its options below; or condensed."""

from dataclasses import dataclass

from pcf_desktop.importers.tools.stacked import stacked_headings
from pcf_desktop.importers.tools.tool import ColumnRole, Layout, TableHead

_ROLES = {
    "respondent id": ColumnRole.RESPONSE_ID,
    "collector id": ColumnRole.SYSTEM,
    "start date": ColumnRole.STARTED,
    "date created": ColumnRole.STARTED,
    "end date": ColumnRole.COMPLETED,
    "date modified": ColumnRole.COMPLETED,
    "ip address": ColumnRole.IDENTITY,
    "email address": ColumnRole.IDENTITY,
    "first name": ColumnRole.IDENTITY,
    "last name": ColumnRole.IDENTITY,
    "custom data 1": ColumnRole.SYSTEM,
    "custom data": ColumnRole.SYSTEM,
    "custom value": ColumnRole.SYSTEM,
    "language": ColumnRole.SYSTEM,
}
_SYSTEM_COLUMNS = 12


@dataclass(frozen=True)
class SurveyMonkey:
    """Recognised by Respondent ID and Collector ID at the front."""

    name: str = "surveymonkey"
    title: str = "SurveyMonkey"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout; two heading rows where the second is blank under the ids."""
        small = [title.lower() for title in head.title(0)]
        if "respondent id" not in small[:2] or not {"collector id", "start date"} & set(small[:5]):
            return None
        roles = {
            place: _ROLES[title]
            for place, title in enumerate(small[:_SYSTEM_COLUMNS])
            if title in _ROLES
        }
        below = head.title(1)
        two = bool(below) and not any(below[place] for place in roles)
        header_rows = head.header_rows or (2 if two else 1)
        return Layout(
            0.98 if two else 0.94,
            stacked_headings(head, header_rows, roles),
            header_rows,
            separators=(", ", ";", ","),
            day_first=False,
        )
