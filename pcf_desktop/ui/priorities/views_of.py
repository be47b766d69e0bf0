"""The views of a priority in words and marks: inspectors, area, families, forum."""

from pcf_desktop.services.priorities.one_priority import OnePriority
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr

_JUDGED = {
    "sufficient": Level.GOOD,
    "effective": Level.GOOD,
    "not_sufficient": Level.BAD,
    "not_effective": Level.BAD,
}
_SHAPES = {
    "triangle": Level.BAD,
    "square": Level.AMBER,
    "circle": Level.GOOD,
    "diamond": Level.INFO,
}


def judged_mark(key: str | None, label: str | None) -> Mark:
    """Return what inspectors judged as a mark; without a judgement it says so."""
    return Mark(label or tr("Not judged yet"), _JUDGED.get(key or "", Level.NONE))


def judged_short(views: Views) -> Mark | None:
    """Return the latest judgement in few words, for the list; None when there is none."""
    words = {
        "sufficient": tr("Sufficient"),
        "not_sufficient": tr("Not sufficient"),
        "effective": tr("Effective"),
        "not_effective": tr("Not effective"),
        "superseded": tr("Superseded"),
    }.get(views.judgement_key or "")
    return judged_mark(views.judgement_key, words) if words else None


def area_short(views: Views) -> Mark | None:
    """Return the area's own rating for the list; None when there is none."""
    return area_mark(views) if views.area is not None else None


def area_mark(views: Views) -> Mark:
    """Return the area's own rating, in its plan's words and our shape for it."""
    shape = _SHAPES.get(views.area_shape or "", Level.NONE)
    return Mark(views.area or tr("No rating"), shape)


def gaps(detail: OnePriority) -> list[str]:
    """Return what is missing to speak of this priority with confidence."""
    heard, found = detail.views.heard, []
    if not heard.families:
        found.append(tr("No family has spoken of this yet. Ask at the next coffee morning."))
    elif heard.families < detail.least:
        found.append(
            tr("Fewer than {n} families: a pack cannot count them yet.").format(n=detail.least)
        )
    if heard.families and not heard.good and not heard.by_stance["mixed"]:
        found.append(tr("Nobody has said what went well. Inspectors will ask."))
    if heard.families and not detail.is_quotable:
        found.append(tr("No comment here may be quoted. Ask a family for its leave."))
    if not detail.views.words:
        found.append(tr("The inspectors’ own words are not noted yet."))
    return found
