"""The fields that say what is known of a comment beside its words: none is needed, all help."""

from pcf_desktop.records import When
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.components.choice_field import Choosable
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.feedback.choices import LogChoices
from pcf_desktop.ui.feedback.event_field import EventField
from pcf_desktop.ui.feedback.family_field import FamilyField
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.form import Beside
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.said import words_of


class KnownFields:
    """The fields in their `rows`, as the log form has them and the form of a comment's details.

    `texts` are those that fill a column of their name with what is typed; one that stands in no row
    with others has a row of its own. `lists` are those that choose from a list.
    """

    def __init__(self) -> None:
        self.when = DateField(tr("When"))
        self.when.set_hint("")
        self.event = EventField(tr("Event"))
        self.district = QuickChoice(tr("District"), takes_new=True)
        self.texts: dict[str, Field] = {"district": self.district}
        self.family = FamilyField(tr("Family"))
        of = self.lists = {
            "channel": QuickChoice(tr("How it came")),
            "age_band": QuickChoice(tr("Age")),
            "send_status": QuickChoice(tr("SEND status")),
            "need": QuickChoice(tr("Need")),
            "setting": QuickChoice(tr("Setting")),
            "sentiment": QuickChoice(tr("How they feel")),
        }
        first = {"when": self.when, "channel": of["channel"], "event": self.event}
        who = {"district": self.district, "family": self.family, "age_band": of["age_band"]}
        rows = (
            Beside(first, (5, 7, 9), 21),
            Beside(who, (4, 4, 3), 18),
            Beside({"send_status": of["send_status"], "need": of["need"]}, (2, 3), 32),
            Beside({"setting": of["setting"], "sentiment": of["sentiment"]}, (3, 2), 32),
        )
        placed = {name for row in rows for name in row.fields}
        alone = ({name: each} for name, each in self.texts.items() if name not in placed)
        self.rows = (*rows, *map(Beside, alone))
        self.when.changed.connect(lambda: self.event.set_day(self.when.date().earliest))

    def offer(self, choices: LogChoices) -> None:
        """Offer what can be chosen; what is typed stays."""
        for name, words in choices.words.items():
            also = {alias: word.label for word in words for alias in word.aliases}
            self.lists[name].offer([_option(word) for word in words], also)
        self.event.offer_events(choices.events)
        self.district.offer([Choosable(each, each) for each in choices.districts])
        self.family.offer_codes(choices.codes, choices.next_code)

    def read(self, words: str = "", may_quote: str = "") -> NewFeedback:
        """Return what they say, and what was said; an event that is new is none yet."""
        return NewFeedback(
            words=words,
            may_quote=may_quote,
            said=self.when.date(),
            channel_id=self._id("channel"),
            event_id=int(self.event.value() or 0) or None,
            family_code=self.family.code(),
            child=AboutChild(
                age_band_id=self._id("age_band"),
                need_id=self._id("need"),
                status_id=self._id("send_status"),
                setting_id=self._id("setting"),
            ),
            sentiment_id=self._id("sentiment"),
            **{name: each.typed() or None for name, each in self.texts.items()},
        )

    def write(self, known: NewFeedback) -> None:
        """Show what is known of a comment. A date that the field cannot say stands beside it."""
        self.when.set_date(known.said)
        is_told = bool(self.when.value()) or known.said == When()
        noted = tr("Noted as {date}").format(date=words_of(known.said))
        self.when.set_hint("" if is_told else noted)
        self.event.show_event(known.event_id)
        self.family.put(known.family_code or "")
        for name, each in self.texts.items():
            each.put(getattr(known, name) or "")
        for name, key in (
            ("channel", known.channel_id),
            ("age_band", known.child.age_band_id),
            ("send_status", known.child.status_id),
            ("need", known.child.need_id),
            ("setting", known.child.setting_id),
            ("sentiment", known.sentiment_id),
        ):
            self.lists[name].set_value(str(key or ""))

    def _id(self, name: str) -> int | None:
        key = self.lists[name].value()
        return int(key) if key else None


def _option(word: Word) -> Choosable:
    return Choosable(str(word.id), word.label)
