"""The fields of the log form: what they hold, which of them are kept for the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pcf_desktop.records import When
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.components.choice_field import Option
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.feedback.choices import Choices
from pcf_desktop.ui.feedback.event_field import EventField
from pcf_desktop.ui.feedback.family_field import FamilyField
from pcf_desktop.ui.feedback.keep_button import KeepButton
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.feedback.quote_field import QuoteField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.partial_date import PartialDate, read_date
from pcf_desktop.ui.said import said_of, words_of
from pcf_desktop.ui.tokens import space


class Line(NamedTuple):
    """Fields beside each other, as wide as the longest of their usual words."""

    fields: Sequence[str]
    shares: Sequence[int]
    least: int
    """Letters that a field needs on the average, else they stand below each other."""


ROWS = (
    Line(("when", "channel", "event"), (5, 7, 9), 21),
    Line(("district", "family", "age_band"), (4, 4, 3), 18),
    Line(("send_status", "need"), (2, 3), 32),
    Line(("setting", "sentiment"), (3, 2), 32),
)
KEPT = "kept"
"""Under this name a draft notes which fields are kept."""


@dataclass(frozen=True)
class Typed:
    """What the form says: the feedback, and an event's title where the event is new."""

    feedback: NewFeedback
    new_event: str


class LogForm(QWidget):
    """Two fields that are needed, and ten that help; `changed` is emitted as the person types.

    `with_words` false leaves out those two, and Keep: to change what is known of a comment.
    """

    changed = Signal()

    def __init__(self, *, with_words: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_words = with_words
        self.words = LongTextField(tr("What was said, in their words?"), lines=3)
        self.quote = QuoteField()
        self.when = DateField(tr("When"))
        self.when.set_hint("")
        self.family = FamilyField(tr("Family"))
        self.event_field = EventField(tr("Event"))
        self._choices = {
            "channel": QuickChoice(tr("How it came")),
            "event": self.event_field,
            "district": QuickChoice(tr("District"), takes_new=True),
            "age_band": QuickChoice(tr("Age")),
            "send_status": QuickChoice(tr("SEND status")),
            "need": QuickChoice(tr("Need")),
            "setting": QuickChoice(tr("Setting")),
            "sentiment": QuickChoice(tr("How they feel")),
        }
        self._keep: dict[str, KeepButton] = {}
        self._lay_out()
        for name, field in self.named().items():
            field.changed.connect(self.changed)
            if with_words and name not in ("words", "quote"):
                self._keep[name] = KeepButton(field.words)
                self._keep[name].toggled.connect(lambda _on: self.changed.emit())
                field.add_above(self._keep[name])
        self.words.changed.connect(self._words_typed)
        self.when.changed.connect(
            lambda: self.event_field.set_day(said_of(self.when.date()).earliest)
        )
        keep = QShortcut(QKeySequence("Ctrl+D"), self, self._keep_this)
        keep.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.empty()

    def named(self) -> Mapping[str, Field]:
        """Return the fields by name, in the order in which they are filled in."""
        of = self._choices
        needed: dict[str, Field] = {"words": self.words, "quote": self.quote}
        return {
            **(needed if self._with_words else {}),
            "when": self.when,
            "channel": of["channel"],
            "event": of["event"],
            "district": of["district"],
            "family": self.family,
            **{name: of[name] for name in ("age_band", "send_status", "need", "setting")},
            "sentiment": of["sentiment"],
        }

    def know(self, event: EventLine) -> None:
        """Show the event that was made with what was just saved as one of the list."""
        self.event_field.know(event)

    def offer(self, choices: Choices) -> None:
        """Offer what can be chosen; what is typed stays."""
        for name, words in choices.words.items():
            also = {alias: word.label for word in words for alias in word.aliases}
            self._choices[name].offer([_option(word) for word in words], also)
        self.event_field.offer_events(choices.events)
        self._choices["district"].offer([Option(each, each) for each in choices.districts])
        self.family.offer_codes(choices.codes, choices.next_code)

    def check(self) -> bool:
        """Check every field, which says beside itself what is wrong; return whether all is well."""
        checks = [self.when.check(), self.family.check()]
        checks += [field.check() for field in self._choices.values()]
        if self._with_words:
            self.words.set_problem("" if self.words.value() else tr("Write what was said."))
            checks += [self.quote.check_to_save(), not self.words.problem]
        return all(checks)

    def typed(self) -> Typed:
        """Return what the form says; to be asked when all is well."""
        new = NewFeedback(
            words=self.words.value(),
            may_quote=self.quote.value(),
            said=said_of(self.when.date()),
            channel_id=self._id("channel"),
            event_id=self._id("event"),
            family_code=self.family.code(),
            child=AboutChild(
                age_band_id=self._id("age_band"),
                need_id=self._id("need"),
                status_id=self._id("send_status"),
                setting_id=self._id("setting"),
            ),
            district=self._choices["district"].typed() or None,
            sentiment_id=self._id("sentiment"),
        )
        return Typed(new, self.event_field.new_title())

    def fill(self, known: NewFeedback) -> None:
        """Show what is known of a comment. A date that the field cannot say stands beside it."""
        for field in self.named().values():
            _put(field, "")
            field.set_problem("")
        said = words_of(known.said)
        self.when.set_date(read_date(said, datetime.now().astimezone().date()))
        is_told = bool(self.when.value()) or known.said == When()
        self.when.set_hint("" if is_told else tr("Noted as {date}").format(date=said))
        self.event_field.show_event(known.event_id)
        self.family.put(known.family_code or "")
        self._choices["district"].put(known.district or "")
        for name, key in (
            ("channel", known.channel_id),
            ("age_band", known.child.age_band_id),
            ("send_status", known.child.status_id),
            ("need", known.child.need_id),
            ("setting", known.child.setting_id),
            ("sentiment", known.sentiment_id),
        ):
            self._choices[name].set_value(str(key or ""))

    def empty(self) -> None:
        """Begin the next: clear all but what is kept, and put today where no date is kept."""
        for name, field in self.named().items():
            if not self._is_kept(name):
                _put(field, "")
            field.set_problem("")
        if not self.when.value():
            self.when.set_date(_today())

    def is_blank(self) -> bool:
        """Whether nothing was typed that would be missed; what is kept for the next is not."""
        state = self.state()
        own = [name for name in self.named() if not self._is_kept(name)]
        is_today = "when" not in own or self.when.date() in (None, _today())
        return is_today and not any(state[name] for name in own if name != "when")

    def state(self) -> dict[str, str]:
        """Return what stands in the fields, word for word, for a draft."""
        fields = {name: _words(field) for name, field in self.named().items()}
        return {**fields, KEPT: " ".join(name for name in self._keep if self._is_kept(name))}

    def restore(self, state: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        for name, field in self.named().items():
            _put(field, state.get(name, ""))
        kept = state.get(KEPT, "").split()
        for name, button in self._keep.items():
            button.setChecked(name in kept)

    def pinned(self) -> dict[str, str]:
        """Return what is kept for the next, word for word; nothing where no field is."""
        state = self.state()
        return {name: state[name] for name in (*state[KEPT].split(), KEPT)} if state[KEPT] else {}

    def keep(self, name: str) -> None:
        """Keep a field for the next, or no longer."""
        self._keep[name].toggle()

    def _id(self, name: str) -> int | None:
        key = self._choices[name].value()
        return int(key) if key else None

    def _is_kept(self, name: str) -> bool:
        return name in self._keep and self._keep[name].isChecked()

    def _words_typed(self) -> None:
        if self.words.problem and self.words.value():
            self.words.set_problem("")

    def _keep_this(self) -> None:
        focus = QApplication.focusWidget()
        for name, field in self.named().items():
            if name in self._keep and focus is not None and field.isAncestorOf(focus):
                self.keep(name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        for field, stretch in ((self.words, 1), (self.quote, 0)):
            if self._with_words:
                column.addWidget(field, stretch)
            else:
                field.setParent(self)
                field.hide()
        named = self.named()
        for row in ROWS:
            fields = [named[name] for name in row.fields]
            column.addWidget(Sides(*fields, shares=row.shares, least=row.least))


def _words(field: Field) -> str:
    """Return what stands in a field, as it would be typed again."""
    if isinstance(field, QuickChoice):
        return field.typed()
    if isinstance(field, LongTextField):
        return field.page.toPlainText()
    return field.value() if isinstance(field, DateField | QuoteField) else ""


def _put(field: Field, words: str) -> None:
    if isinstance(field, QuickChoice):
        field.put(words)
        field.note("")
    elif isinstance(field, QuoteField):
        field.set_value(words)  # also where it says so already: Tab enters at the first again
    elif isinstance(field, LongTextField | DateField) and _words(field) != words:
        field.set_value(words)


def _option(word: Word) -> Option:
    return Option(str(word.id), word.label)


def _today() -> PartialDate:
    now = datetime.now().astimezone()
    return PartialDate(now.year, now.month, now.day)
