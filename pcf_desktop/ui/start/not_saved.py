"""What could not be saved as a forum was closed: told on the start, if need be at the next one.

Only what was to be done is kept outside the forum, in the fixed words of the audit.
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from pcf_desktop import paths
from pcf_desktop.errors import UserError
from pcf_desktop.ui.language import tr


def keep(actions: Sequence[str]) -> None:
    """Keep for the next start what was not saved; a computer that refuses loses only that."""
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            json.dump(list(actions), file)


def take() -> Sequence[str]:
    """Return what was kept, and keep it no longer."""
    try:
        kept = json.loads(_file().read_text("utf-8"))
        _file().unlink()
    except (OSError, ValueError):
        return ()
    return [str(each) for each in kept] if isinstance(kept, list) else ()


def told(lost: Mapping[str, BaseException | None]) -> UserError:
    """Return the sentences that say what was not saved, and why where the person can mend it."""
    what = "; ".join(f"“{action}”" for action in lost)
    why = next((error for error in lost.values() if isinstance(error, UserError)), None)
    mend = why.todo if why is not None else ""
    return UserError(
        " ".join(
            part
            for part in (
                tr("Not saved when the forum was closed: {what}.").format(what=what),
                why.happened if why is not None else "",
            )
            if part
        ),
        tr("All that was saved before is safe."),
        " ".join(part for part in (mend, tr("Open the forum and do this again.")) if part),
    )


def _file() -> Path:
    return paths.state() / "not saved.json"
