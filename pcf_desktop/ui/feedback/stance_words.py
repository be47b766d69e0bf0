"""What a link says, in a word with its colour and shape."""

from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr


def mark_of(stance: str) -> Mark:
    """Return the mark of a stance, a key of `services.links.STANCES`."""
    return {
        "better": Mark(tr("Better"), Level.GOOD),
        "no_change": Mark(tr("No change")),
        "worse": Mark(tr("Worse"), Level.BAD),
        "mixed": Mark(tr("Mixed"), Level.AMBER),
        "strength": Mark(tr("Strength"), Level.GOOD),
        "concern": Mark(tr("Concern"), Level.BAD),
    }[stance]
