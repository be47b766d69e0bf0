"""Two small screens for the tests of the window, over real families of the made-up forum."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.families import families
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.forum_page import Place, Sign
from pcf_desktop.ui.screen import Desk, Screen
from pcf_desktop.workspace import Session

SIGN = Sign("Made-up forum", "Shropshire sample", "This is made-up data. No family here is real.")


class Families(Screen):
    """Lists the families, adds one, and remembers what happened to it."""

    tables: ClassVar[frozenset[str]] = frozenset({"family"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Families", "Every family by its code")
        self.list = Text()
        self.loads = 0
        self.subject: object = None
        self.saved = False
        self.drafts_kept = False
        self.button = self.header.add(Button("Add a family", Rank.PRIMARY))
        self.button.clicked.connect(self.make)
        self.search = self.header.add_search("Find a family", "Ctrl+F")
        self.add(self.list)

    @override
    def load(self) -> None:
        self.loads += 1
        self.read(families.codes, lambda codes: self.list.setText("\n".join(codes)))

    @override
    def show_subject(self, subject: object) -> None:
        self.subject = subject

    @override
    def first_focus(self) -> QWidget:
        return self.button

    @override
    def put_away(self) -> None:
        self.drafts_kept = True

    def make(self) -> None:
        self.change("add a family", lambda session, _progress: _add(session), self._made)

    def _made(self, code: str) -> None:
        self.desk.tell(f"Family {code} added", undo=True)


class Quiet(Screen):
    """Shows nothing that changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Quiet")
        self.add(Text("Nothing happens here."))


def count_families(session: Session) -> int:
    return len(families.codes(session))


def places() -> list[list[Place]]:
    return [
        [Place("families", "Families", "users", Families, count=count_families)],
        [Place("quiet", "Quiet", "clock", Quiet)],
    ]


def _add(session: Session) -> str:
    return families.new(session).code
