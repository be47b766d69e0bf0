"""The contract that every tool keeps; a new line in the tuple is tested by itself."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.surveys import read
from pcf_desktop.importers.tools.all_tools import TOOLS
from pcf_desktop.importers.tools.tool import Importer, TableHead
from tests.importers.exports import Export, assert_read
from tests.importers.tools.all_exports import EXPORTS, IN_OLD_WORKBOOKS

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
    assert 0 < len(names) == len(set(names))
    assert all(name.isidentifier() and name.islower() for name in names)
    assert all(tool.title for tool in TOOLS)


def test_every_tool_has_made_up_exports() -> None:
    tools = {name: {export.tool for export in exports} for name, exports in EXPORTS.items()}
    assert tools == {tool.name: {tool.name} for tool in TOOLS}
    assert [export.tool for export in IN_OLD_WORKBOOKS] == list(EXPORTS)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
@given(
    st.integers(1, 8).flatmap(
        lambda width: st.lists(
            st.lists(_TITLES | _CELLS, min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
)
def test_a_layout_has_a_heading_for_each_column(tool: Importer, rows: list[list[Cell]]) -> None:
    titles = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    head = TableHead(titles, tuple(tuple(row) for row in rows))
    layout = tool.recognise(head)
    if layout is not None:
        assert len(layout.headings) == len(titles[0])
        assert 0 < layout.confidence <= 1
        assert 1 <= layout.header_rows <= 3
        groups = itertools.groupby(h for h in layout.headings if h.group is not None)
        assert all(heading.role == "question" for heading, _ in groups)


@pytest.mark.parametrize("export", IN_OLD_WORKBOOKS, ids=lambda export: export.tool)
def test_every_cell_of_an_old_excel_workbook_of_each_tool_is_read(export: Export) -> None:
    assert_read(read(_OLD_WORKBOOKS / f"{export.tool}.xls"), export)
