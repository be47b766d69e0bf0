"""The filters of the list of priorities."""

from collections.abc import Mapping, Sequence

from pcf_desktop.services.priorities.priorities import FEW_FAMILIES, Views
from pcf_desktop.ui.language import tr

ALL = "all"
NOT_SUFFICIENT = "not_sufficient"
WORSE = "worse"
FEW = "few"
OWN = "own"


def names() -> Mapping[str, str]:
    """Return the filters in their order, in words."""
    return {
        ALL: tr("All priorities"),
        NOT_SUFFICIENT: tr("Not sufficient"),
        WORSE: tr("More bad than good"),
        FEW: tr("Too few voices"),
        OWN: tr("Our own concerns"),
    }


def fits(views: Views, chosen: str) -> bool:
    """Say whether a filter shows a priority."""
    heard = views.heard
    return {
        ALL: True,
        NOT_SUFFICIENT: views.judgement_key in {"not_sufficient", "not_effective"},
        WORSE: heard.bad > heard.good,
        FEW: heard.families < FEW_FAMILIES,
        OWN: views.kind == "own_concern",
    }[chosen]


def has_words(views: Views, typed: Sequence[str]) -> bool:
    """Say whether all words stand in a priority's number, title or the inspectors' words."""
    words = f"{views.number or ''} {views.title} {views.words or ''}".casefold()
    return all(word in words for word in typed)
