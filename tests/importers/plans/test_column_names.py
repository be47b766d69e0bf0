"""Every name of a column is known, and for one column only."""

from collections import Counter

import pytest

from pcf_desktop.importers.names import normal
from pcf_desktop.importers.plans.column_names import NAMES
from pcf_desktop.importers.plans.columns import column_of
from pcf_desktop.importers.plans.plan import PlanColumn


def test_no_name_stands_for_two_columns() -> None:
    counts = Counter(name for names in NAMES.values() for name in names)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("column", list(PlanColumn))
def test_a_name_is_known_as_a_heading_writes_it(column: PlanColumn) -> None:
    for name in NAMES[column]:
        assert column_of(name.capitalize()) is column, name
        assert normal(name) in {name, ""}
