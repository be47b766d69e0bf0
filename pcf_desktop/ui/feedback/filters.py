"""The filters of the feedback list: one row of chips with counts, and more behind a button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.feedback import filter_counts
from pcf_desktop.services.feedback.feedback import Filter
from pcf_desktop.services.feedback.filter_counts import Counts
from pcf_desktop.services.forum import reference
from pcf_desktop.services.surveys import surveys
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import number

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

ALL, BIN = "all", "binned"
LONGEST = 30
"""Letters of a question that remind of which one it is."""


@dataclass(frozen=True)
class AskedQuestion:
    """One question of a survey, whose comments are wanted alone."""

    question_id: int
    words: str


@dataclass(frozen=True)
class FilterOffer:
    """What the filters offer."""

    counts: Counts
    channels: Sequence[tuple[int, str]]
    surveys: Sequence[tuple[int, str]]


def offer(session: "Session", wanted: Filter, words: str) -> FilterOffer:
    """Return what can be chosen beside the filters that are set and the words of a search."""
    return FilterOffer(
        filter_counts.counts(session, wanted, words),
        [(word.id, word.label) for word in reference.words(session, "channel")],
        surveys.titles(session),
    )


class Filters(QWidget):
    """Emits `changed` when another filter is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips(tr("Show"), [ChipOption(key, words) for key, words in _states()])
        self.chips.set_value(ALL)
        self._offer_bin(offered=False)
        self.chips.chosen.connect(lambda _keys: self.changed.emit())
        self.more = Button("", icon="funnel-simple", small=True)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._open)
        self._asked: AskedQuestion | None = None
        self.asked = Button("", icon="x", small=True)
        self.asked.clicked.connect(lambda: self.show_question(None))
        self.clear_button = Button(tr("Clear filters"), icon="x", small=True)
        self.clear_button.clicked.connect(self.clear)
        self.channel = ChoiceField(tr("How it came"))
        self.survey = ChoiceField(tr("Survey"))
        self.first = DateField(tr("From"))
        self.last = DateField(tr("To"))
        fields = (self.channel, self.survey, self.first, self.last)
        for date_field in (self.first, self.last):
            date_field.set_hint("")
        for field in fields:
            field.left.connect(self._narrowed)
        for choice in (self.channel, self.survey):
            choice.changed.connect(self._narrowed)
        self._drawer = Sides(*fields, least=15)
        self._told = Filter()
        column = stacked(self, gap=1.5)
        column.addWidget(FlowRow(self.chips, self.more, self.asked, self.clear_button))
        column.addWidget(self._drawer)
        self._open(is_open=False)
        self._tell_more()

    def wanted(self) -> Filter:
        """Return the filter that is set, without the words of a search."""
        state = next(iter(self.chips.value()), ALL)
        linked = {"linked": True, "not_linked": False}
        return Filter(
            channel_id=_id(self.channel),
            survey_id=_id(self.survey),
            question_id=self._asked.question_id if self._asked else None,
            is_linked=linked.get(state),
            to_sort=state == "to_sort",
            may_quote=state == "may_quote",
            is_binned=state == BIN,
            from_day=self.first.date().earliest,
            to_day=self.last.date().latest,
        )

    def offer(
        self,
        counts: Counts,
        channels: Sequence[tuple[int, str]],
        surveys: Sequence[tuple[int, str]],
    ) -> None:
        """Show how many each filter would leave; what is not counted is not offered.

        Nor is the bin while it is empty.
        """
        numbers = {
            ALL: counts.every,
            "to_sort": counts.to_sort,
            "linked": counts.linked,
            "not_linked": counts.every - counts.linked,
            "may_quote": counts.may_quote,
            BIN: counts.binned,
        }
        self.chips.set_options([ChipOption(k, words, numbers[k]) for k, words in _states()])
        self._offer_bin(offered=bool(counts.binned))
        for field, names, found in (
            (self.channel, channels, counts.channels),
            (self.survey, surveys, counts.surveys),
        ):
            with QSignalBlocker(field):
                field.set_options(_options(names, found))

    def leave_bin(self) -> None:
        """Show what is listed again, for the bin is empty."""
        self.chips.set_value(ALL)
        self._offer_bin(offered=False)
        self.changed.emit()

    def show_question(self, asked: AskedQuestion | None) -> None:
        """Leave only what was said to one question, or what was said to any."""
        self._asked = asked
        self._narrowed()

    def clear(self) -> None:
        """Show everything again."""
        self.chips.set_value(ALL)
        with QSignalBlocker(self.channel), QSignalBlocker(self.survey):
            self.channel.set_value("")
            self.survey.set_value("")
        for date_field in (self.first, self.last):
            date_field.set_value("")
        for field in (self.channel, self.survey, self.first, self.last):
            field.set_problem("")
        self._asked = None
        self._told = Filter()
        self._tell_more()
        self.changed.emit()

    def _offer_bin(self, *, offered: bool) -> None:
        """Offer the bin, also when nothing in it fits the other filters but it is shown."""
        self.chips.set_offered(BIN, offered=offered or BIN in self.chips.value())

    def _narrowed(self) -> None:
        now = self.wanted()
        if now != self._told:
            self._told = now
            self._tell_more()
            self.changed.emit()

    def _open(self, is_open: bool) -> None:  # noqa: FBT001 - a signal passes by place
        self._drawer.setVisible(is_open)

    def _tell_more(self) -> None:
        fields = (self.channel, self.survey, self.first, self.last)
        used = sum(1 for field in fields if field.value())
        words = tr("Channel, survey, dates")
        self.more.setText(f"{words} ({number(used)})" if used else words)
        self.more.updateGeometry()
        asked = _short(self._asked.words) if self._asked else ""
        self.asked.setText(tr("Asked: {question}").format(question=asked).replace("&", "&&"))
        self.asked.setAccessibleName(tr("Stop filtering by: {question}").format(question=asked))
        self.asked.setVisible(self._asked is not None)
        self.asked.updateGeometry()
        self.clear_button.setVisible(bool(used))


def _states() -> tuple[tuple[str, str], ...]:
    return (
        (ALL, tr("All")),
        ("to_sort", tr("To sort")),
        ("linked", tr("Linked")),
        ("not_linked", tr("Not linked")),
        ("may_quote", tr("May be quoted")),
        (BIN, tr("In the bin")),
    )


def _options(names: Sequence[tuple[int, str]], found: Mapping[int, int]) -> list[Choosable]:
    return [
        Choosable(str(key), f"{name} ({number(found[key])})") for key, name in names if key in found
    ]


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[:LONGEST].rstrip()}…"


def _id(field: ChoiceField) -> int | None:
    key = field.value()
    return int(key) if key else None
