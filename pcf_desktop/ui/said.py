"""When something was said, in words."""

from pcf_desktop.days import MONTHS, day, month
from pcf_desktop.records import When
from pcf_desktop.ui.language import tr


def words_of(said: When) -> str:
    """Return when something was said: as it was written, else the day or the month."""
    if said.text:
        return said.text
    if said.earliest is None:
        return tr("No date")
    if said.latest in (None, said.earliest):
        return day(said.earliest)
    return month(said.earliest)


def short(said: When) -> str:
    """Return the same for a column: 3 Apr 2026."""
    if said.earliest is None or said.latest not in (None, said.earliest) or said.text:
        return words_of(said)
    on = said.earliest
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"
