"""The step of the key messages: each as it is proposed, or in the forum's own words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pcf_desktop.errors import UserError
from pcf_desktop.services.forum import drafts
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.messages import Message
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.priorities import changes
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.form import Opened
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.message_form import MessageForm
from pcf_desktop.ui.packs.trouble import Trouble

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session

Found = Sequence[tuple[Message, Opened[str] | None]]
"""Each message with what the forum says in place of it; None where it speaks of no one priority."""


class MessagesStep(QWidget):
    """A form for each message; the one of what works on several priorities is only shown."""

    def __init__(self, screen: "Screen") -> None:
        super().__init__()
        self._screen = screen
        self.forms: list[MessageForm] = []
        self.trouble = Trouble()
        self._about = Text("", tone="muted")
        self._forms = stacked(gap=2)
        self._others = stacked(gap=1)
        column = stacked(self, self._about, self.trouble, gap=2)
        column.addLayout(self._forms)
        column.addLayout(self._others)
        column.addStretch(1)
        self.trouble.hide()

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What keys do in the message that has the focus."""
        form = next((each for each in self.forms if each.isAncestorOf(self.focusWidget())), None)
        return form.commands if form is not None else {}

    def show_plan(self, plan: PackPlan) -> None:
        """Propose the messages of a plan; what is typed in one stays."""
        self._about.setText(tr("The first page says this. Looking at the figures…"))
        query = self._screen.latest("messages", lambda session: _read(session, plan), self._show)
        query.refused.connect(self._refused)

    def put_away(self) -> None:
        """Keep what is typed, as for a lock."""
        for form in self.forms:
            form.put_away()

    def first_focus(self) -> QWidget:
        """Return the first message's field."""
        return self.forms[0].words.page if self.forms else self

    def _show(self, found: Found) -> None:
        self.trouble.hide()
        said = [(message, own) for message, own in found if own is not None]
        self._about.setText(
            tr("The first page says this. Change what you would say otherwise.")
            if found
            else tr("Too few families were heard on each priority for a message.")
        )
        while len(self.forms) < len(said):
            self.forms.append(MessageForm(self._screen))
            self._forms.addWidget(self.forms[-1])
        for form, (message, own) in zip(self.forms, said, strict=False):
            form.show_message(message, own)
        for place, form in enumerate(self.forms):
            form.setVisible(place < len(said))
        clear(self._others)
        for message in (message for message, own in found if own is None):
            self._others.addWidget(Text(f"{message.words} ({message.base})"))

    def _refused(self, error: UserError) -> None:
        self.trouble.show_error(error)


def _read(session: "Session", plan: PackPlan) -> Found:
    """Return the messages of a plan with the forum's own words and the drafts of them."""
    today = datetime.now().astimezone().date()
    found: list[tuple[Message, Opened[str] | None]] = []
    for message in packs.drafted(session, plan, today).messages:
        key = message.priority_id
        if key is None:
            found.append((message, None))
            continue
        name = changes.draft_name(session, key, changes.MESSAGE)
        own = message.own.words if message.own is not None else ""
        found.append((message, Opened(key, own, name, drafts.read(session, name))))
    return found
