"""What can be wrong with a forum file, each said in three sentences.

Every sentence about the file a person may read stands here: what happened, what is safe, what to
do. They name files and dates, never what a family said.
"""

import shutil
from datetime import datetime
from pathlib import Path

from pcf_desktop import days
from pcf_desktop.errors import UserError

SAFE = "Your data is safe."
UNTOUCHED = "Nothing in it was changed."
MB = 1_000_000
_RESTORE = (
    "On the first page of the window, choose Open from another folder and then the newest folder "
    "in this forum's backups: a forum is made of it, and this one stays as it is."
)
"""How to go back to a backup; opening one in its place would spoil it."""


class ForumFault(UserError):
    """A forum file cannot be opened, made or kept as asked."""


class WeakPassphrase(ForumFault):
    """The passphrase chosen is too easy to guess."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            reason,
            "Nothing was changed.",
            "Use four or more words that have nothing to do with each other, or 12 characters of "
            "any kind. Spaces are welcome.",
        )


class WrongPassphrase(ForumFault):
    """The passphrase does not open this sound envelope."""

    def __init__(self) -> None:
        super().__init__(
            "This passphrase does not match.",
            SAFE,
            "Check Caps Lock, or use your recovery sheet.",
        )


class OldKeyFile(ForumFault):
    """The passphrase opens the key file, but it was changed since that was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The passphrase was changed after this {path.name} was written: it is from an older "
            "copy.",
            SAFE,
            "Open the forum in the window with your recovery sheet; it asks for a new passphrase "
            f"then. Or put back the {path.name} of the newest folder in backups.",
        )


class MistypedRecoveryKey(ForumFault):
    """A group of the recovery key fails its own check; `group` counts from 1."""

    def __init__(self, group: int) -> None:
        super().__init__(
            f"That key has a mistake in group {group}.",
            SAFE,
            f"Compare group {group} with your recovery sheet, letter by letter.",
        )
        self.group = group


class WrongRecoveryKey(ForumFault):
    """The recovery key is well formed but belongs to another forum."""

    def __init__(self) -> None:
        super().__init__(
            "That recovery key belongs to another forum, or to an older sheet.",
            SAFE,
            "Look for the recovery sheet that carries this forum's name.",
        )


class DamagedEnvelope(ForumFault):
    """The key file fails its checksum or is no key file at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key file {path.name} is damaged.",
            "The forum's data is not affected, but cannot be opened without it.",
            f"Copy {path.name} from the newest folder in this forum's backups into this one.",
        )


class MissingEnvelope(ForumFault):
    """The key file is not beside the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key file {path.name} is missing.",
            "The forum's data is not affected, but cannot be opened without it.",
            "Put it back into this folder, or copy the one in the newest folder of this forum's "
            "backups.",
        )


class DamagedDatabase(ForumFault):
    """The key is right and the database does not read."""

    def __init__(self, path: Path, way_back: str = _RESTORE) -> None:
        super().__init__(
            f"Part of the file {path.name} is damaged, or it is not the file of this forum.",
            UNTOUCHED,
            way_back,
        )


class NewerFile(ForumFault):
    """A later version of the program saved this file."""

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(
            f"The file {path.name} was saved by a newer version of PCF Desktop "
            f"(file version {version}; this program knows {known}).",
            UNTOUCHED,
            "Update PCF Desktop to open it.",
        )
        self.version, self.known = version, known


class MissingForum(ForumFault):
    """There is no forum file at this place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no file {path.name} in {path.parent}.",
            "No new file was made.",
            "If it is on a drive or stick, plug that in. Otherwise choose the forum's own folder, "
            "or the newest folder in its backups.",
        )


class EmptyFile(ForumFault):
    """The database has no bytes, as after a failed copy."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {path.name} is empty (0 bytes).",
            UNTOUCHED,
            _RESTORE,
        )


class NotAForum(ForumFault):
    """Another program's file stands where the database should be; `kind` names it if known."""

    def __init__(self, path: Path, kind: str = "") -> None:
        said = f"is {kind}" if kind else "is no forum file"
        super().__init__(
            f"The file {path.name} {said}, not an encrypted forum file.",
            UNTOUCHED,
            "Choose the forum's own folder, or the newest folder in its backups.",
        )
        self.kind = kind


class OpenElsewhere(ForumFault):
    """The note in the folder says that another computer has this forum open."""

    def __init__(self, who: str, since: str, note: Path) -> None:
        began = f" on {since}" if since else ""
        super().__init__(
            f"This forum was opened on {who or 'another computer'}{began} and not closed there.",
            SAFE,
            "Close it there. If that computer is broken or gone, ask all who use this forum to "
            f"close it, then move the file {note.name} out of {note.parent} and try again.",
        )


class InUse(ForumFault):
    """Another program holds this forum open."""

    def __init__(self, who: str = "", since: str = "") -> None:
        by = f" on {who}" if who else ""
        began = f" since {since}" if since else ""
        super().__init__(
            f"This forum is already open{by}{began}.",
            SAFE,
            "Close it there first, or restart that computer if the program no longer answers.",
        )


class FolderNotEmpty(ForumFault):
    """A new forum was to be made where something already is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The folder {folder.name} already holds files.",
            UNTOUCHED,
            "Choose an empty folder or a new name.",
        )


class InsideForum(ForumFault):
    """A new forum was to be made inside the folder of another."""

    def __init__(self, other: Path) -> None:
        super().__init__(
            f"This place is inside the folder of another forum, {other.name}.",
            UNTOUCHED,
            f"Choose a place outside {other.name}, such as a new folder beside it.",
        )


class CannotWrite(ForumFault):
    """The folder or file does not let us write."""

    is_unsaved = True

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Changes cannot be saved in {path}.",
            "Nothing was changed.",
            "Check that the disk is not write-protected and that the folder is yours.",
        )


class CannotRead(ForumFault):
    """The file does not let us read it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"This computer does not let you read {path.name}.",
            "Nothing was changed.",
            "Ask whoever set up this computer, or open it as the person who made the forum.",
        )


class UnfinishedLog(ForumFault):
    """The last changes are in the log, and this place lets nobody fold them in."""

    def __init__(self, log: Path) -> None:
        super().__init__(
            f"The last changes are still in {log.name}, and nothing can be saved in this folder.",
            UNTOUCHED,
            "Copy the whole folder to a place where you can save, and open it there.",
        )


class ForeignLog(ForumFault):
    """The log beside the database was written for another one; `kept` names the copies."""

    def __init__(self, log: Path, kept: str) -> None:
        super().__init__(
            f"The file {log.name} does not belong to this forum file.",
            f"Neither was opened or changed; both were copied as they are to backups/{kept}.",
            f"Ask who put it there. Then move {log.name} out of this folder and open it again.",
        )
        self.kept = kept


class PathTooLong(ForumFault):
    """The place has a longer name than the database can open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The place of {folder.name} has too long a name.",
            "Nothing was changed.",
            "Choose a folder nearer to the top of the disk, or with shorter names.",
        )


class SyncedFolder(ForumFault):
    """The folder is copied elsewhere by a service, which would spoil a live database."""

    def __init__(self, service: str) -> None:
        super().__init__(
            f"This folder is shared by {service}.",
            "Nothing was changed.",
            "Keep the working file on this computer and share an encrypted copy instead.",
        )
        self.service = service


class NotOnThisComputer(ForumFault):
    """The folder is on a network drive."""

    def __init__(self) -> None:
        super().__init__(
            "This folder is on a network drive.",
            "Nothing was changed.",
            "Keep the working file on this computer and share an encrypted copy instead.",
        )


class FullDisk(ForumFault):
    """The disk that holds `path` is full."""

    is_unsaved = True

    def __init__(self, path: Path, needed: int = 0) -> None:
        """`needed` is about how many bytes the work would have taken, 0 where nobody knows."""
        free = f"{shutil.disk_usage(path.parent).free // MB} MB is free."
        room = f". About {-(-needed // MB)} MB is needed, {free}" if needed else f": {free}"
        super().__init__(
            f"There is not enough space on this disk{room}",
            "Nothing was changed and nothing was lost.",
            "Free some space, then try again.",
        )


class DiskTrouble(ForumFault):
    """The disk gives an error, as when a stick is pulled out."""

    is_unsaved = True

    kept = "What was saved before is kept."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk that holds {path.name} cannot be read or written.",
            self.kept,
            "If it is a drive or stick, plug it back in; if it is full, free some space.",
        )


class NotSaved(DiskTrouble):
    """The disk gave an error while a change was saved, and the change was taken back."""

    kept = "This change was not saved; what was saved before is kept."


class IsBackup(ForumFault):
    """The folder is a backup, which must stay as it is; `of` names its forum.

    `holds` says how many comments, `now` when the forum was last used here and with how many.
    """

    def __init__(self, of: str, taken: datetime, holds: str = "", now: str = "") -> None:
        made = f"made on {days.day_and_time(taken.astimezone())}"
        within = f", with {holds}" if holds else ""
        forum = f" The forum as last used here is {now}." if now else ""
        super().__init__(
            f"This is a copy of {of} {made}{within}.{forum}",
            UNTOUCHED,
            "On the first page of the window, choose Open from another folder and then this one: "
            "a forum is made of it beside the others.",
        )


class BadBackup(ForumFault):
    """A backup is not whole, or is of another forum."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The backup {name} is damaged, was changed, or belongs to another forum.",
            "No forum was changed.",
            "Choose an earlier folder in the forum's backups.",
        )


class BadCopy(ForumFault):
    """A backup just taken does not read as its source does."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"A copy of {path.name} was made and could not be read back, so it was not kept.",
            "The forum itself was not changed.",
            "Lock the forum and open it again: it is then looked through for damage.",
        )


class FailedUpdate(ForumFault):
    """Bringing the file up to date failed and was taken back."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {path.name} could not be brought up to date.",
            "It is as it was before, and a backup was made.",
            "Send us the log, which holds none of your data, and use the older program meanwhile.",
        )


class UnsuitableBuild(ForumFault):
    """This installation lacks a part the encrypted file needs."""

    def __init__(self, part: str) -> None:
        super().__init__(
            f"This installation of PCF Desktop is not complete: {part}.",
            SAFE,
            "Install PCF Desktop again.",
        )
