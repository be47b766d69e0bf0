"""KoboToolbox: its own columns begin with `_`, and come last; boxes as `Question/Option`."""

from dataclasses import dataclass

from pcf_desktop.importers.tools.split_choices import split_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "_id": ColumnRole.RESPONSE_ID,
    "start": ColumnRole.STARTED,
    "end": ColumnRole.COMPLETED,
    "_submitted_by": ColumnRole.IDENTITY,
    "username": ColumnRole.IDENTITY,
    "phonenumber": ColumnRole.IDENTITY,
    "deviceid": ColumnRole.IDENTITY,
    "simserial": ColumnRole.IDENTITY,
    "subscriberid": ColumnRole.IDENTITY,
    "email": ColumnRole.IDENTITY,
    "_geolocation": ColumnRole.IDENTITY,
    "today": ColumnRole.SYSTEM,
    "audit": ColumnRole.SYSTEM,
    "formhub/uuid": ColumnRole.SYSTEM,
    "meta/instanceid": ColumnRole.SYSTEM,
    "meta/rootuuid": ColumnRole.SYSTEM,
    "meta/deprecatedid": ColumnRole.SYSTEM,
}
"""`_id` stays when somebody corrects an answer; `_uuid` is given anew."""

_PLACE = ("_latitude", "_longitude", "_altitude", "_precision")
_TELLING = frozenset({"_id", "_uuid", "_submission_time"})


@dataclass(frozen=True)
class KoboToolbox:
    """Recognised by `_id`, `_uuid` and `_submission_time`, wherever they stand."""

    name: str = "kobotoolbox"
    title: str = "KoboToolbox"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where the columns that KoboToolbox adds are there."""
        titles = head.title(0)
        small = [title.lower() for title in titles]
        if not set(small) >= _TELLING:
            return None
        known: dict[int, ColumnHeading] = {}
        for place, title in enumerate(small):
            role = _role(title, ends="end" in small)
            if role is not None and small.index(title) == place:
                known[place] = ColumnHeading(titles[place], role)
        headings = split_headings(titles, known, head.rows[1:])
        return Layout(0.97, headings, separators=(" ", ", "))


def _role(title: str, *, ends: bool) -> ColumnRole | None:
    """Return what one of the tool's own columns is; `end` says when more exactly where it is."""
    if title == "_submission_time":
        return ColumnRole.SYSTEM if ends else ColumnRole.COMPLETED
    if title in _ROLES:
        return _ROLES[title]
    if title.startswith("_"):
        return ColumnRole.IDENTITY if title.endswith(_PLACE) else ColumnRole.SYSTEM
    return None
