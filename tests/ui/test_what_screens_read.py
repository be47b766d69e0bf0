"""What a screen reads is what it listens to: `tables` names all that its queries touch, no more.

SQLite itself is asked: it names each table of each statement, whoever wrote it.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import event, select
from sqlcipher3 import dbapi2

from pcf_desktop.records import Base, Question
from pcf_desktop.services.surveys import about_family
from pcf_desktop.ui.screen import Screen
from pcf_desktop.workspace import Workspace
from pcf_desktop.workspace.workspace import NEVER_TAKEN_BACK
from tests.ui.desk import LoneDesk
from tests.ui.sample_forum import open_workspace
from tests.ui.views.registry import views

UNTOLD = {str(table) for table in NEVER_TAKEN_BACK}
"""Nobody is told of a change of these; whoever shows drafts listens to `Worker.drafted` too."""

ALL_READ_BEFORE = ("import", "pack: preview", "pack: export", "pack: written")
"""Views that show what views before them have read, and take long to come."""


class Noted:
    """The tables that are read through a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._named: set[str] = set()
        event.listen(workspace._connections.readers, "checkout", self._watch)

    def taken(self) -> set[str]:
        """Return the records' tables that were read since they were last taken."""
        named, self._named = self._named, set()
        return named & Base.metadata.tables.keys()

    def _watch(self, connection: dbapi2.Connection, *_about: object) -> None:
        connection.set_authorizer(self._note)  # then each statement is prepared anew, and told

    def _note(self, action: int, table: str | None, *_about: object) -> int:
        if action == dbapi2.SQLITE_READ and table:
            self._named.add(table)
        return int(dbapi2.SQLITE_OK)


@pytest.fixture
def forum(filled: Path, tmp_path: Path) -> Iterator[Workspace]:
    with closing(open_workspace(shutil.copytree(filled, tmp_path / "forum"))) as workspace:
        with workspace.change("say what a question tells") as session:
            for question in session.scalars(select(Question)):
                if about_family.can_tell(question.kind):
                    about_family.tell(session, question.id, "need")
        yield workspace


def test_a_screen_listens_to_the_tables_that_it_reads(forum: Workspace, qtbot: QtBot) -> None:
    noted, desk = Noted(forum), LoneDesk(forum)
    read: dict[type[Screen], set[str]] = {}
    held = []
    for name, make in views().items():
        if name.startswith(ALL_READ_BEFORE):
            continue
        view = make(desk)
        qtbot.addWidget(view)
        held.append(view)
        noted.taken()
        if isinstance(view, Screen):
            if name == "survey answers":
                view.show_subject(1)  # its sample shows answers that nobody read
            with qtbot.waitExposed(view):
                view.show()
            for _ in range(3):  # what is read first may ask for more
                qtbot.waitUntil(lambda: not desk.worker.busy)
                qtbot.wait(10)
            view.hide()
            read.setdefault(type(view), set()).update(noted.taken())
    desk.worker.close()
    assert {s.__name__: sorted(found - UNTOLD) for s, found in read.items()} == {
        s.__name__: sorted(s.tables - UNTOLD) for s in read
    }
