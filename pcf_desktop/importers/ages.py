"""Which age band a family's words for an age mean: "7", "aged 7½", "Year 6", "11 to 15"."""

import re
from collections.abc import Mapping, Sequence

from pcf_desktop.importers.names import EXACT, Proposal, propose
from pcf_desktop.importers.reference import ReferenceTerm

_RANGE = re.compile(
    r"(?:ages?d?\s*)?(\d{1,2})\s*(?:-|\u2013|\u2014|to)\s*(\d{1,2})\s*(?:years?|yrs?)?(?: old)?"
)
_ONE = re.compile(
    r"(?:ages?d?\s*)?(\d{1,2})(?:[.,]\d+|\s*\u00bd|\s*1/2|\s*and a half)?\s*"
    r"(?:years?|yrs?|yo|y/o|y)?(?:[ -]*olds?)?"
)
_MONTHS = re.compile(r"(?:ages?d?\s*)?(\d{1,2})\s*(?:months?|mths?|weeks?|wks?)(?:[ -]*old)?")


def propose_age(
    words: str, bands: Sequence[ReferenceTerm], remembered: Mapping[str, str] | None = None
) -> Proposal:
    """Return the age band of the words; a range that lies in two bands is *not known*.

    `bands` carry `from_age` and `to_age`, in completed years, among what they hold more.
    """
    named = propose(words, bands, remembered)
    if named.score == EXACT:
        return named
    text = words.casefold().strip(" .()")
    if _MONTHS.fullmatch(text):
        return _band(0, 1, bands)
    if match := _RANGE.fullmatch(text):
        return _band(int(match[1]), int(match[2]), bands)
    if match := _ONE.fullmatch(text):
        return _band(int(match[1]), int(match[1]), bands)
    return named


def _band(youngest: int, oldest: int, bands: Sequence[ReferenceTerm]) -> Proposal:
    for band in bands:
        lower, upper = band.more.get("from_age"), band.more.get("to_age")
        if (
            isinstance(lower, int)
            and isinstance(upper, int)
            and lower <= youngest <= oldest <= upper
        ):
            return Proposal(band.key, EXACT, "The age lies in this band.")
    return Proposal(None, 0.0, "The age lies in no one band. Please choose.")
