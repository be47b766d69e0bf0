"""A backup is never opened itself: a forum is made of it, beside the others."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.days import day
from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Rank
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.start.start import Start
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import Welcome
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.opening import OpenForum
from tests.commanding import files

WORDS = "four words of help"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of this computer's forums, with one in it."""
    made = tmp_path / "own"
    made.mkdir()
    opening.make(
        made / "Ours",
        WORDS,
        lambda session: forums.begin(session, "Our forum", "Somerset"),
        Cost(16),
    )
    return made


@pytest.fixture
def copy(place: Path) -> Backup:
    """A backup of it with one comment, of which another was logged since."""
    forum = opening.open_forum(place / "Ours", opening.with_passphrase(WORDS))
    with forum.workspace.change("Log feedback") as session:
        session.add(Feedback(words="The taxi was late."))
    taken = forum.workspace.back_up(Reason.ASKED)
    with forum.workspace.change("Log feedback") as session:
        session.add(Feedback(words="Since the backup."))
    forum.close()
    return taken


def asked(start: Start) -> Unlock:
    shown = start.currentWidget()
    assert isinstance(shown, Unlock)
    return shown


def restore(start: Start, chosen: Path, qtbot: QtBot) -> OpenForum:
    start.unlock(chosen)
    page = asked(start)
    page.field.set_value(WORDS)
    with qtbot.waitSignal(start.ready) as ready:
        page.button.click()
    (opened,) = ready.args or [None]
    assert isinstance(opened, OpenForum)
    return opened


def test_a_backup_is_said_to_be_one_with_restoring_it_as_the_one_main_action(
    start: Start, copy: Backup
) -> None:
    start.unlock(copy.folder.path)
    page = asked(start)
    said = " ".join(text.text() for text in page.findChildren(Text))
    assert f"This is a copy of Ours made on {day(copy.taken.astimezone())}, " in said
    assert ", with 1 comment." in said
    assert "The forum itself, as last used on this computer, is from " in said
    assert (page.button.text(), page.button.kind) == ("Restore it as a forum", Rank.PRIMARY)
    assert page.other.kind is not Rank.PRIMARY
    page.back.emit()
    assert isinstance(start.currentWidget(), Welcome)


def test_a_forum_is_made_of_it_and_opened_and_nothing_else_changes(
    start: Start, place: Path, copy: Backup, qtbot: QtBot
) -> None:
    before = files(place)
    names = []
    for _ in range(2):
        opened = restore(start, copy.folder.path, qtbot)
        assert not opened.folder.path.is_relative_to(place / "Ours")
        with opened.workspace.read() as session:
            assert feedback.count(session) == 1
        names.append(opened.folder.path.name)
        opened.close()
    first = f"Ours (copy of {day(copy.taken.astimezone())})"
    assert names == [first, f"{first} 2"]
    assert {name: files(place)[name] for name in before} == before
    assert copy.is_whole()
    assert sorted(path.name for path in place.iterdir()) == ["Ours", *names]


def test_a_wrong_passphrase_makes_nothing_and_can_be_mended(
    start: Start, place: Path, copy: Backup, qtbot: QtBot
) -> None:
    start.unlock(copy.folder.path)
    page = asked(start)
    page.field.set_value("something else entirely")
    page.button.click()
    qtbot.waitUntil(lambda: bool(page.field.problem))
    assert "does not match" in page.field.problem
    assert page.button.isEnabled()
    assert [path.name for path in place.iterdir()] == ["Ours"]


def test_a_backup_that_was_changed_is_refused_and_leaves_no_half_forum(
    start: Start, place: Path, copy: Backup, qtbot: QtBot
) -> None:
    content = bytearray(copy.folder.database.read_bytes())
    content[6000] ^= 1
    copy.folder.database.write_bytes(content)
    start.unlock(copy.folder.path)
    page = asked(start)
    page.field.set_value(WORDS)
    page.button.click()
    qtbot.waitUntil(lambda: bool(page.field.problem))
    assert "is damaged, was changed" in page.field.problem
    assert [path.name for path in place.iterdir()] == ["Ours"]


def test_one_whose_description_does_not_read_is_refused_at_once(start: Start, copy: Backup) -> None:
    (copy.folder.path / "backup.json").write_text("{}")
    start.unlock(copy.folder.path)
    shown = start.currentWidget()
    assert isinstance(shown, Welcome)
    (banner,) = shown.findChildren(Banner)
    assert any(copy.name in text.text() for text in banner.findChildren(Text))
