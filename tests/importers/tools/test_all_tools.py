"""The contract that every tool keeps; a new line in the tuple is tested by itself."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.surveys import read
from pcf_desktop.importers.tools.all_tools import TOOLS
from pcf_desktop.importers.tools.tool import Head, Importer
from tests.importers.exports import Export, assert_read
from tests.importers.tools import (
    exports_of_any_export,
    exports_of_google_forms,
    exports_of_jotform,
    exports_of_limesurvey,
    exports_of_microsoft_forms,
    exports_of_smartsurvey,
    exports_of_surveymonkey,
)

_OLD_WORKBOOKS = Path(__file__).parents[2] / "files" / "surveys"
_TITLES = st.sampled_from(
    [
        "",
        "ID",
        "id",
        "submitdate",
        "Start time",
        "Completion time",
        "Timestamp",
        "UserID",
        "Started",
        "Ended",
        "Respondent ID",
        "Collector ID",
        "Submission Date",
        "Q [a]",
        "Q [b]",
        "Q [other]",
        "Why?",
        "Name",
        "R >> s",
        "Q1",
        "What is it like for you?",
    ]
)
_CELLS = st.none() | st.sampled_from(["1", "yes", "2025-01-01", "words of mine"]) | st.integers()


def test_no_two_tools_share_a_name() -> None:
    names = [tool.name for tool in TOOLS]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.islower() for name in names)
    assert all(tool.title for tool in TOOLS)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
@given(
    st.integers(1, 8).flatmap(
        lambda width: st.lists(
            st.lists(_TITLES | _CELLS, min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
)
def test_a_layout_has_a_heading_for_each_column(tool: Importer, rows: list[list[object]]) -> None:
    titles = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    head = Head(titles, tuple(tuple(row) for row in rows))  # type: ignore[arg-type]  # cells of a test
    layout = tool.recognise(head)
    if layout is not None:
        assert len(layout.headings) == len(titles[0])
        assert 0 < layout.confidence <= 1
        assert 1 <= layout.header_rows <= 3
        groups = itertools.groupby(h for h in layout.headings if h.group is not None)
        assert all(heading.role == "question" for heading, _ in groups)


@pytest.mark.parametrize(
    "export",
    [
        exports_of_any_export.two_rows,
        exports_of_google_forms.by_sheets,
        exports_of_jotform.everything,
        exports_of_limesurvey.codes,
        exports_of_microsoft_forms.everything,
        exports_of_smartsurvey.three_rows,
        exports_of_surveymonkey.expanded,
    ],
    ids=lambda export: export.tool,
)
def test_every_cell_of_an_old_excel_workbook_of_each_tool_is_read(export: Export) -> None:
    assert_read(read(_OLD_WORKBOOKS / f"{export.tool}.xls"), export)
