"""Where a folder lies is told by its mount, and by the names and marks of the services."""

import sys
from pathlib import Path

import pytest

from pcf_desktop.workspace import media
from pcf_desktop.workspace.media import Medium

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
proc /proc proc rw 0 0
/dev/nothing1 /media/anna/FORUM\\040STICK vfat rw 0 0
server:/home /home/anna/desk nfs4 rw 0 0
//nas/share /mnt/nas cifs rw 0 0
sshfs /mnt/far fuse.sshfs rw 0 0
portal /run/doc fuse.portal rw 0 0
/dev/sda3 /home/anna/desk/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "medium"),
    [
        ("/home/anna/forums", Medium.LOCAL),
        ("/media/anna/FORUM STICK/forum", Medium.REMOVABLE),
        ("/home/anna/desk/forum", Medium.NETWORK),
        ("/home/anna/desk/local/forum", Medium.LOCAL),
        ("/home/anna/deskshop", Medium.LOCAL),
        ("/mnt/nas", Medium.NETWORK),
        ("/mnt/far/a/b", Medium.NETWORK),
        ("/run/doc/forum", Medium.LOCAL),
    ],
)
def test_the_nearest_mount_tells_the_medium(place: str, medium: Medium, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert media._on_linux(Path(place), mounts) is medium


MAC_MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
/dev/disk4s1 on /Volumes/FORUM STICK (msdos, local, nodev, nosuid, noowners)
/dev/disk5s2 on /Volumes/Copy (2) (hfs, local, nodev, nosuid, journaled, noowners)
//anna@nas._smb._tcp.local/share on /Volumes/share (smbfs, nodev, nosuid, mounted by anna)
//anna@1.0.1.10/photo on /Volumes/photo on nas (afpfs, nodev, nosuid, mounted by anna)
nas:/export on /Users/anna/export (nfs, nodev, nosuid, automounted)
https://cloud.example.org/dav/ on /Volumes/dav (webdav, nodev, nosuid, noexec, mounted by anna)
anna@far:/data on /Users/anna/far (macfuse, nodev, nosuid, synchronous, mounted by anna)
"""


@pytest.mark.parametrize(
    ("place", "medium"),
    [
        ("/Users/anna/Documents/forum", Medium.LOCAL),
        ("/Volumes/FORUM STICK/forum", Medium.REMOVABLE),
        ("/Volumes/Copy (2)/forum", Medium.REMOVABLE),
        ("/Volumes/share/forum", Medium.NETWORK),
        ("/Volumes/shareware/forum", Medium.REMOVABLE),
        ("/Volumes/photo on nas/forum", Medium.NETWORK),
        ("/Users/anna/export", Medium.NETWORK),
        ("/Volumes/dav/forum", Medium.NETWORK),
        ("/Users/anna/far/forum", Medium.NETWORK),
    ],
)
def test_a_mac_tells_a_network_by_its_mounts(place: str, medium: Medium) -> None:
    assert media._on_a_mac(Path(place), MAC_MOUNTS) is medium


def test_a_mac_that_does_not_tell_its_mounts_still_tells_a_stick_by_its_place() -> None:
    assert media._on_a_mac(Path("/Volumes/FORUM STICK"), "") is Medium.REMOVABLE
    assert media._on_a_mac(Path("/Users/anna"), "") is Medium.LOCAL


@pytest.mark.skipif(sys.platform != "darwin", reason="asks a Mac for its mounts")
def test_a_mac_lists_its_own_disk() -> None:
    assert any(found["where"] == "/" for found in media._MAC_MOUNT.finditer(media._mac_mounts()))


def test_without_a_list_of_mounts_the_disk_is_taken_for_local(tmp_path: Path) -> None:
    assert media._on_linux(Path("/home"), tmp_path / "none") is Medium.LOCAL


def test_a_disk_that_calls_itself_removable_is_and_so_are_its_partitions(tmp_path: Path) -> None:
    for disk, flag in (("sda", "0\n"), ("sdb", "1\n")):
        (tmp_path / "devices" / disk / f"{disk}1").mkdir(parents=True)
        (tmp_path / "devices" / disk / "removable").write_text(flag)
        (tmp_path / disk).symlink_to(tmp_path / "devices" / disk)
        (tmp_path / f"{disk}1").symlink_to(tmp_path / "devices" / disk / f"{disk}1")
    said = {name: media._says_removable(f"/dev/{name}", tmp_path) for name in ("sda", "sda1")}
    assert said == {"sda": False, "sda1": False}
    assert media._says_removable("/dev/sdb", tmp_path)
    assert media._says_removable("/dev/sdb1", tmp_path)
    assert not media._says_removable("tmpfs", tmp_path)


def test_a_folder_of_this_machine_has_a_medium(tmp_path: Path) -> None:
    assert media.medium_of(tmp_path / "not" / "made yet") in Medium


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive/forum", "OneDrive"),
        ("OneDrive - Shropshire PCF/Documents/forum", "OneDrive"),
        ("Dropbox (Personal)/forum", "Dropbox"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org/My Drive/forum", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/forum", "iCloud"),
        ("iCloudDrive/forum", "iCloud"),
        ("Nextcloud/forum", "Nextcloud"),
        ("Nextcloud2/forum", "Nextcloud"),
        ("Sync/forum", "Sync"),
        ("PCF - SharePoint/forum", "SharePoint"),
        ("Box/forum", "Box"),
        ("pCloud Drive/forum", "pCloud"),
        ("Proton Drive/My files/forum", "Proton Drive"),
        ("Sandbox/forum", None),
        ("Boxes of papers/forum", None),
        ("Synchronised/forum", None),
        ("Shared points/forum", None),
        ("Documents/forum", None),
        ("Letterbox/forum", None),
    ],
)
def test_a_service_is_known_by_its_folder(place: str, service: str | None, tmp_path: Path) -> None:
    assert media.service_over(tmp_path / place) == service


def test_a_service_is_known_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / "shared" / "inner").mkdir(parents=True)
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert media.service_over(tmp_path / "shared" / "inner") == "Syncthing"
    assert media.service_over(tmp_path) is None


def test_a_service_is_known_by_what_it_tells_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Work"))
    assert media.service_over(tmp_path / "Work" / "forum") == "OneDrive"
    assert media.service_over(tmp_path / "Home") is None


def test_a_link_into_a_shared_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    assert media.service_over(tmp_path / "link" / "forum") == "Dropbox"
