"""One application dressed in the usual look, and a desk on a real forum."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.progress import silent
from pcf_desktop.records import When
from pcf_desktop.services.forum import drafts
from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.samples import demo_forum
from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import DAY
from tests.ui.desk import LoneDesk
from tests.ui.sample_forum import build, open_workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light palette at 100 %, and leaves no widget to the next.

    Qt deletes later what a test has closed: where the next runs no event loop, never. To dress
    anew what nobody sees any more took most of the time of these tests.
    """
    if _look(qapp) != _USUAL:
        apply(Look())
        _USUAL[:] = _look(qapp)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_USUAL: list[object] = []


def _look(qapp: QApplication) -> list[object]:
    return [colours(), qapp.font(), qapp.palette(), qapp.styleSheet()]


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up forum's folder, made once and never opened by a test itself."""
    place = tmp_path_factory.mktemp("sample") / "forum"
    build(place)
    return place


@pytest.fixture(scope="session")
def filled(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up forum with its survey, a pack, a meeting, and a draft of a comment."""
    place = tmp_path_factory.mktemp("filled") / "forum"
    shutil.copytree(sample_folder, place)
    with closing(open_workspace(place)) as workspace:
        demo_forum.import_and_link(workspace, silent)
        with workspace.change("Make a pack") as session:
            pack_id, _document = packs.make(session, PackPlan(), DAY)
            packs.note_issue(session, pack_id, "pack.pdf", b"", "a81b0c42")
            drafts.keep(session, drafts.LOG, {"words": "Half a sen"})
            about = MeetingDetails(
                "With inspectors", When.day(DAY), notes="They asked for figures."
            )
            meetings.keep(session, 0, about)
    return place


@pytest.fixture
def sample(sample_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A made-up forum of this test's own, open."""
    workspace = open_workspace(shutil.copytree(sample_folder, tmp_path / "forum"))
    yield workspace
    workspace.close()


@pytest.fixture
def desk(sample: Workspace, qtbot: QtBot) -> Iterator[LoneDesk]:
    """A desk at that forum, whose worker has ended when the test ends."""
    made = LoneDesk(sample)
    yield made
    made.worker.close()
