"""The main job on the made-up forum, from the survey export to the files of the pack."""

import hashlib
from contextlib import closing
from datetime import date
from pathlib import Path

from pcf_desktop.exporters.formats import Exported
from pcf_desktop.importers import surveys
from pcf_desktop.progress import Progress, silent
from pcf_desktop.services.packs import exporting, packs
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing
from pcf_desktop.workspace import Workspace, opening

PASSPHRASE = "made-up families only"  # noqa: S105  # opens nothing but invented data
KEY = "shropshire"


def make(folder: Path, key: str) -> None:
    """Make one of the made-up forums, Shropshire's with its survey.

    It is closed again: nothing of its making is left to be undone.
    """
    opening.make(folder, PASSPHRASE, lambda session: samples.begin(session, key))
    if key == KEY:
        with closing(opening.open_forum(folder, opening.with_passphrase(PASSPHRASE))) as forum:
            import_and_link(forum.workspace, silent)


def import_and_link(workspace: Workspace, progress: Progress) -> importing.Report:
    """Bring in the survey that belongs to the Shropshire sample and link its answers."""
    file = samples.survey_file()
    sheet = surveys.read(file)
    source = importing.Source(file.name, hashlib.sha256(file.read_bytes()).hexdigest())
    with workspace.change("Import a survey") as session:
        report = importing.import_survey(session, sheet, samples.SURVEY_TITLE, source, progress)
    with workspace.change("Link comments to priorities") as session:
        samples.link_survey(session)
    return report


def export_pack(workspace: Workspace, folder: Path, progress: Progress) -> list[Exported]:
    """Make the pack of every priority in every format."""
    plan = packs.PackPlan(from_day=date(2021, 9, 1), to_day=date(2021, 11, 30))
    return exporting.export(workspace, plan, folder, date(2021, 12, 6), progress)
