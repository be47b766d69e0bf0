"""Writing a pack: the same document in every format, each file safe, the register told."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from pcf_desktop.exporters import safely
from pcf_desktop.exporters.document import Document
from pcf_desktop.exporters.formats import FORMATS, USUAL, Exported
from pcf_desktop.exporters.made import Exporter, Made
from pcf_desktop.progress import Progress
from pcf_desktop.records import Pack
from pcf_desktop.services.packs import packs, privacy
from pcf_desktop.services.packs.packs import Drafted, PackPlan
from pcf_desktop.workspace import Workspace, audit
from pcf_desktop.workspace.faults import ForumFault

LABEL = "make a pack"
"""The name of the one change; an undo of it leaves the files where they are."""
HEAD_CODE = 8
"""So many characters of the audit's head stand for it on a register."""
STEPS = 20
"""How finely the progress of one format is told."""


def export(
    workspace: Workspace,
    plan: PackPlan,
    folder: Path,
    today: date,
    progress: Progress,
    formats: Sequence[Exporter] = USUAL,
) -> list[Exported]:
    """Draft a pack of what the file holds now and do with it what `export_drafted` does."""
    with workspace.read() as session:
        drafted = packs.drafted(session, plan, today)
    return export_drafted(workspace, drafted, folder, progress, formats)


def export_drafted(
    workspace: Workspace,
    drafted: Drafted,
    folder: Path,
    progress: Progress,
    formats: Sequence[Exporter] = USUAL,
) -> list[Exported]:
    """Make a pack, write it in each format into a folder, and note what was written.

    The pages are set first, without keeping anybody from writing. Then one change gives the quotes
    their permanent numbers, writes the files, all or none, and notes them; no file that stands
    there already is ever replaced. What was chosen and may not be quoted is told with the first
    file. Raises UserError where the person can mend it, as when the privacy check keeps the pack
    in the house, and Cancelled when `progress` does; then nothing is noted.
    """
    plan, today = drafted.plan, drafted.document.made_on
    privacy.require(drafted.findings, plan.reason)
    made = _typeset(drafted.document, formats, progress)
    pack_id, files = 0, list[safely.File]()
    try:
        with workspace.change(LABEL) as session:
            head_code = audit.head(session.connection())[1][:HEAD_CODE]
            pack_id, kept = packs.make(session, plan, today, drafted)
            if kept != drafted.document:  # somebody changed something meanwhile
                made = _typeset(kept, formats, progress)
            left_out = packs.left_out(session, plan)
            safely.ready(folder)
            names = file_names(kept, packs.version(session, pack_id))
            files = _write_anew(folder, names, list(zip(formats, made, strict=True)))
            for file in files:
                packs.note_issue(session, pack_id, file.path.name, file.data, head_code)
    except BaseException:
        # A kill between the names and the commit cannot be caught: the files then stand whole in
        # no register, and the next pack, which takes the next free name, gives their numbers again.
        if not _is_kept(workspace, pack_id):
            safely.take_back(files)
        raise
    written = [
        Exported(file.path, each.pages, each.notes) for file, each in zip(files, made, strict=True)
    ]
    return [replace(one, notes=(*left_out, *one.notes)) for one in written[:1]] + written[1:]


def _is_kept(workspace: Workspace, pack_id: int) -> bool:
    """Tell whether the change was saved after all; what goes wrong after the commit leaves it."""
    with suppress(ForumFault), workspace.read() as session:
        return session.get(Pack, pack_id) is not None
    return False  # who cannot look is told that nothing was saved, so no file may say otherwise


def _typeset(document: Document, formats: Sequence[Exporter], progress: Progress) -> list[Made]:
    made = []
    for place, each in enumerate(formats):
        made.append(each.make(document, _part(progress, place, len(formats))))
    return made


def _part(progress: Progress, place: int, parts: int) -> Progress:
    """Return the progress of one format as a part of that of all; each counts the same."""

    def tell(done: int, total: int) -> None:
        progress(place * STEPS + STEPS * done // max(total, 1), parts * STEPS)

    return tell


def _write_anew(
    folder: Path, names: Iterator[str], made: Sequence[tuple[Exporter, Made]]
) -> list[safely.File]:
    """Write a pack's files under the first name that no file of any format has; return them."""
    while True:
        name = next(name for name in names if not _is_taken(folder, name))
        files = [safely.File(folder / f"{name}{e.suffix}", file.data, e.check) for e, file in made]
        with suppress(safely.Taken):  # by another program, since we looked
            safely.write_all(files, anew=True)
            return files


def _is_taken(folder: Path, name: str) -> bool:
    return any(os.path.lexists(folder / f"{name}{each.suffix}") for each in FORMATS)


def file_names(document: Document, version: int) -> Iterator[str]:
    """Yield names for a pack's files: its title and date, no other words, and its version.

    The version stands in it from the second on; where a name is taken, the next may be free.
    """
    title = re.sub(r"[^\w\- ]+", "", document.title).strip()[:60] or "Pack"
    name = f"{title} {document.made_on.isoformat()}"
    for number in count(version):
        yield f"{name} v{number}" if number > 1 else name
