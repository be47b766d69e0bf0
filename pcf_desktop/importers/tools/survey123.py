"""Survey123 of ArcGIS: ObjectID, GlobalID, who made and changed it when, and where (x, y)."""

import re
from dataclasses import dataclass, replace

from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "objectid": ColumnRole.SYSTEM,
    "fid": ColumnRole.SYSTEM,
    "globalid": ColumnRole.RESPONSE_ID,
    "uniquerowid": ColumnRole.SYSTEM,
    "parentglobalid": ColumnRole.SYSTEM,
    "creationdate": ColumnRole.COMPLETED,
    "created_date": ColumnRole.COMPLETED,
    "editdate": ColumnRole.SYSTEM,
    "last_edited_date": ColumnRole.SYSTEM,
    "creator": ColumnRole.IDENTITY,
    "created_user": ColumnRole.IDENTITY,
    "editor": ColumnRole.IDENTITY,
    "last_edited_user": ColumnRole.IDENTITY,
    "x": ColumnRole.IDENTITY,
    "y": ColumnRole.IDENTITY,
    "shape": ColumnRole.SYSTEM,
}
_DATES = frozenset({"creationdate", "created_date", "editdate", "last_edited_date"})
_OTHER = re.compile(r"other\s+[-\u2013]\s+(?P<label>.*\S)|(?P<code>\w+)_other", re.IGNORECASE)


@dataclass(frozen=True)
class Survey123:
    """Recognised by ObjectID and GlobalID with a date of making or changing."""

    name: str = "survey123"
    title: str = "Survey123"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where the columns that ArcGIS adds are there."""
        titles = head.title(0)
        small = [title.lower() for title in titles]
        if not {"objectid", "globalid"} <= set(small) or not _DATES & set(small):
            return None
        headings: dict[int, ColumnHeading] = {}
        for place, title in enumerate(small):
            role = _ROLES.get(title, ColumnRole.QUESTION)
            first = small.index(title) == place
            headings[place] = ColumnHeading(titles[place], role if first else ColumnRole.QUESTION)
        for place, title in enumerate(small):
            match = _OTHER.fullmatch(title)
            asked = (match["label"] or match["code"]).strip() if match else ""
            if asked in small and headings[small.index(asked)].role is ColumnRole.QUESTION:
                question = small.index(asked)
                headings[question] = replace(headings[question], group=question)
                headings[place] = ColumnHeading(titles[question], other=True, group=question)
        ordered = tuple(headings[place] for place in range(len(titles)))
        return Layout(0.96, ordered, separators=(",",), day_first=False)
