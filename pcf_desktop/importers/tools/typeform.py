"""Typeform: `#` first, then the questions; when and from which network at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from pcf_desktop.importers.columns.asking import asks_how_many
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.own_boxes import with_own_boxes
from pcf_desktop.importers.tools.own_texts import with_own_texts
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "#": ColumnRole.RESPONSE_ID,
    "start date (utc)": ColumnRole.STARTED,
    "submit date (utc)": ColumnRole.COMPLETED,
    "stage date (utc)": ColumnRole.SYSTEM,
    "network id": ColumnRole.IDENTITY,
    "response type": ColumnRole.SYSTEM,
    "tags": ColumnRole.SYSTEM,
    "ending": ColumnRole.SYSTEM,
    "score": ColumnRole.SYSTEM,
}
_YES_NO = {"1": "Yes", "0": "No"}


@dataclass(frozen=True)
class Typeform:
    """Recognised by `#` as the first heading, and by dates in UTC or a network id."""

    name: str = "typeform"
    title: str = "Typeform"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where Typeform's own columns stand around the questions."""
        titles = head.title(0)
        small = [title.lower() for title in titles]
        own = {"submit date (utc)", "network id"} & set(small)
        if small[:1] not in (["#"], ["response id"]) or not own:
            return None
        headings: list[ColumnHeading] = []
        for place, title in enumerate(small):
            role = ColumnRole.RESPONSE_ID if place == 0 else _ROLES.get(title)
            last = len(small) - 1 - small[::-1].index(title) == place
            if role is not None and last:
                headings.append(ColumnHeading(titles[place], role))
            else:
                headings.append(_question(titles[place], _words(place, head.rows[1:])))
        ordered = with_own_texts(with_own_boxes(headings, head.rows[1:]), head.rows[1:])
        return Layout(0.96, ordered, separators=(", ", " / ", ",", ";"))


def _words(place: int, body: Sequence[Sequence[Cell]]) -> set[str]:
    return {as_text(row[place]).strip() for row in body if not is_blank(row[place])}


def _question(title: str, words: set[str]) -> ColumnHeading:
    """Return a question; Typeform writes 1 and 0 for yes and no."""
    is_yes_no = words and words <= _YES_NO.keys() and not asks_how_many(title)
    return ColumnHeading(title, codes=_YES_NO if is_yes_no else {})
