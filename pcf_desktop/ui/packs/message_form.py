"""One key message: what the figures propose, and what the forum would rather say."""

from typing_extensions import override

from pcf_desktop.services.packs import own_messages
from pcf_desktop.services.packs.messages import Message
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.form import Beside, Form, Opened, Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen


class MessageForm(Form[str]):
    """Empty where what is proposed is printed; what is typed is a draft until it is saved."""

    def __init__(self, screen: Screen) -> None:
        self.words = LongTextField(
            tr("In our words"),
            tr("Left empty, what stands above is printed. Figures and quote numbers may be used."),
            lines=3,
            optional=True,
        )
        self.card = Card(" ", " ")
        action = tr("change a key message")
        super().__init__(screen, action, Beside({"words": self.words}), frame=self.card)
        self.button = Button(tr("Save message"), small=True)
        self.end_with(self.save, self.button)
        screen.saves(self.button, self.words)
        self._proposed = ""

    def show_message(self, message: Message, opened: Opened[str]) -> None:
        """Show what is proposed, and what the forum says in place of it."""
        self._proposed = message.words
        self.card.title.setText(message.title)
        self.card.hint.setText(f"{message.words} ({message.base})")
        self.open(opened)

    @override
    def read(self) -> str:
        return self.words.value()

    @override
    def write(self, record: str) -> None:
        self.words.set_value(record)

    @override
    def keep(self, typed: str) -> Work:
        key, proposed = self.key, self._proposed
        return lambda session: own_messages.keep(session, key, typed, proposed)

    @override
    def saved(self, _result: None) -> None:
        self.fill(self.read())
        self._screen.desk.tell(tr("Message saved."), undo=True)
