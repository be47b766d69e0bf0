"""Writing the pack: what is missing, what stands in the way, what was written."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Pack
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.ui.packs.export_step import ExportStep
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority
from tests.ui.desk import LoneDesk


@pytest.fixture
def step(desk: LoneDesk, qtbot: QtBot, tmp_path: Path) -> ExportStep:
    made = ExportStep(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.folder.set_value(str(tmp_path / "out"))
    made.show_plan(PackPlan(priority_ids=(1,)))
    return made


def only(step: ExportStep, name: str) -> None:
    for row, each in step.ticks:
        row.check.setChecked(each.name == name)


def test_a_folder_and_a_kind_are_needed(step: ExportStep) -> None:
    step.folder.set_value("somewhere")
    only(step, "none of them")
    step.export()
    assert step.job is None
    assert step.folder.problem == "Choose a folder."
    assert step.kinds.problem == "Tick at least one kind of file."
    assert step.summary.isVisible()


def test_what_is_ticked_is_written_and_shown_with_its_pages(
    step: ExportStep, tmp_path: Path, qtbot: QtBot
) -> None:
    only(step, "PDF")
    step.export()
    qtbot.waitUntil(lambda: step.is_done)
    (file,) = (tmp_path / "out").iterdir()
    name, pages, *_ = step.written.lines
    assert name == file.name
    assert pages.endswith(" pages")
    assert step.first_focus() is step.written.open


def test_what_stands_in_the_way_is_said_and_tried_again_when_it_is_gone(
    step: ExportStep, tmp_path: Path, qtbot: QtBot
) -> None:
    only(step, "Excel")
    (tmp_path / "out").write_text("a file where the folder should be")
    step.export()
    qtbot.waitUntil(step.trouble.isVisible)
    assert "A file stands where the folder out is wanted." in step.trouble.words
    qtbot.waitUntil(lambda: step.job is None)
    (tmp_path / "out").unlink()
    step.trouble.button.click()
    qtbot.waitUntil(lambda: step.is_done)


def test_stopped_it_notes_nothing(
    step: ExportStep, desk: LoneDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    step.export()
    step.stop()
    qtbot.waitUntil(step.trouble.isVisible)
    assert step.trouble.words.startswith("Stopped.")
    assert not (tmp_path / "out").exists()
    with desk.worker.workspace.read() as session:
        assert packs.issued(session) == []


def test_what_the_check_asks_about_is_answered_with_a_reason_that_is_kept(
    step: ExportStep, desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("Say") as session:
        about = priority(session, "Waits")
        for _ in range(12):
            say(session, about, "worse")
    step.show_plan(PackPlan(priority_ids=(about,)))
    qtbot.waitUntil(step.privacy.reason.isVisible)
    only(step, "Markdown")
    step.export()
    assert step.job is None
    assert step.privacy.reason.problem == "Say why it may go out."
    step.privacy.reason.set_value("They agreed at the meeting")
    step.export()
    qtbot.waitUntil(lambda: step.is_done)
    with desk.worker.workspace.read() as session:
        assert session.query(Pack).one().reason == "They agreed at the meeting"
    assert not step.privacy.isVisible()
