"""What stands around the actions of a table: headings that hold below them, and the plan's key."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pcf_desktop.importers.plans.headings import (
    LONGEST_LOOSE,
    is_bare,
    is_note,
    labelled,
    named_heading,
)
from pcf_desktop.importers.plans.keys import begins_key, key_lines, key_row
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.table import PrintedTable

FEW = 2
"""A row with more cells than these is an action, whatever its first words are."""


@dataclass
class Around:
    """What was said so far beside the actions.

    `context` is the priority, workstream and outcome that hold now; `rag_key` maps colours to
    their meaning in this plan.
    """

    context: dict[PlanColumn, str] = field(default_factory=dict)
    rag_key: dict[str, str] = field(default_factory=dict)
    _in_key: bool = False
    _waits_for_words: bool = False

    def enter(self, column: PlanColumn, text: str) -> None:
        """Let a heading hold from here on; a new priority ends the outcome before it.

        After *Priority action 2* alone, the next heading is its words.
        """
        if column is PlanColumn.PRIORITY:
            self.context.pop(PlanColumn.OUTCOME, None)
            if self._waits_for_words and named_heading(text) is None:
                text = f"{self.context[column]}: {text}"
            self._waits_for_words = is_bare(text)
        self.context[column] = text

    def knows_better(self, column: PlanColumn, text: str) -> bool:
        """Return whether a line over the whole table is a note: the priority here has a number."""
        holds = self.context.get(PlanColumn.PRIORITY, "")
        loose = column is PlanColumn.PRIORITY and not named_heading(text) and not text[0].isdigit()
        return loose and not self._waits_for_words and named_heading(holds) is not None

    def begin_action(self) -> None:
        """Note that an action begins: a key or a heading without words ends here."""
        self._in_key = self._waits_for_words = False

    def hear(self, text: str) -> None:
        """Take what a text beside the actions says: a heading, or the plan's key."""
        if heading := named_heading(text):
            self.enter(*heading)
        self._in_key = begins_key(text) or (self._in_key and heading is None)
        self._learn(text)

    def hear_line(self, text: str) -> None:
        """Take what a line above the actions says: a heading, its words, or the plan's key."""
        is_loose = len(text) <= LONGEST_LOOSE and not is_note(text)
        if self._waits_for_words and is_loose and not named_heading(text):
            self.enter(PlanColumn.PRIORITY, text)
        self.hear(text)

    def _learn(self, text: str) -> None:
        for line in text.splitlines():
            for colour, meaning in key_lines(line):
                self.rag_key.setdefault(colour, meaning)

    def hear_row(self, table: PrintedTable, row: int, texts: Sequence[str]) -> None:
        """Take what a row above the header says."""
        if self.take_key_row(table, row, texts):
            return
        if heading := labelled(texts):
            self.enter(*heading)
            return
        for text in texts:
            if len(texts) == 1:
                self.hear_line(text)
            else:
                self.hear(text)
        if len(texts) == FEW:
            self._learn(" - ".join(texts))

    def take_key_row(self, table: PrintedTable, row: int, texts: Sequence[str]) -> bool:
        """Return whether a row belongs to the key that has begun, and take what it says."""
        if not self._in_key:
            return False
        found = key_row(table, row)
        if found:
            self.rag_key.setdefault(*found)
        elif len(texts) > FEW or any(map(named_heading, texts)):
            self._in_key = False
        else:
            self._learn("\n".join(texts))
        return self._in_key
