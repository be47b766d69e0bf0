"""What is changed in the comment that is read: its words, its consent, its details, its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pcf_desktop.progress import Progress
from pcf_desktop.services.feedback import consent_answers, feedback, one_comment, safeguarding
from pcf_desktop.services.feedback.consent_answers import CommentConsent
from pcf_desktop.services.feedback.one_comment import OneComment
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui import saving
from pcf_desktop.ui.feedback import choices
from pcf_desktop.ui.feedback.choices import LogChoices
from pcf_desktop.ui.feedback.log_form import Typed
from pcf_desktop.ui.feedback.reading_panel import ReadingPanel
from pcf_desktop.ui.form import Opened
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


@dataclass(frozen=True)
class ReadComment:
    """A comment, and its words to be edited."""

    detail: OneComment | None
    words: Opened[str] | None


def read(session: "Session", feedback_id: int, *, is_binned: bool) -> ReadComment:
    """Return a comment with what was typed for it before."""
    detail = one_comment.of(session, feedback_id, is_binned=is_binned)
    if detail is None:
        return ReadComment(None, None)
    name, typed = _draft(session, feedback_id, feedback.WORDS)
    return ReadComment(detail, Opened(feedback_id, detail.words, name, typed))


class CommentChanges(QObject):
    """Opens the forms of the reading panel. `closed`: one was left, or has saved."""

    closed = Signal()

    def __init__(self, screen: Screen, panel: ReadingPanel) -> None:
        super().__init__(screen)
        self._screen, self._panel = screen, panel
        self._is_setting_aside = False
        panel.closed.connect(self._close)
        panel.at_risk.passed_on.connect(self._set_aside)

    def show(self, found: ReadComment, searched: str) -> None:
        """Show a comment in the panel, with what was typed in its words and not saved."""
        panel, words = self._panel, self._panel.edit_words
        for form in panel.forms:
            if found.detail is None or found.detail.id != form.key:
                form.let_go()
        panel.show_detail(found.detail, searched)
        if (
            found.words is None
            or self._listed() is None
            or saving.why_not(self._screen.desk.worker)
        ):
            return
        words.open(found.words)
        if words.isHidden() and not words.is_untouched():
            panel.show_field()

    def put_away(self) -> None:
        """Keep what was typed a moment ago, for the forum is about to be locked."""
        for form in self._panel.forms:
            form.put_away()

    def ask_consent(self) -> None:
        """Open the form of consent for the comment that is read."""
        if (detail := self._listed()) is not None:
            key = detail.id
            self._screen.latest("consent", lambda session: _asked(session, key), self._show_consent)

    def edit_details(self) -> None:
        """Open the form of the details of the comment that is read."""
        if (detail := self._listed()) is not None:
            key = detail.id
            self._screen.latest(
                "details", lambda session: _opened(session, key), self._show_details
            )

    def save(self) -> Callable[[], object] | None:
        """Return what saves the form that is open, or None where none is."""
        return next((form.save for form in self._panel.forms if form.isVisible()), None)

    def _show_consent(self, found: tuple[CommentConsent, str, Mapping[str, str]] | None) -> None:
        detail = self._listed()
        if found is not None and detail is not None and detail.id == found[0].feedback_id:
            asked, name, draft = found
            self._panel.consent.show_asked(asked, detail.family, name, draft)
            self._panel.show_below(self._panel.consent)
            self._panel.consent.come()

    def _show_details(self, found: tuple[Opened[Typed], LogChoices]) -> None:
        opened, offered = found
        detail = self._listed()
        if detail is not None and detail.id == opened.key:
            self._panel.details.known.offer(offered)
            self._panel.details.open(opened)
            self._panel.show_below(self._panel.details)
            self._panel.details.come()

    def _set_aside(self, on: date) -> None:
        detail = self._panel.detail
        if detail is None or self._is_setting_aside:
            return
        key, today = detail.id, datetime.now().astimezone().date()

        def put(session: "Session", _progress: Progress) -> None:
            safeguarding.set_aside(session, key, on, today)

        said = tr("Set aside, and noted that it was passed on.")
        self._is_setting_aside = True
        job = self._screen.change(
            tr("set a comment aside"), put, lambda _done: self._screen.desk.tell(said, undo=True)
        )
        job.refused.connect(self._panel.at_risk.refuse)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._is_setting_aside = False

    def _close(self) -> None:
        self._panel.show_below(None)
        self.closed.emit()

    def _listed(self) -> OneComment | None:
        detail = self._panel.detail
        return None if detail is None or detail.is_binned else detail


def _draft(session: "Session", feedback_id: int, kind: str) -> tuple[str, Mapping[str, str]]:
    name = feedback.draft_name(session, feedback_id, kind)
    return name, drafts.read(session, name)


def _asked(
    session: "Session", feedback_id: int
) -> tuple[CommentConsent, str, Mapping[str, str]] | None:
    asked = consent_answers.of(session, feedback_id)
    return None if asked is None else (asked, *_draft(session, feedback_id, feedback.CONSENT))


def _opened(session: "Session", feedback_id: int) -> tuple[Opened[Typed], LogChoices]:
    now = datetime.now().astimezone()
    kept = feedback.details(session, feedback_id)
    held = {kept.channel_id, kept.sentiment_id, kept.child.age_band_id, kept.child.need_id}
    held |= {kept.child.status_id, kept.child.setting_id}
    name, typed = _draft(session, feedback_id, feedback.DETAILS)
    return Opened(feedback_id, Typed(kept), name, typed), choices.read(session, now, held)
