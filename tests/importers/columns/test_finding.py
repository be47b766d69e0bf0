"""A finding says as little as it may."""

from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.sheet import Kind


def test_free_text_has_nothing_but_its_kind() -> None:
    found = Finding(Kind.TEXT)
    assert (found.options, found.other, found.separator, found.warning) == ((), False, None, None)
