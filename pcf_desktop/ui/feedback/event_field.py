"""The event: one from the list, or a new one by its title."""

from collections.abc import Iterable
from datetime import date

from pcf_desktop.days import day
from pcf_desktop.services.feedback import events
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.ui.components.choice_field import Choosable
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.language import tr


class EventField(QuickChoice):
    """Offers each event with its day; a title typed again on the same day is the same event."""

    def __init__(self, label: str) -> None:
        self._events: list[EventLine] = []
        self._on: date | None = None
        super().__init__(label, takes_new=True)

    def offer_events(self, known: Iterable[EventLine]) -> None:
        """Offer these events; one that was taken back is a title again, and new."""
        before = self._shown()
        self._events = list(known)
        keys = {_words(each): str(each.id) for each in self._events}
        self.offer([Choosable(key, words) for words, key in keys.items()])
        if before is not None and before not in self._events:
            self.put(before.title)
        self._recognise()

    def set_day(self, on: date | None) -> None:
        """Say on which day a title that is typed here would be."""
        self._on = on
        self._recognise()

    def know(self, event: EventLine) -> None:
        """Show an event that was made a moment ago, which may not be in the list yet."""
        if event not in self._events:
            self.offer_events([event, *self._events])
        self.put(_words(event))

    def show_event(self, event_id: int | None) -> None:
        """Show an event of the list, or none."""
        known = next((each for each in self._events if each.id == event_id), None)
        self.put(_words(known) if known is not None else "")

    def new_title(self) -> str:
        """Return the title of an event that is not in the list, or nothing."""
        return "" if self.value() else self.typed()

    def _recognise(self) -> None:
        """Know a title by itself on the day that the form gives, and say no more that it is new."""
        also = {each.title: _words(each) for each in self._events if each.on == self._on}
        self.set_also(also)
        found = events.same(self._events, self.typed(), self._on)
        if found is not None and not self.combo.hasFocus():
            self.put(_words(found))

    def _shown(self) -> EventLine | None:
        typed = self.typed()
        return next((each for each in self._events if _words(each) == typed), None)


def _words(event: EventLine) -> str:
    if event.on is None:
        return event.title
    return tr("{event}, {day}").format(event=event.title, day=day(event.on))
