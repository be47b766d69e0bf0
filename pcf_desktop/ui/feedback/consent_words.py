"""Consent in a few plain words, with the colour and shape of its mark."""

from pcf_desktop.days import day
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.consents import Standing
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr


def mark_of(standing: Standing) -> Mark:
    """Return what may be done with the words."""
    if consents.QUOTE in standing.allowed:
        if consents.INSPECTORS in standing.refused:
            return Mark(tr("May be quoted, but not to inspectors"), Level.AMBER)
        return Mark(tr("May be quoted, without names"), Level.GOOD)
    if standing.withdrawn_on is not None:
        on = day(standing.withdrawn_on)
        return Mark(tr("Consent withdrawn on {day}").format(day=on), Level.BAD)
    if standing.refused & {consents.KEEP, consents.USE}:
        return Mark(tr("Kept to ourselves, not quoted"), Level.AMBER)
    if consents.USE in standing.allowed or consents.QUOTE in standing.refused:
        return Mark(tr("May be used, not quoted"), Level.INFO)
    return Mark(tr("Quoting: not asked yet"))
