"""Change what is known of a comment beside its words: the fields of the log form, filled in."""

from typing import TYPE_CHECKING

from typing_extensions import override

from pcf_desktop.services.feedback import feedback
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.feedback.comment_form import CommentForm
from pcf_desktop.ui.feedback.known_fields import KnownFields
from pcf_desktop.ui.feedback.log_form import Typed, with_event
from pcf_desktop.ui.form import Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.tokens import space

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


class EditDetails(CommentForm[Typed]):
    """All that is known, of which only what somebody changed is changed."""

    def __init__(self, screen: Screen) -> None:
        self.known = KnownFields()
        panel = SidePanel(tr("Edit details"))
        super().__init__(screen, tr("edit the details"), panel, *self.known.rows)
        panel.body.setSpacing(space())
        panel.closed.connect(self.leave)
        self.end_or_leave(tr("Save details"))

    @override
    def read(self) -> Typed:
        return Typed(self.known.read(), self.known.event.new_title())

    @override
    def write(self, record: Typed) -> None:
        self.known.write(record.feedback)

    @override
    def keep(self, typed: Typed) -> Work:
        key, before = self.key, self.before or typed

        def change(session: "Session") -> None:
            after, _ = with_event(session, typed)
            feedback.change_details(session, key, before.feedback, after)

        return change

    @override
    def saved(self, _result: None) -> None:
        self.end(tr("Details saved."))
