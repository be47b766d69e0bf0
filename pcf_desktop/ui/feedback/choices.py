"""What the log form has to offer: the forum's own lists, its events, districts and families."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pcf_desktop.services.families import families
from pcf_desktop.services.feedback import events, feedback, safeguarding
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.forum import reference
from pcf_desktop.services.forum.reference import Word

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

LISTS = ("channel", "age_band", "send_status", "need", "setting", "sentiment")


@dataclass(frozen=True)
class LogChoices:
    """Everything the form reads before it is filled in."""

    words: Mapping[str, Sequence[Word]]
    events: Sequence[EventLine]
    districts: Sequence[str]
    codes: Sequence[str]
    next_code: str
    logged_today: int
    steps: str


def read(session: "Session", midnight: datetime, held: Collection[int | None] = ()) -> LogChoices:
    """Return what can be chosen now; words no longer offered are left out, but for those held."""

    def offered(key: str) -> list[Word]:
        return [word for word in reference.words(session, key) if word.active or word.id in held]

    return LogChoices(
        {key: offered(key) for key in LISTS},
        events.every(session),
        feedback.districts(session),
        families.codes(session),
        families.next_code(session),
        feedback.count_logged(session, midnight),
        safeguarding.steps(session),
    )
