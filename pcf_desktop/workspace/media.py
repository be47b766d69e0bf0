"""What kind of disk or folder a forum lies on: this computer's own, a stick, a network, a service.

A write-ahead log needs a disk of this computer's own. Detection is by what each system tells
cheaply, and where it tells nothing the disk is taken for a local one.
"""

import os
import re
import subprocess
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Final

MOUNTS: Final = Path("/proc/mounts")
BLOCKS: Final = Path("/sys/class/block")


class Medium(Enum):
    """Where a folder's bytes are."""

    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"


_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|afs|ceph|9p|ncpfs|davfs\d?|glusterfs|fuse\..+")
_LOCAL_FUSE = frozenset({"fuse.portal", "fuse.gocryptfs", "fuse.encfs", "fuse.ecryptfs"})
_MAC_MOUNT = re.compile(r"^.+? on (?P<where>/.*) \((?P<notes>[^()]*)\)$", re.MULTILINE)
_STICKS = frozenset({"vfat", "exfat", "msdos"})
_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_CD = 2, 4, 5

_SERVICES: Final = {
    "OneDrive": r"onedrive( ?-.*)?",
    "Dropbox": r"dropbox( \(.*\))?",
    "Google Drive": r"google ?drive|googledrive-.*|my drive",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud\d*( \(.*\))?",
    "ownCloud": r"owncloud\d*( \(.*\))?",
    "SharePoint": r"sharepoint( ?-.*)?|.* - sharepoint",
    "Sync": r"sync(\.com)?",
    "Resilio Sync": r"resilio ?sync",
    "Box": r"box( sync| drive)?|box-box",
    "pCloud": r"pcloud( ?drive| sync)?",
    "MEGA": r"mega( ?sync)?",
    "Proton Drive": r"proton ?drive.*",
    "Tresorit": r"tresorit( ?drive)?",
    "Seafile": r"seafile|seadrive",
}
_MARKERS: Final = {".stfolder": "Syncthing", ".dropbox": "Dropbox"}
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def service_over(folder: Path) -> str | None:
    """Return the name of the service that copies this folder elsewhere, if we know it."""
    real = Path(os.path.realpath(folder))
    for place in (real, *real.parents):
        for name, pattern in _SERVICES.items():
            if re.fullmatch(pattern, place.name.casefold()):
                return name
        for marker, name in _MARKERS.items():
            if (place / marker).exists():
                return name
    roots = (Path(os.environ[name]) for name in _VARIABLES if os.environ.get(name))
    return "OneDrive" if any(real.is_relative_to(root) for root in roots) else None


def medium_of(folder: Path) -> Medium:
    """Return what the folder lies on."""
    real = Path(os.path.realpath(folder))
    if sys.platform == "win32":
        return _on_windows(real)
    if sys.platform == "darwin":
        return _on_a_mac(real, _mac_mounts())
    return _on_linux(real, MOUNTS)


def _on_linux(real: Path, mounts: Path) -> Medium:
    kind, device = _mount_of(real, mounts)
    if kind not in _LOCAL_FUSE and _NETWORK.fullmatch(kind):
        return Medium.NETWORK
    if kind in _STICKS or _says_removable(device, BLOCKS):
        return Medium.REMOVABLE
    return Medium.LOCAL


def _mount_of(real: Path, mounts: Path) -> tuple[str, str]:
    """Return the kind of file system and the device that a path lies on."""
    best, found = -1, ("", "")
    try:
        lines = mounts.read_text(errors="surrogateescape").splitlines()
    except OSError:
        return found
    for line in lines:
        device, place, kind = line.split(" ")[:3]
        where = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), place))
        if real.is_relative_to(where) and len(where.parts) >= best:
            best, found = len(where.parts), (kind, device)
    return found


def _says_removable(device: str, blocks: Path) -> bool:
    """Tell whether the disk, or the disk that a partition is on, calls itself removable."""
    disk = Path(os.path.realpath(blocks / Path(device).name))
    flags = (disk / "removable", disk.parent / "removable")
    return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


def _on_a_mac(real: Path, mounts: str) -> Medium:
    """Tell by what `mount` prints: `//anna@nas/share on /Volumes/share (smbfs, nodev, nosuid)`.

    A Mac writes `local` beside whatever is no network's, of any kind.
    """
    best, notes = -1, ["local"]
    for found in _MAC_MOUNT.finditer(mounts):
        where = Path(found["where"])
        if real.is_relative_to(where) and len(where.parts) >= best:
            best, notes = len(where.parts), found["notes"].split(", ")
    if "local" not in notes:
        return Medium.NETWORK
    return Medium.REMOVABLE if real.is_relative_to("/Volumes") else Medium.LOCAL


def _mac_mounts() -> str:
    """Return what is mounted; empty where the system does not tell."""
    with suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run(["/sbin/mount"], capture_output=True, check=True, timeout=10)
        return told.stdout.decode(errors="surrogateescape")
    return ""


if sys.platform == "win32":
    import ctypes

    def _on_windows(real: Path) -> Medium:
        kind = ctypes.windll.kernel32.GetDriveTypeW(str(Path(real.anchor)))
        if real.anchor.startswith("\\\\") or kind == _DRIVE_REMOTE:
            return Medium.NETWORK
        return Medium.REMOVABLE if kind in {_DRIVE_REMOVABLE, _DRIVE_CD} else Medium.LOCAL
