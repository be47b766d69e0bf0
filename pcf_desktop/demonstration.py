"""The main job shown from end to end: a made-up forum, its pack, and pictures of the window."""

import shutil
from pathlib import Path

from pcf_desktop import app, launch
from pcf_desktop.errors import UserError
from pcf_desktop.exporters import safely
from pcf_desktop.progress import Progress, silent
from pcf_desktop.services.samples import demo_forum, samples
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Reason

MARK = "made-up data only.txt"
"""Stands in a folder that an earlier demonstration filled, and that a new one may replace."""


def run(
    folder: Path, passphrase: str, progress: Progress = silent, *, window: bool = False
) -> list[str]:
    """Make the forum in `folder`, import, link, make the pack; return the files to look at.

    With `window` the program opens on the forum where there is a screen, until it is closed.

    Raises:
        UserError: the folder holds something else.
        BaseException: whatever `progress` raises; what was made until then stays.
    """
    _clear(folder)
    opening.make(
        folder / "forum", passphrase, lambda session: samples.begin(session, demo_forum.KEY)
    )
    forum = opening.open_forum(folder / "forum", opening.with_passphrase(passphrase))
    try:
        forum.workspace.back_up(Reason.IMPORT)
        demo_forum.import_and_link(forum.workspace, progress)
        written = demo_forum.export_pack(forum.workspace, folder / "pack", progress)
    finally:
        forum.close()
    application = launch.application_of(["pcf-desktop"])
    program = app.Program()
    program.open(opening.open_forum(folder / "forum", opening.with_passphrase(passphrase)))
    program.window.show()
    pictures = app.picture(program, folder / "screens")
    if window and launch.has_screen():
        launch.until_closed(application, program.window)
    program.window.close()
    return [*(str(file.path) for file in written), *map(str, pictures)]


def _clear(folder: Path) -> None:
    """Empty a folder that only ever held a demonstration."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        if not (folder / MARK).is_file():
            raise UserError(
                f"The folder {folder.name} is not empty.",
                "Nothing in it was touched.",
                "Name a new folder for the demonstration.",
            )
        for made in ("forum", "pack", "screens"):
            shutil.rmtree(folder / made, ignore_errors=True)
    safely.ready(folder)
    (folder / MARK).write_text(f"The passphrase of this made-up forum: {demo_forum.PASSPHRASE}\n")
