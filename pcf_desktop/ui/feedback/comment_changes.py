"""What is changed in the comment that is read: its words, its consent, its details, its place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress
from pcf_desktop.services.feedback import consent_answers, events, feedback, safeguarding
from pcf_desktop.services.feedback.consent_answers import Asked
from pcf_desktop.services.feedback.one_comment import Detail
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.feedback import choices
from pcf_desktop.ui.feedback.edit_details import Opened
from pcf_desktop.ui.feedback.log_form import Typed
from pcf_desktop.ui.feedback.quote_field import answers
from pcf_desktop.ui.feedback.reading_panel import ReadingPanel
from pcf_desktop.ui.feedback.unsaved_words import Read, UnsavedWords
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.unsaved import Unsaved
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.words import count

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


class CommentChanges(QObject):
    """Opens the forms of the reading panel and saves each as one step. `closed`: one was left."""

    closed = Signal()

    def __init__(self, screen: Screen, panel: ReadingPanel) -> None:
        super().__init__(screen)
        self._screen, self._panel = screen, panel
        self._saving = False
        self._words = UnsavedWords(screen, panel)
        self._details = Unsaved(screen, panel.details.state)
        panel.saved.connect(self._save_words)
        panel.edit_words.left.connect(self._words_left)
        panel.consent.answered.connect(self._answer)
        panel.consent.taken_back.connect(self._take_back)
        panel.details.saved.connect(self._save_details)
        panel.at_risk.passed_on.connect(self._set_aside)
        panel.details.form.changed.connect(self._details_typed)
        panel.details.closed.connect(self._details_left)
        panel.consent.closed.connect(self._close)

    def show(self, found: Read, searched: str) -> None:
        """Show a comment in the panel, with what was typed in its words and not saved."""
        another = found.detail is None or found.detail.id != self._panel.details.feedback_id
        if another:
            self._details.put_away()
            self._panel.details.forget()
        self._words.show(found, searched)

    def put_away(self) -> None:
        """Keep what was typed a moment ago, for the forum is about to be locked."""
        self._words.put_away()
        self._details.put_away()

    def ask_consent(self) -> None:
        """Open the form of consent for the comment that is read."""
        if (detail := self._listed()) is not None:
            key = detail.id
            self._screen.latest(
                "consent", lambda session: consent_answers.of(session, key), self._show_consent
            )

    def edit_details(self) -> None:
        """Open the form of the details of the comment that is read."""
        if (detail := self._listed()) is not None:
            key = detail.id
            self._screen.latest(
                "details", lambda session: _opened(session, key), self._show_details
            )

    def save(self) -> Callable[[], object] | None:
        """Return what saves the form that is open, or None where none is."""
        panel = self._panel
        forms = (panel.edit_words, panel.consent, panel.details)
        return next((form.save for form in forms if form.isVisible()), None)

    def _show_consent(self, asked: Asked | None) -> None:
        detail = self._listed()
        if asked is not None and detail is not None and detail.id == asked.feedback_id:
            self._panel.consent.show_asked(asked, detail.family)
            self._panel.show_below(self._panel.consent)
            self._panel.consent.come()

    def _show_details(self, opened: Opened) -> None:
        detail = self._listed()
        if detail is not None and detail.id == opened.feedback_id:
            self._panel.details.show_details(opened)
            self._details.name = opened.draft
            self._panel.show_below(self._panel.details)
            self._panel.details.come()

    def _answer(self, answer: str) -> None:
        said = tr("Consent noted: {answer}.").format(answer=dict(answers())[answer])
        self._change(
            tr("note consent"),
            lambda session, key: consent_answers.answer(session, key, answer, _today()),
            lambda _done: self._done(said),
            self._panel.consent.refuse,
        )

    def _take_back(self, on: date, everything: bool) -> None:  # noqa: FBT001 - a signal passes it
        def told(taken: int) -> None:
            comments = count(taken, tr("comment"), tr("comments"))
            self._done(tr("Noted that they took {comments} back.").format(comments=comments))

        self._change(
            tr("note that consent was taken back"),
            lambda session, key: consent_answers.take_back(
                session, key, on, _today(), everything=everything
            ),
            told,
            self._panel.consent.refuse,
        )

    def _details_typed(self) -> None:
        if self._panel.details.feedback_id is not None:
            self._details.typed()

    def _details_left(self) -> None:
        self._panel.details.forget()
        self._details.forget()
        self._close()

    def _save_details(self, before: Typed, typed: Typed) -> None:
        if typed == before:
            self._screen.desk.tell(tr("Nothing was changed."))
            self._details_left()
            return
        name = self._details.name
        self._details.put_away()

        def put(session: "Session", key: int) -> None:
            drafts.drop(session, name)
            _put_details(session, key, before, typed)

        self._change(tr("edit the details"), put, lambda _done: self._details_saved())

    def _details_saved(self) -> None:
        self._panel.details.forget()
        self._done(tr("Details saved."))

    def _save_words(self, words: str) -> None:
        name = self._words.name
        self._words.put_away()  # a save that fails, or is cut off by the lock, loses nothing

        def put(session: "Session", key: int) -> int:
            drafts.drop(session, name)
            return feedback.change_words(session, key, words)

        self._change(tr("edit the words"), put, self._words_saved)

    def _words_saved(self, lost: int) -> None:
        self._words.saved()
        self._panel.stop_editing()
        passages = count(lost, tr("link lost its marked passage"), tr("links lost their passages"))
        self._done(tr("Words saved.") + (f" {passages}." if lost else ""))

    def _words_left(self) -> None:
        self._words.forget()
        self.closed.emit()

    def _set_aside(self, on: date) -> None:
        self._change(
            tr("set a comment aside"),
            lambda session, key: safeguarding.set_aside(session, key, on, _today()),
            lambda _done: self._screen.desk.tell(
                tr("Set aside, and noted that it was passed on."), undo=True
            ),
            self._panel.at_risk.refuse,
        )

    def _change(
        self,
        action: str,
        work: "Callable[[Session, int], Any]",
        then: Callable[[Any], object],
        refuse: Callable[[UserError], object] | None = None,
    ) -> None:
        """Change the comment that is read, once, however often the key is pressed."""
        detail = self._panel.detail
        if detail is None or self._saving:
            return
        key = detail.id

        def put(session: "Session", _progress: Progress) -> object:
            return work(session, key)

        self._saving = True
        job = self._screen.change(action, put, then)
        if refuse is not None:
            job.refused.connect(refuse)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._saving = False

    def _done(self, said: str) -> None:
        self._screen.desk.tell(said, undo=True)
        self._close()

    def _close(self) -> None:
        self._panel.show_below(None)
        self.closed.emit()

    def _listed(self) -> Detail | None:
        detail = self._panel.detail
        return None if detail is None or detail.is_binned else detail


def _opened(session: "Session", feedback_id: int) -> Opened:
    now = datetime.now().astimezone()
    kept = feedback.details(session, feedback_id)
    held = {kept.channel_id, kept.sentiment_id, kept.child.age_band_id, kept.child.need_id}
    held |= {kept.child.status_id, kept.child.setting_id}
    name = feedback.draft_name(session, feedback_id, feedback.DETAILS)
    typed = drafts.read(session, name)
    return Opened(feedback_id, kept, choices.read(session, now, held), name, typed)


def _put_details(session: "Session", feedback_id: int, before: Typed, typed: Typed) -> None:
    after = typed.feedback
    if typed.new_event:
        event = events.at(session, typed.new_event, after.said.earliest, after.channel_id)
        after = replace(after, event_id=event.id)
    feedback.change_details(session, feedback_id, before.feedback, after)


def _today() -> date:
    return datetime.now().astimezone().date()
