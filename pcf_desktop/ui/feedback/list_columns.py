"""The columns of the feedback list."""

from collections.abc import Sequence

from pcf_desktop.services.feedback.feedback import Line
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import Column, Weight
from pcf_desktop.ui.said import short
from pcf_desktop.ui.words import number

WHEN = "said"
"""The one column by which the list is sorted."""


def columns() -> Sequence[Column[Line]]:
    """Return when, what, how it came, and what it is linked to; how it came gives way first."""
    return (
        Column(
            tr("When"),
            lambda line: short(line.said),
            10,
            sort=WHEN,
            weight=Weight.MUTED,
            spare=True,
        ),
        Column(tr("What was said"), lambda line: line.words, 12, stretch=True),
        Column(
            tr("How it came"),
            lambda line: line.survey or line.channel or "",
            12,
            weight=Weight.MUTED,
            spare=True,
        ),
        Column(tr("Links"), _links, 6, look=_link_mark, looks=(_linked(99), _to_sort(), _sorted())),
    )


def _links(line: Line) -> str:
    return _link_mark(line).words


def _link_mark(line: Line) -> Mark:
    if line.links:
        return _linked(len(line.links))
    return _sorted() if line.is_sorted else _to_sort()


def _linked(links: int) -> Mark:
    return Mark(tr("{n} linked").format(n=number(links)), Level.GOOD)


def _to_sort() -> Mark:
    return Mark(tr("To sort"), Level.AMBER)


def _sorted() -> Mark:
    return Mark(tr("Not linked"))
