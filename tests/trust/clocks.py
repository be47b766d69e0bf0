"""Eleven backups and a clock that is 800 days off, forward or back: none is deleted."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from pcf_desktop.workspace import backup, opening, workspace
from pcf_desktop.workspace.backup import Reason
from tests.trust.row import Row
from tests.workspace.made_forum import log, make, open_
from tests.workspace.test_clock import Set, eleven


def wrong_clock(place: Path, ahead: int) -> Row:
    """Set the clock wrong for two openings with a backup each, and right again."""
    row, folder = Row(f"11 backups, clock {ahead:+} days"), place / "forum"
    make(folder)
    names = set(eleven(folder))
    with pytest.MonkeyPatch.context() as patched:
        for module in (backup, opening, workspace):
            patched.setattr(module, "datetime", Set)
        for days in (ahead, ahead, 0):
            patched.setattr(Set, "ahead", timedelta(days=days))
            log(folder, "logged meanwhile")
            with closing(open_(folder)) as forum:
                row.untold += (forum.clock_jump() is not None) != (days != 0)
                made = forum.workspace.back_up(Reason.REGULAR)
                row.lost = len(names - {found.name for found in backup.listed(forum.folder)})
                row.untold += forum.last_backup() != made
    row.tried = len(names)
    row.more = "asked at each opening; the newest by its save is the last good one"
    return row
