"""The form of a meeting: empty for a new one, filled in for one that is kept."""

from typing import TYPE_CHECKING

from typing_extensions import override

from pcf_desktop.records import When
from pcf_desktop.services.forum import drafts
from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.form import Beside, Opened, Work
from pcf_desktop.ui.kept_form import KeptForm
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.said import words_of
from pcf_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


class MeetingForm(KeptForm[MeetingDetails]):
    """What a meeting is about, when and where it is, and notes of it."""

    def __init__(self, screen: Screen) -> None:
        self.title = TextField(tr("Meeting"), tr("Whom it is with, or what it is about"))
        self.title.needed = tr("Say whom the meeting is with, or what it is about.")
        self.when = DateField(tr("When"), optional=True)
        self.place = TextField(tr("Where"), tr("A place, or “online”"), optional=True)
        self.notes = LongTextField(tr("Notes"), lines=9, optional=True)
        date_and_place = Beside({"when": self.when, "place": self.place})
        rows = Beside({"title": self.title}), date_and_place, Beside({"notes": self.notes})
        super().__init__(screen, "", *rows)
        self.frame.body.setStretchFactor(self.notes, 1)
        for field in (self.title, self.place):
            field.line.setMaxLength(300)  # as many letters as are kept
        save = Button(tr("Save meeting"), Rank.PRIMARY, key="Ctrl+S")
        leave = Button(tr("Leave without saving"))
        leave.clicked.connect(self.leave)
        self.delete = Button(tr("Delete meeting"), icon="trash")
        self.delete.clicked.connect(self._delete)
        self.end_with(self.save, save, leave, self.delete)
        screen.saves(save, self.delete)

    @override
    def look_at(self, key: int = 0) -> None:
        self.heading = (tr("Edit the meeting") if key else tr("Add a meeting")), ""
        self.action = tr("edit a meeting") if key else tr("add a meeting")
        self.delete.setVisible(bool(key))
        super().look_at(key)

    @override
    def found(self, session: "Session", key: int) -> Opened[MeetingDetails] | None:
        new = MeetingDetails("", When())
        record = meetings.some(session, [key]).get(key) if key else new
        if record is None:
            return None
        name = meetings.draft_name(session, key) if key else "new meeting"
        return Opened(key, record, name, drafts.read(session, name))

    @override
    def read(self) -> MeetingDetails:
        on, notes = self.when.date(), self.notes.value()
        return MeetingDetails(self.title.value(), on, self.place.value(), notes)

    @override
    def write(self, record: MeetingDetails) -> None:
        self.title.set_value(record.title)
        self.when.set_value(words_of(record.on) if record.on.earliest else "")
        self.place.set_value(record.place)
        self.notes.set_value(record.notes)

    @override
    def keep(self, typed: MeetingDetails) -> Work:
        key = self.key
        return lambda session: meetings.keep(session, key, typed)

    @override
    def saved(self, result: object) -> None:
        self._screen.desk.tell(tr("Saved: {title}.").format(title=self.title.value()), undo=True)
        super().saved(result)

    def _delete(self) -> None:
        key, said = self.key, tr("Deleted: {title}.").format(title=self.title.value())
        self._screen.change(
            tr("delete a meeting"),
            lambda session, _progress: meetings.delete(session, key),
            lambda _done: self._screen.desk.tell(said, undo=True),
        )
