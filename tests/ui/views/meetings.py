"""The views of meetings for the registry."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from pcf_desktop.records import When
from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.ui.screen import Desk


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each page by its name; the list stands empty until a meeting is added."""
    return {"meetings": Meetings, "meetings added": _listed, "edit a meeting": _form}


def _listed(desk: Desk) -> Meetings:
    on = When.day(date(2021, 12, 8))
    details = MeetingDetails(tr("With the inspectors"), on, tr("Shirehall, room 4"))
    with desk.worker.workspace.change(tr("add a meeting")) as session:
        meetings.keep(session, next(iter(meetings.ids(session)), 0), details)
    return Meetings(desk)


def _form(desk: Desk) -> Meetings:
    screen = _listed(desk)
    screen.edit(1)
    return screen
