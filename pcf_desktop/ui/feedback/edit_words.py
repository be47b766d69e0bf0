"""Mend the words of one piece of feedback."""

from typing_extensions import override

from pcf_desktop.services.feedback import feedback
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.feedback.comment_form import CommentForm
from pcf_desktop.ui.form import Beside, Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.words import count


class EditWords(CommentForm[str]):
    """The words alone; a link may lose the passage that was marked in them."""

    def __init__(self, screen: Screen) -> None:
        self.words = LongTextField(tr("What was said"), tr("Mend only what was typed wrongly"))
        self.words.needed = tr("Write what was said, or leave it as it was.")
        action, row = tr("edit the words"), Beside({"words": self.words})
        super().__init__(screen, action, Card(kind=""), row)
        bind(self, "Esc", self.leave)
        self.end_or_leave(tr("Save words"))

    @override
    def read(self) -> str:
        return self.words.value()

    @override
    def write(self, record: str) -> None:
        self.words.put(record)

    @override
    def keep(self, typed: str) -> Work:
        key = self.key
        return lambda session: feedback.change_words(session, key, typed)

    @override
    def saved(self, lost: int) -> None:
        passages = count(lost, tr("link lost its marked passage"), tr("links lost their passages"))
        self.end(tr("Words saved.") + (f" {passages}." if lost else ""))
