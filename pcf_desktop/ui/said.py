"""When something was said: from the field to what is kept, and from there to words."""

from pcf_desktop.days import MONTHS, day, month
from pcf_desktop.records import When
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.partial_date import PartialDate


def said_of(given: PartialDate | None) -> When:
    """Return a date of the form as it is kept, as exact as it was given."""
    if given is None:
        return When()
    precision = "day" if given.day else "month" if given.month else "year"
    text = None if given.day else given.words
    return When(text, given.first, given.last, precision)


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
