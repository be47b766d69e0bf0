"""Which laptop this is: a random id, made once, that stamps the records made on it."""

from uuid import UUID

from pcf_desktop import paths
from pcf_desktop.records import stamp
from pcf_desktop.workspace import whole_file
from pcf_desktop.workspace.faults import CannotWrite


def this_device() -> UUID:
    """Return this laptop's id for the person who is logged in.

    Raises `CannotWrite` where a new one cannot be kept: another each time would be of no use.
    """
    place = paths.state() / "device"
    try:
        return UUID(place.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        made = stamp.new_uid()
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            whole_file.write(place, str(made).encode("ascii"))
        except OSError as error:
            raise CannotWrite(place.parent) from error
        return made
