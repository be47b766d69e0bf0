"""The words that suggest a priority, changed on its own page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from pcf_desktop.services.forum import drafts
from pcf_desktop.services.priorities import changes
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.form import Beside, Form, Opened, Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.keywords_field import KeywordsField
from pcf_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


class SuggestingWords(Form[Sequence[str]]):
    """One field that is always open; what is typed is a draft until it is saved."""

    def __init__(self, screen: Screen) -> None:
        self.keywords = KeywordsField(lines=6)
        action = tr("change the words that suggest a priority")
        super().__init__(screen, action, Beside({"keywords": self.keywords}))
        self.button = Button(tr("Save words"), small=True)
        self.end_with(self.save, self.button)
        screen.saves(self.button, self.keywords)

    def show_nothing(self) -> None:
        """Keep what was typed, and be empty until another priority is opened."""
        self.let_go()
        self.fill(())

    @override
    def read(self) -> Sequence[str]:
        return self.keywords.keywords()

    @override
    def write(self, record: Sequence[str]) -> None:
        self.keywords.show_keywords(record)

    @override
    def keep(self, typed: Sequence[str]) -> Work:
        key = self.key
        return lambda session: changes.set_keywords(session, key, typed)

    @override
    def saved(self, _result: None) -> None:
        self.fill(self.read())
        self._screen.desk.tell(tr("Words saved."), undo=True)


def opened(session: "Session", priority_id: int, words: Sequence[str]) -> Opened[Sequence[str]]:
    """Return a priority's words with what was typed there and not saved."""
    name = changes.draft_name(session, priority_id, changes.WORDS)
    return Opened(priority_id, tuple(words), name, drafts.read(session, name))
