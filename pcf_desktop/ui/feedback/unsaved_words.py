"""Edited words that are not saved yet: they wait for whoever comes back to their comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pcf_desktop.services.feedback import feedback, one_comment
from pcf_desktop.services.feedback.one_comment import Detail
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui import saving
from pcf_desktop.ui.feedback.reading_panel import ReadingPanel
from pcf_desktop.ui.priorities.unsaved import Unsaved

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session


@dataclass(frozen=True)
class Read:
    """A comment, with the name of the draft of its words, and what that kept."""

    detail: Detail | None
    draft: str
    typed: Mapping[str, str]


def read(session: "Session", feedback_id: int, *, is_binned: bool) -> Read:
    """Return a comment with what was typed for it before."""
    detail = one_comment.of(session, feedback_id, is_binned=is_binned)
    if detail is None:
        return Read(None, "", {})
    name = feedback.draft_name(session, feedback_id)
    return Read(detail, name, drafts.read(session, name))


class UnsavedWords(QObject):
    """Keeps the draft of one comment after the other, as the panel shows them."""

    def __init__(self, screen: "Screen", panel: ReadingPanel) -> None:
        super().__init__(screen)
        self._worker, self._panel = screen.desk.worker, panel
        self._known: dict[int, str] = {}
        """What stands in the drafts of comments that were edited since the screen was opened."""
        self._draft = Unsaved(screen, self._state)
        panel.edit_words.words.changed.connect(self._draft.typed)

    @property
    def name(self) -> str:
        """The name of the draft of the comment that is shown."""
        return self._draft.name

    def show(self, found: Read, searched: str) -> None:
        """Show a comment in the panel; words that were not saved stand in the field again."""
        self._put_by()
        self._panel.show_detail(found.detail, searched)
        self._draft.name = found.draft
        detail = found.detail
        if detail is None or detail.is_binned or saving.why_not(self._worker):
            return
        typed = self._known.get(detail.id, found.typed.get("words", ""))
        if typed and typed != detail.words and self._panel.edit_words.isHidden():
            self._panel.edit_again(typed)

    def put_away(self) -> None:
        """Keep now what would be kept soon."""
        self._draft.put_away()

    def saved(self) -> None:
        """Know that what was typed is kept as the words."""
        self._know("")

    def forget(self) -> None:
        """Forget what was typed, for the person leaves the words as they were."""
        self._know("")
        self._draft.forget()

    def _put_by(self) -> None:
        state = self._state()
        if state is not None:
            self._know(state["words"])
        self.put_away()

    def _know(self, words: str) -> None:
        if self._panel.detail is not None:  # read too soon, the draft would still say otherwise
            self._known[self._panel.detail.id] = words

    def _state(self) -> Mapping[str, str] | None:
        detail, form = self._panel.detail, self._panel.edit_words
        typed = form.words.page.toPlainText()
        is_same = detail is None or form.isHidden() or typed == detail.words
        return None if is_same else {"words": typed}
