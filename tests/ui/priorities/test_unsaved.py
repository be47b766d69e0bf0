"""What is typed and not saved reaches the encrypted file, and leaves it when it is not wanted."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.unsaved import Unsaved
from tests.ui.desk import LoneDesk


def kept(desk: LoneDesk) -> dict[str, str]:
    with desk.worker.workspace.read() as session:
        return drafts.read(session, "form")


def test_what_was_typed_is_kept_once_put_away_and_goes_when_nothing_is_left(
    priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    state: list[dict[str, str] | None] = [{"words": "Half"}]
    unsaved = Unsaved(priorities_screen, lambda: state[0])
    unsaved.typed()
    unsaved.name = "form"
    unsaved.put_away()  # without a name nothing was noticed
    unsaved.typed()
    unsaved.put_away()
    qtbot.waitUntil(lambda: kept(desk) == {"words": "Half"})
    state[0] = None
    unsaved.typed()
    unsaved.put_away()
    qtbot.waitUntil(lambda: kept(desk) == {})
    assert desk.worker.workspace.undo_label is None


def test_forgotten_it_is_gone_and_does_not_come_back(
    priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    unsaved = Unsaved(priorities_screen, lambda: {"words": "Half"})
    unsaved.name = "form"
    unsaved.typed()
    unsaved.forget()
    unsaved.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert kept(desk) == {}
