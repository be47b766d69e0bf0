"""The demonstration shows the main job, again and again, and touches nothing of anybody's."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pcf_desktop import app, demonstration
from pcf_desktop.errors import UserError
from pcf_desktop.services.samples import demo_forum
from pcf_desktop.workspace import opening


@pytest.mark.slow
def test_it_leaves_a_forum_a_pack_and_pictures_and_can_be_run_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "SETTLE", 50)
    for _ in range(2):
        made = [Path(name) for name in demonstration.run(tmp_path / "demo", demo_forum.PASSPHRASE)]
        assert all(path.stat().st_size > 1_000 for path in made)
        suffixes = {path.suffix for path in made}
        assert suffixes == {".pdf", ".docx", ".xlsx", ".png"}
        assert len(list((tmp_path / "demo" / "pack").iterdir())) == 3
    forum = opening.open_forum(
        tmp_path / "demo" / "forum", opening.with_passphrase(demo_forum.PASSPHRASE)
    )
    assert forum.workspace.health().is_sound
    forum.close()
    said = (tmp_path / "demo" / demonstration.MARK).read_text()
    assert demo_forum.PASSPHRASE in said


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "forum").mkdir()
    (mine / "forum" / "letter.txt").write_text("mine")
    with pytest.raises(
        UserError, match=r"The folder mine is not empty\. Nothing in it was touched"
    ):
        demonstration.run(mine, demo_forum.PASSPHRASE)
    assert [path.name for path in mine.rglob("*")] == ["forum", "letter.txt"]


def test_a_file_in_the_folders_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    for place in (tmp_path / "notes", tmp_path / "notes" / "demo"):
        with pytest.raises(UserError):
            demonstration.run(place, demo_forum.PASSPHRASE)
    assert (tmp_path / "notes").read_text() == "mine"
