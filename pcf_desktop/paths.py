"""Where things are: what ships with the program, and what belongs to the person."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("PCF Desktop", appauthor=False, roaming=False)
FORUM_FILES = ("forum.db", "forum.key")
"""The database and the key file of a forum's folder."""

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """Return a file or folder that ships with the program, as `shipped("resources", "help")`.

    In a wheel `resources` and `db` lie inside the package; in a checkout they lie beside it.
    """
    inside = _PACKAGE / "_shipped"
    return (inside if inside.is_dir() else _PACKAGE.parent).joinpath(*parts)


def forums() -> Path:
    """Return the folder that holds a folder for each forum on this computer."""
    return _DIRS.user_data_path / "forums"


def holds_forum(folder: Path) -> bool:
    """Tell from its names alone whether a folder is, or was, a forum. Raises OSError."""
    return any((folder / name).is_file() for name in FORUM_FILES)


def state() -> Path:
    """Return the folder for what the program remembers outside any forum file."""
    return _DIRS.user_state_path


def logs() -> Path:
    """Return the folder for the program's own log, which holds no words of families."""
    return _DIRS.user_log_path
