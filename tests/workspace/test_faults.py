"""Every fault says what happened, what is safe, and one thing to do, in plain words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pcf_desktop.workspace import faults
from pcf_desktop.workspace.faults import ForumFault

PATH = Path(__file__)
ALL = [
    faults.WeakPassphrase("This passphrase is short."),
    faults.WrongPassphrase(),
    faults.OldKeyFile(PATH),
    faults.MistypedRecoveryKey(5),
    faults.WrongRecoveryKey(),
    faults.DamagedEnvelope(PATH),
    faults.MissingEnvelope(PATH),
    faults.DamagedDatabase(PATH),
    faults.NewerFile(PATH, 3, 2),
    faults.MissingForum(PATH),
    faults.EmptyFile(PATH),
    faults.NotAForum(PATH, "a PDF"),
    faults.NotAForum(PATH),
    faults.InUse(),
    faults.InUse("LAPTOP2", "3 March 2026, 12:42"),
    faults.FolderNotEmpty(PATH),
    faults.InsideForum(PATH),
    faults.CannotRead(PATH),
    faults.CannotWrite(PATH),
    faults.UnfinishedLog(PATH),
    faults.ForeignLog(PATH, "20260301T120000000000Z-damaged"),
    faults.OpenElsewhere("LAPTOP2", "3 March 2026, 12:42", PATH),
    faults.OpenElsewhere("", "", PATH),
    faults.PathTooLong(PATH),
    faults.SyncedFolder("OneDrive"),
    faults.NotOnThisComputer(),
    faults.FullDisk(PATH),
    faults.FullDisk(PATH, 40_000_000),
    faults.DiskTrouble(PATH),
    faults.NotSaved(PATH),
    faults.IsBackup("Our forum", datetime(2026, 3, 3, 12, 42, tzinfo=UTC)),
    faults.BadBackup("20260301T120000Z-asked"),
    faults.BadCopy(PATH),
    faults.FailedUpdate(PATH),
    faults.UnsuitableBuild("it cannot encrypt"),
]


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: type(fault).__name__)
def test_it_has_three_short_plain_sentences(fault: ForumFault) -> None:
    for said in (fault.happened, fault.safe, fault.todo):
        assert said[0].isupper() or said.startswith(PATH.name)
        assert said.endswith(".")
        assert len(said) < 220
    for jargon in ("SQL", "database", "exception", "None", "null", "corrupt", "envelope", "{"):
        assert jargon not in str(fault)


def test_none_is_left_out() -> None:
    there = {kind for kind in vars(faults).values() if isinstance(kind, type)}
    made = {kind for kind in there if issubclass(kind, ForumFault) and kind is not ForumFault}
    assert {type(fault) for fault in ALL} == made


def test_none_advises_to_open_a_backup_where_it_lies() -> None:
    assert [str(fault) for fault in ALL if "pen a backup" in str(fault)] == []
    assert [str(fault) for fault in ALL if "pen the last good backup" in str(fault)] == []
