"""Google Forms: Timestamp first; as CSV straight from Forms, or by way of Google Sheets."""

import re
from dataclasses import dataclass

from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.files.cells import as_text, is_blank
from pcf_desktop.importers.tools.bracketed import bracketed_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_FROM_FORMS = re.compile(r"\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d{2}:\d{2} [AP]M .+", re.IGNORECASE)
_ROLES = {
    "timestamp": ColumnRole.COMPLETED,
    "username": ColumnRole.IDENTITY,
    "email address": ColumnRole.IDENTITY,
    "email": ColumnRole.IDENTITY,
    "score": ColumnRole.IGNORED,
}
_SAMPLE = 50


@dataclass(frozen=True)
class GoogleForms:
    """Recognised by *Timestamp* as the first heading, over dates."""

    name: str = "google_forms"
    title: str = "Google Forms"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where the first column is *Timestamp*."""
        titles = head.title(0)
        if titles[:1] != ("Timestamp",):
            return None
        stamps = [as_text(row[0]) for row in head.rows[1:_SAMPLE] if not is_blank(row[0])]
        if not all(map(looks_like_date, stamps)):
            return None
        straight = bool(stamps) and all(map(_FROM_FORMS.fullmatch, stamps))
        separators = (";", ", ") if straight else (", ", ";")
        return Layout(
            0.98 if straight else 0.93,
            bracketed_headings(titles, _roles(titles)),
            separators=separators,
        )


def _roles(titles: tuple[str, ...]) -> dict[int, ColumnHeading]:
    roles: dict[int, ColumnHeading] = {}
    for place, title in enumerate(titles[:3]):
        role = _ROLES.get(title.lower())
        if role is not None:
            reason = "Marks of a quiz are not answers." if role is ColumnRole.IGNORED else ""
            roles[place] = ColumnHeading(title, role, reason=reason)
    return roles
