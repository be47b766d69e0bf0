"""A file's bytes, or a sentence that says why there are none."""

from pathlib import Path

from pcf_desktop.errors import UserError

_SAFE = "Nothing has changed."


def whole(path: Path, thing: str, largest: int, too_large: UserError) -> bytes:
    """Return all the bytes of a file; `thing` names what it should be ("file", "letter").

    Raises `too_large` above `largest` bytes, and another `UserError` for what is missing, locked,
    a folder, or no file that has an end, such as a pipe or a device.
    """
    try:
        if path.is_dir():
            raise UserError(
                "This is a folder, not a file.", _SAFE, f"Choose the {thing} inside it."
            )
        size = path.stat().st_size
        if not path.is_file():
            raise UserError("This is no file that can be read.", _SAFE, f"Choose the {thing}.")
        if size > largest:
            raise too_large
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(
            "There is no file with this name.",
            _SAFE,
            "Check the name, or whether the file is still being downloaded.",
        ) from None
    except (OSError, ValueError):
        raise UserError(
            "This file cannot be opened.",
            _SAFE,
            "Close it in other programs, or copy it to this computer, and try again.",
        ) from None
