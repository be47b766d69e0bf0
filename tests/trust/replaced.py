"""The file replaced under the open program, as by a sync client: no save is said that is lost."""

import shutil
from contextlib import closing, suppress
from pathlib import Path

from pcf_desktop.records import Feedback
from pcf_desktop.workspace.faults import ForumFault
from pcf_desktop.workspace.guard import Rescue
from tests.trust.row import Row
from tests.workspace.made_forum import log, make, open_, texts


def replaced_file(place: Path, times: int = 3) -> Row:
    """Put an older copy in the open file's place, or none; go on saving; open again and compare."""
    row = Row("a replaced file")
    for number in range(times):
        folder = place / str(number) / "forum"
        folder.parent.mkdir(parents=True)
        make(folder)
        log(folder, "before")
        database = folder / "forum.db"
        older = Path(shutil.copy(database, folder.parent / "older.db"))
        saved, told = _saves(folder, older if number % 2 == 0 else None)
        there: set[str] = set()
        for each in sorted(path.parent for path in folder.parent.rglob("forum.key")):
            with suppress(ForumFault), closing(open_(each)) as forum:
                there |= set(texts(forum))
        row.lost += len(saved - there)
        row.untold += not told
        row.tried += 1
    return row


def _saves(folder: Path, older: Path | None) -> tuple[set[str], bool]:
    """Save before and after the replacement; return what was said to be saved, and if it was told.

    Our process must not open the file itself, so it is renamed over.
    """
    saved: set[str] = set()
    rescues: list[Rescue] = []
    told = False
    with closing(open_(folder)) as forum:
        forum.workspace.on_rescue = rescues.append
        for number in range(4):
            if number == 2:
                if older is not None:
                    older.replace(folder / "forum.db")
                else:
                    (folder / "forum.db").unlink()
            try:
                with forum.workspace.change("Log feedback") as session:
                    session.add(Feedback(words=f"save {number}"))
                saved.add(f"save {number}")
            except ForumFault:
                told = True
    return saved, told or bool(rescues)
