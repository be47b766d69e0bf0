"""The columns of the feedback list."""

from collections.abc import Sequence

from pcf_desktop.services.feedback import Line
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import Column, Weight
from pcf_desktop.ui.said import short
from pcf_desktop.ui.words import number

WHEN = "said"
"""The one column by which the list is sorted."""


def columns() -> Sequence[Column[Line]]:
    """Return when, what, how it came, and what it is linked to."""
    return (
        Column(tr("When"), lambda line: short(line.said), 11, sort=WHEN, weight=Weight.MUTED),
        Column(tr("What was said"), lambda line: line.words, 20, stretch=True),
        Column(
            tr("How it came"),
            lambda line: line.survey or line.channel or "",
            12,
            weight=Weight.MUTED,
            spare=True,
        ),
        Column(tr("Links"), _links, 10, look=_link_mark),
    )


def _links(line: Line) -> str:
    return _link_mark(line).words


def _link_mark(line: Line) -> Mark:
    if line.links:
        return Mark(tr("{n} linked").format(n=number(len(line.links))), Level.GOOD)
    return Mark(tr("Not linked")) if line.is_sorted else Mark(tr("To sort"), Level.AMBER)
