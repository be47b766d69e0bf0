"""Which terms of the reference lists the values of a published filter mean."""

from collections.abc import Sequence

from pcf_desktop.importers.ages import propose_age
from pcf_desktop.importers.names import propose
from pcf_desktop.importers.reference import ReferenceTerm, read_list

TOTALS = frozenset({"total", "all", "all pupils", "all needs", "all ages"})

_LISTS = (
    ("need", ("primary_need", "type_of_need", "sen_need", "need")),
    ("age_band", ("age",)),
    ("send_status", ("sen_status", "sen_provision", "ehcp_or_statement", "sen_type")),
    ("ethnicity", ("ethnicity", "ethnic")),
    (
        "setting",
        ("establishment", "placement", "setting", "provision_type", "phase", "school_type"),
    ),
)
"""Which reference list a filter speaks of, told from parts of its name; the first that fits."""


def terms_of(column: str, values: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return for the values of a filter the list and key each means; totals mean none."""
    key = next(
        (key for key, parts in _LISTS if any(f"_{part}_" in f"_{column}_" for part in parts)), None
    )
    if key is None:
        return {}
    terms: tuple[ReferenceTerm, ...] = read_list(key).terms
    find = propose_age if key == "age_band" else propose
    proposals = {
        value: find(value, terms).key for value in values if value.casefold() not in TOTALS
    }
    return {value: (key, term) for value, term in proposals.items() if term}
