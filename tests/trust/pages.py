"""Pages that are damaged or of an older day: always told, at every place, with the way back."""

import io
import json
import os
import shutil
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from functools import partial
from pathlib import Path

from sqlalchemy import delete, select, update

from pcf_desktop import cli
from pcf_desktop.records import Draft, Feedback, Link
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.connection import PAGE
from pcf_desktop.workspace.faults import DamagedDatabase, ForumFault
from tests.services.every_row import Rows, rows
from tests.trust.row import Row
from tests.workspace.made_forum import open_, texts
from tests.workspace.small_forum import CHEAP, WORDS, flip

BACK = "The last good backup is from"
COMMANDS = (("check",), ("search", "taxi"), ("pack", "--out", "packs"))
EVERY = 25
"""Each so many-th page the commands are asked too, which take longer."""


def made(folder: Path) -> None:
    """Make the made-up Shropshire forum, with a backup, and a comment after it."""
    opening.make(folder, WORDS, lambda session: samples.begin(session, "shropshire"), CHEAP)
    with closing(open_(folder)) as forum:
        forum.workspace.back_up(Reason.ASKED)
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="after the backup"))


def is_told(folder: Path) -> bool:
    """Open, look, read and copy as the window does; tell whether damage was told as damage."""
    try:
        with closing(open_(folder)) as forum:
            told = BACK in forum.look_over()
            places = (
                forum.workspace.head,
                forum.workspace.health,
                partial(texts, forum),
                partial(forum.workspace.back_up, Reason.ASKED),
            )
            for look in places:
                with suppress(ForumFault):
                    look()
            return told
    except DamagedDatabase as fault:
        return BACK in str(fault)


def says(folder: Path, *words: str) -> str:
    """Return what a command says on standard error; our own fault is said as one."""
    out, err = io.StringIO(), io.StringIO()
    name, *more = words
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main([name, str(folder), *more])
    return err.getvalue() if code == 2 else f"{code}: {err.getvalue()}"


def flipped_pages(place: Path, times: int = 370) -> Row:
    """Flip one bit in each of so many pages, spread over the file."""
    row, folder = Row("flipped pages"), place / "forum"
    made(folder)
    os.environ["PCF_PASSPHRASE"] = WORDS
    database = folder / "forum.db"
    sound = database.read_bytes()
    pages = len(sound) // PAGE
    asked = 0
    for number in range(times):
        page = number * pages // times
        at = page * PAGE + 37 * number % PAGE
        database.write_bytes(sound)
        flip(database, at)
        row.untold += not is_told(folder)
        if number % EVERY == 0:
            for words in COMMANDS:
                more = [str(place / "packs") if word == "packs" else word for word in words]
                row.untold += BACK not in says(folder, *more)
                asked += 1
        row.tried += 1
    row.more = f"of {pages} pages; {asked} commands asked too"
    return row


def change(folder: Path) -> None:
    """Change rows of many tables, each a save."""
    with closing(open_(folder)) as forum:
        for number in range(20):
            with forum.workspace.change("Log feedback") as session:
                session.add(Feedback(words=f"a later comment {number}"))
                some = select(Feedback.id).where(Feedback.id % 20 == number)
                session.execute(
                    update(Feedback).where(Feedback.id.in_(some)).values(words="changed")
                )
                session.execute(delete(Link).where(Link.id % 40 == number))
                session.merge(Draft(id=1, form="log", fields=json.dumps({"words": str(number)})))
        forum.workspace.back_up(Reason.ASKED)


def content(folder: Path) -> Rows | None:
    """Return every row as it is read, None where the file does not read."""
    with suppress(ForumFault), closing(open_(folder)) as forum:
        return rows(forum.workspace)
    return None


def old_pages(place: Path) -> Row:
    """Put each page that has changed back as it was, one by one; what reads the same is no loss."""
    row, folder = Row("old pages put back, one by one"), place / "forum"
    made(folder)
    database = folder / "forum.db"
    old = database.read_bytes()
    change(folder)
    new, right = database.read_bytes(), content(folder)
    same = 0
    for at in range(0, min(len(old), len(new)), PAGE):
        if old[at : at + PAGE] == new[at : at + PAGE]:
            continue
        database.write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
        told = is_told(folder)
        if not told and content(folder) == right:
            same += 1
        else:
            row.untold += not told
        row.tried += 1
    shutil.rmtree(folder)
    row.more = f"{same} of them changed no row"
    return row
