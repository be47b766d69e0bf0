"""Which priorities a pack is about, each with how many families and comments stand behind it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.tick_row import TickRow
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, listed


class PriorityTicks(Field):
    """Emits `changed`. At first every priority is ticked on which families were heard."""

    def __init__(self) -> None:
        self._box = QWidget()
        self._column = stacked(self._box, gap=0.5)
        super().__init__(tr("Priorities"), self._box)
        self.label.hide()  # the card that it fills says the same as its heading
        self.every = Button(tr("Tick all priorities"), small=True)
        self.none = Button(tr("Tick none"), small=True)
        self.every.clicked.connect(lambda: self.set_ticked([*self.rows]))
        self.none.clicked.connect(lambda: self.set_ticked([]))
        self._column.addWidget(FlowRow(self.every, self.none))
        self.rows: dict[int, TickRow] = {}
        self._counts: dict[int, Text] = {}
        self._titles: dict[int, str] = {}
        self._left_out = Text("", Role.SMALL, "muted")
        self.column.addWidget(self._left_out)
        self.changed.connect(self._tell)

    @override
    def typed(self) -> str:
        """Return the ids of those that are ticked."""
        return " ".join(str(key) for key in self.ticked())

    @override
    def put(self, text: str) -> None:
        self.set_ticked([int(key) for key in text.split()])

    def ticked(self) -> tuple[int, ...]:
        """Return the ids of the priorities that are ticked, in their order."""
        return tuple(key for key, row in self.rows.items() if row.check.isChecked())

    def left_out(self) -> list[str]:
        """Return the titles of those not ticked; the pack names them, but for an embargo."""
        return [title for key, title in self._titles.items() if key not in self.ticked()]

    def set_ticked(self, priority_ids: Sequence[int]) -> None:
        """Tick these priorities alone."""
        for key, row in self.rows.items():
            row.check.setChecked(key in priority_ids)

    def show_priorities(self, found: Sequence[Views]) -> None:
        """Show these priorities; ticks stay as they were, and counts are counted anew."""
        for gone in set(self.rows) - {each.id for each in found}:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for each in found:
            if each.id not in self.rows:
                self._add(each)
            self._counts[each.id].setText(_about(each))
        self._titles = {each.id: _title(each) for each in found if not each.is_embargoed}
        self._tell()
        first = next(iter(self.rows.values()), None)
        if first is not None:
            self._box.setFocusProxy(first.check)

    def _add(self, each: Views) -> None:
        counts = Text("", Role.SMALL, "muted")
        row = TickRow(_title(each), counts)
        row.check.setChecked(bool(each.heard.families) and not each.is_embargoed)
        row.check.toggled.connect(lambda _on: self.changed.emit())
        self.rows[each.id], self._counts[each.id] = row, counts
        self._column.addWidget(row)

    def _tell(self) -> None:
        """Say, as the ticks change, that the pack does not leave anything out silently."""
        some = self.left_out() if self.ticked() else []
        priorities = count(len(some), tr("priority"), tr("priorities"))
        said = tr("The pack will name {priorities} as left out.").format(priorities=priorities)
        self._left_out.setText(said if some else "")
        self._left_out.setVisible(bool(some))


def _title(each: Views) -> str:
    return f"{each.number} {each.title}" if each.number else each.title


def _about(each: Views) -> str:
    said = tr("no family to count")
    if each.heard.families:
        families = count(each.heard.families, tr("family"), tr("families"))
        comments = count(each.heard.comments, tr("comment"), tr("comments"))
        said = listed([families, comments])
    more = [
        *([tr("the forum’s own concern")] if each.kind == "own_concern" else []),
        *([tr("not published yet: leave it out")] if each.is_embargoed else []),
    ]
    words = " · ".join([said, *more])
    return words[:1].upper() + words[1:]
