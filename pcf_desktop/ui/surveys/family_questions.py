"""During an import: which questions say what of the family, and what their answers mean."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.services.surveys import about_family
from pcf_desktop.ui.surveys.match_columns import MatchColumns

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session

Found: TypeAlias = dict[str, tuple[list[WordMatch], Choosing]]


class FamilyQuestions(QObject):
    """Keeps what a person says in the step of columns until the answers are written."""

    def __init__(self, screen: "Screen", columns: MatchColumns) -> None:
        super().__init__(columns)
        self._screen, self._columns = screen, columns
        self._sheet: Sheet | None = None
        self.about: dict[str, str] = {}
        """What questions say of the family, by their keys; empty where a person said nothing."""
        self._said: dict[tuple[str, str], str] = {}
        columns.one.about_chosen.connect(self._about_chosen)
        columns.word_looked.connect(self._word_looked)

    def forget(self) -> None:
        """Know no file any more."""
        self._sheet = None
        self.about, self._said = {}, {}

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what questions of a file say, and what was said of such questions before."""
        self._sheet = sheet
        self._show()

    def noting(self) -> "Callable[[Session, int | None], None]":
        """Return what notes all that was said with the survey that has come in."""
        about, said = dict(self.about), dict(self._said)

        def note(session: "Session", survey_id: int | None) -> None:
            if survey_id is not None:
                about_family.at_import(session, survey_id, about, said)

        return note

    def _about_chosen(self, key: str, about: str) -> None:
        self.about[key] = about
        self._show()

    def _word_looked(self, match: WordMatch, key: str) -> None:
        self._said[match.place] = key
        self._show()

    def _show(self) -> None:
        sheet, chosen, said = self._sheet, dict(self.about), dict(self._said)
        if sheet is None:
            return

        def found(session: "Session") -> tuple[dict[str, str], Found]:
            keys = {each.key for each in sheet.questions}
            about = about_family.before(session, keys) | chosen
            return about, about_family.words_of_file(session, sheet, about, said)

        def show(result: tuple[dict[str, str], Found]) -> None:
            if self._sheet is sheet:
                self.about = result[0]
                self._columns.show_about(*result)

        self._screen.latest("about families", found, show)
