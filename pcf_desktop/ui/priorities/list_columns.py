"""The columns of the list of priorities: structures beside experience."""

from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.stances import bar_of
from pcf_desktop.ui.priorities.views_of import area_mark, area_short, judged_short
from pcf_desktop.ui.record_table import Column, Weight

JUDGED, AREA, FORUM = 3, 4, 6
"""The columns that are left out while they would say of no priority anything."""


def columns() -> list[Column[Views]]:
    """Return the columns; the inspectors’ words give way before what families say is cut."""
    return [
        Column(tr("No."), lambda views: views.number or "", 2, weight=Weight.STRONG),
        Column(tr("Priority"), lambda views: views.title, 18, weight=Weight.STRONG),
        Column(
            tr("In the inspectors’ words"),
            lambda views: views.words or tr("Not noted yet"),
            17,
            weight=Weight.MUTED,
            stretch=True,
            spare=True,  # in large letters they give way: the page of a priority has them all
        ),
        Column(
            tr("They judged"),
            lambda views: views.judgement or tr("Not judged yet"),
            15,
            look=judged_short,
            spare=True,
        ),
        Column(
            tr("The area says"),
            lambda views: area_mark(views).words,
            11,
            look=area_short,
            spare=True,
        ),
        Column(
            tr("Families say"),
            lambda views: bar_of(views.heard).words,
            24,
            look=lambda views: bar_of(views.heard),
        ),
        Column(tr("The forum says"), lambda views: views.forum or "–", 10, spare=True),
    ]
