"""Jotform: Submission Date first; chosen options on lines of one cell; `Question >> Row`."""

from dataclasses import dataclass

from pcf_desktop.importers.tools.bracketed import ARROWS, bracketed_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "submission date": ColumnRole.COMPLETED,
    "submission id": ColumnRole.RESPONSE_ID,
    "unique id": ColumnRole.SYSTEM,
    "ip": ColumnRole.IDENTITY,
    "ip address": ColumnRole.IDENTITY,
    "last update date": ColumnRole.SYSTEM,
    "edit link": ColumnRole.IDENTITY,
    "flow status": ColumnRole.SYSTEM,
}


@dataclass(frozen=True)
class Jotform:
    """Recognised by *Submission Date* as the first heading."""

    name: str = "jotform"
    title: str = "Jotform"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where the first column is *Submission Date*."""
        titles = head.title(0)
        small = [title.lower() for title in titles]
        if not small or small[0] != "submission date":
            return None
        known = {
            place: ColumnHeading(titles[place], _ROLES[title])
            for place, title in enumerate(small)
            if title in _ROLES and small.index(title) == place
        }
        headings = bracketed_headings(titles, known, ARROWS)
        return Layout(0.95, headings, separators=("\n", "; ", ", "))
