"""Which laptop this is: a random id, made once, that stamps the records made on it."""

from uuid import UUID

from pcf_desktop import paths
from pcf_desktop.records import stamp
from pcf_desktop.workspace import whole_file


def this_device() -> UUID:
    """Return this laptop's id for the person who is logged in."""
    place = paths.state() / "device"
    try:
        return UUID(place.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        made = stamp.new_uid()
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole_file.write(place, str(made).encode("ascii"))
        return made
