"""The link panel: what a comment is linked to, what it may bear on, and any other priority."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pcf_desktop.progress import Progress
from pcf_desktop.services.feedback import links
from pcf_desktop.services.feedback.links import LinkView
from pcf_desktop.services.priorities import priorities, suggestions
from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.services.priorities.suggestions import Suggestion
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.priority_finder import PriorityFinder
from pcf_desktop.ui.priorities.stance_card import StanceCard
from pcf_desktop.ui.priorities.stances import words_of
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

TABLES = frozenset({"link", "keyword", "priority", "feedback"})
DIGITS = "12"
"""The keys of the suggestions, in their order."""
PASSAGE_SHOWN = 90
"""So many letters of a passage remind of which one it is."""


@dataclass(frozen=True)
class LinkOffer:
    """What the panel shows for its comments: of several, only what they can be linked to."""

    feedback_ids: Sequence[int]
    links: Sequence[LinkView]
    suggested: Sequence[Suggestion]
    choices: Sequence[Choice]


class LinkPanel(SidePanel):
    """Links the comments of `set_feedback`; only ever when a person chooses a stance.

    `passage` gives the passage that is marked where the comment is read, or None. `linked` is
    emitted when a link was made, changed or taken away.
    """

    linked = Signal()

    def __init__(
        self, desk: Desk, passage: Callable[[], str | None] = lambda: None, *, closable: bool = True
    ) -> None:
        super().__init__(tr("Link to a priority"), closable=closable)
        self._desk, self._passage = desk, passage
        self._chosen: tuple[int, ...] = ()
        self.finder = PriorityFinder()
        self.finder.picked.connect(self._picked)
        self.finder.field.installEventFilter(self)
        self.suggested: list[StanceCard] = []
        self._held = QWidget()
        self._cards = stacked(self._held, gap=1)
        self.add(self.finder, self._held)
        self.body.addStretch(1)
        desk.worker.changed.connect(self._changed)
        self.setEnabled(False)

    def set_feedback(self, *feedback_ids: int) -> None:
        """Offer links for a comment, one link for several, or none at all."""
        self._chosen = feedback_ids
        self.setEnabled(bool(feedback_ids))
        self._clear()
        several = tr("Link {comments} to a priority").format(comments=_comments(feedback_ids))
        self.title.setText(several if len(feedback_ids) > 1 else tr("Link to a priority"))
        if feedback_ids:
            self._read()

    def choose(self, number: int) -> None:
        """Go to the stances of a suggestion, 1 or 2."""
        if number <= len(self.suggested):
            self.suggested[number - 1].come()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a digit in the empty field choose the suggestion that shows it, as in the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched is self.finder.field
            and not self.finder.field.text()
        ):
            number = DIGITS.find(event.text()) + 1 if event.text() else 0
            if 0 < number <= len(self.suggested):
                self.choose(number)
                return True
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        chosen = self._chosen
        query = self._desk.worker.latest(
            f"link panel {id(self)}", lambda session: _offer(session, chosen)
        )
        query.done.connect(self._show)

    def _changed(self, tables: frozenset[str]) -> None:
        if isValid(self) and tables & TABLES and self._chosen:
            self._read()

    def _show(self, offer: LinkOffer | None) -> None:
        if not isValid(self) or offer is None or offer.feedback_ids != self._chosen:
            return
        before = self._card_in_hand()
        self.finder.set_choices(offer.choices)
        self._clear()
        self._show_links(offer.links)
        taken = {each.priority_id for each in offer.links}
        self._show_suggested([each for each in offer.suggested if each.priority_id not in taken])
        if before is not None:
            self._go_back_to(before)

    def _card_in_hand(self) -> StanceCard | None:
        """Return the card that has the focus."""
        focus = QApplication.focusWidget()
        cards = self._held.findChildren(StanceCard)
        return next((card for card in cards if focus and card.isAncestorOf(focus)), None)

    def _go_back_to(self, before: StanceCard) -> None:
        """Put the focus on the same suggestion where it is still one: a letter may follow at once.

        Something else was saved meanwhile, as the comment before this one.
        """
        again = [card for card in self.suggested if card.priority_id == before.priority_id]
        for card in again:
            card.come()
        if not again:
            self.finder.field.setFocus()

    def _show_links(self, linked: Sequence[LinkView]) -> None:
        if linked:
            self._cards.addWidget(Text(tr("Linked"), Role.SMALL_STRONG, "muted"))
        for each in linked:
            hint = _quoted(each.passage) if each.passage else ""
            card = StanceCard(each.priority_id, each.title, hint, stance=each.stance)
            card.removed.connect(self._unlink)
            self._add(card)

    def _show_suggested(self, suggested: Sequence[Suggestion]) -> None:
        head = tr("Suggested, and why")
        none = tr("No suggestion. Words that suggest a priority are added on its page.")
        if len(self._chosen) > 1:
            none = tr("Find the priority above. Each comment gets the same link.")
        self._cards.addWidget(Text(head if suggested else none, Role.SMALL, "muted"))
        if not suggested and len(self._chosen) == 1:
            way = LinkButton(tr("Go to the priorities"))
            way.clicked.connect(lambda: self._desk.go("priorities"))
            self._cards.addWidget(way)
        for place, each in enumerate(suggested, start=1):
            words = ", ".join(_quoted(word) for word in each.matched)
            hint = words or tr("Comments like this one were linked to it.")
            card = StanceCard(each.priority_id, each.title, hint, key=str(place))
            self.suggested.append(card)
            self._add(card)

    def _picked(self, priority_id: int) -> None:
        known = self._held.findChildren(StanceCard)
        card = next(
            (each for each in known if each.priority_id == priority_id and not each.isHidden()),
            None,  # one that is hidden is about to go
        )
        if card is None:
            card = StanceCard(priority_id, self.finder.title_of(priority_id))
            card.chosen.connect(self._link)
            self._cards.insertWidget(0, card)
            card.show()  # now, for what is not shown takes no focus
        card.come()

    def _add(self, card: StanceCard) -> None:
        card.chosen.connect(self._link)
        self._cards.addWidget(card)
        card.show()  # now, for what is not shown takes no focus

    def _link(self, priority_id: int, stance: str) -> None:
        chosen = self._chosen
        passage = self._passage() if len(chosen) == 1 else None
        title = self.finder.title_of(priority_id)

        def put(session: "Session", progress: Progress) -> None:
            for done, key in enumerate(chosen, start=1):
                links.put(session, key, priority_id, stance, passage)
                progress(done, len(chosen))

        job = self._desk.worker.change(
            tr("link to a priority"),
            put,
            label=tr("link to {priority}").format(priority=title),
        )
        what = tr("{comments} linked").format(comments=_comments(chosen))
        said = tr("{what} to {priority}: {stance}.").format(
            what=what if len(chosen) > 1 else tr("Linked"),
            priority=title,
            stance=words_of(stance).lower(),
        )
        job.done.connect(lambda _done: self._done(said))

    def _unlink(self, priority_id: int) -> None:
        (key,) = self._chosen  # several show no links that could be removed
        title = self.finder.title_of(priority_id)
        job = self._desk.worker.change(
            tr("remove a link"),
            lambda session, _progress: links.unlink(session, key, priority_id),
            label=tr("remove the link to {priority}").format(priority=title),
        )
        said = tr("Link to {priority} removed.").format(priority=title)
        job.done.connect(lambda _done: self._done(said))

    def _done(self, said: str) -> None:
        if isValid(self):
            self._desk.tell(said, undo=True)
            self.linked.emit()

    def _clear(self) -> None:
        self.suggested = []
        clear(self._cards)


def _offer(session: "Session", chosen: Sequence[int]) -> LinkOffer | None:
    if len(chosen) > 1:
        return LinkOffer(chosen, [], [], priorities.choices(session))
    (feedback_id,) = chosen
    if not links.can_be_linked(session, feedback_id):
        return None
    linked = links.of_feedback(session, [feedback_id]).get(feedback_id, [])
    found = suggestions.suggest(session, feedback_id, suggestions.TOP + len(linked))
    taken = {each.priority_id for each in linked}
    fresh = [each for each in found if each.priority_id not in taken][: suggestions.TOP]
    return LinkOffer(chosen, linked, fresh, priorities.choices(session))


def _comments(chosen: Sequence[int]) -> str:
    return count(len(chosen), tr("comment"), tr("comments"))


def _quoted(words: str) -> str:
    short = words if len(words) <= PASSAGE_SHOWN else words[:PASSAGE_SHOWN].rstrip() + "…"
    return f"“{short}”"
