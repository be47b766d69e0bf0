"""Headings that carry the row of a grid in themselves."""

from pcf_desktop.importers.tools.bracketed import ARROWS, bracketed_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole


def test_a_bracket_is_a_row_only_where_it_is_shared() -> None:
    found = bracketed_headings(["Rate [a]", "Rate [b, c]", "Why [optional]"], {})
    assert [(each.text, each.row) for each in found] == [
        ("Rate", "a"),
        ("Rate", "b, c"),
        ("Why [optional]", None),
    ]


def test_arrows_and_what_is_settled_already() -> None:
    known = {0: ColumnHeading("IP", ColumnRole.IDENTITY)}
    found = bracketed_headings(["IP", "Rate >> a", "Rate >> b"], known, ARROWS)
    assert [(each.text, each.row) for each in found] == [("IP", None), ("Rate", "a"), ("Rate", "b")]
