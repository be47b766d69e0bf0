"""The main job from end to end: import, link, pack; all of it at once."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop.progress import Cancelled, silent
from pcf_desktop.records import Base, Feedback, Link, PackIssue, Response
from pcf_desktop.services.samples import demo_forum, samples
from pcf_desktop.workspace import Workspace


@pytest.fixture
def shropshire(workspace: Workspace) -> Workspace:
    """The made-up forum before its survey comes in."""
    with workspace.change("Make the sample") as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in {"audit_entry", "series"}:
                session.execute(table.delete())
        samples.begin(session, demo_forum.KEY)
    return workspace


def stop(done: int, total: int) -> None:
    if done:
        raise Cancelled


@pytest.mark.slow
def test_the_survey_comes_in_is_linked_and_makes_a_pack(
    shropshire: Workspace, tmp_path: Path
) -> None:
    report = demo_forum.import_and_link(shropshire, silent)
    assert report.read == report.imported > 100
    assert report.comments > 100
    with shropshire.read() as session:
        linked = select(func.count(Link.id)).join(Feedback, Feedback.id == Link.feedback_id)
        assert (session.scalar(linked.where(Feedback.response_id.is_not(None))) or 0) > 50
    written = demo_forum.export_pack(shropshire, tmp_path / "pack", silent)
    assert sorted(file.path.suffix for file in written) == [".docx", ".pdf", ".xlsx"]
    assert all(file.path.stat().st_mode & 0o777 == 0o600 for file in written)
    with shropshire.read() as session:
        assert session.scalar(select(func.count()).select_from(PackIssue)) == 3


def test_an_import_that_is_stopped_leaves_nothing(shropshire: Workspace) -> None:
    with pytest.raises(Cancelled):
        demo_forum.import_and_link(shropshire, stop)
    with shropshire.read() as session:
        assert session.scalar(select(func.count()).select_from(Response)) == 0
    assert shropshire.undo_label == "Make the sample"


def test_its_passphrase_opens_nothing_but_made_up_data() -> None:
    assert "made-up" in demo_forum.PASSPHRASE
