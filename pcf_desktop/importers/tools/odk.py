"""ODK Central and its like (SurveyCTO): SubmissionDate first, KEY and the tool's own last."""

import re
from dataclasses import dataclass

from pcf_desktop.importers.tools.split_choices import split_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "submissiondate": ColumnRole.COMPLETED,
    "completiondate": ColumnRole.SYSTEM,
    "key": ColumnRole.RESPONSE_ID,
    "start": ColumnRole.STARTED,
    "starttime": ColumnRole.STARTED,
    "end": ColumnRole.SYSTEM,
    "endtime": ColumnRole.SYSTEM,
    "today": ColumnRole.SYSTEM,
    "meta-instanceid": ColumnRole.SYSTEM,
    "meta-instancename": ColumnRole.IDENTITY,
    "instanceid": ColumnRole.SYSTEM,
    "instancename": ColumnRole.IDENTITY,
    "submitterid": ColumnRole.SYSTEM,
    "submittername": ColumnRole.IDENTITY,
    "attachmentspresent": ColumnRole.SYSTEM,
    "attachmentsexpected": ColumnRole.SYSTEM,
    "status": ColumnRole.SYSTEM,
    "reviewstate": ColumnRole.SYSTEM,
    "review_status": ColumnRole.SYSTEM,
    "edits": ColumnRole.SYSTEM,
    "formversion": ColumnRole.SYSTEM,
    "formdef_version": ColumnRole.SYSTEM,
    "isvalidated": ColumnRole.SYSTEM,
    "duration": ColumnRole.SYSTEM,
    "audit": ColumnRole.SYSTEM,
    "meta-audit": ColumnRole.SYSTEM,
    "parent_key": ColumnRole.SYSTEM,
    "caseid": ColumnRole.SYSTEM,
    "deviceid": ColumnRole.IDENTITY,
    "devicephonenum": ColumnRole.IDENTITY,
    "phonenumber": ColumnRole.IDENTITY,
    "subscriberid": ColumnRole.IDENTITY,
    "simid": ColumnRole.IDENTITY,
    "username": ColumnRole.IDENTITY,
}
_PLACE = re.compile(r".*-(?:latitude|longitude|altitude|accuracy)", re.IGNORECASE)
_OWN = frozenset({"meta-instanceid", "instanceid", "submitterid", "formdef_version", "isvalidated"})


@dataclass(frozen=True)
class Odk:
    """Recognised by SubmissionDate and KEY with another of the tool's own columns."""

    name: str = "odk"
    title: str = "ODK"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where the columns that ODK adds are there."""
        titles = head.title(0)
        small = [title.lower() for title in titles]
        if not {"submissiondate", "key"} <= set(small) or not _OWN & set(small):
            return None
        known: dict[int, ColumnHeading] = {}
        for place, title in enumerate(small):
            role = _role(title)
            if role is not None and small.index(title) == place:
                known[place] = ColumnHeading(titles[place], role)
        headings = split_headings(titles, known, head.rows[1:])
        return Layout(0.97, headings, separators=(" ", ", "))


def _role(title: str) -> ColumnRole | None:
    """Return what a column is that ODK or the form's frame writes, as starttime or start_time."""
    if _PLACE.fullmatch(title):
        return ColumnRole.IDENTITY
    return _ROLES.get(title) or _ROLES.get(title.replace("_", ""))
