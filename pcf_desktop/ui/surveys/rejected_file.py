"""The rows left out of an import, saved as a file for the person to mend."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from pcf_desktop.services.surveys import rejected_rows
from pcf_desktop.ui.file_dialog import ask_new_file
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.worker import Job


def ask(parent: QWidget, export: ExportFile) -> Path | None:
    """Ask where to save them, beside the export at first; None where the person thinks better."""
    suggested = str(rejected_rows.proposed(export.path))
    return ask_new_file(parent, tr("Save the rows left out"), suggested, "CSV (*.csv)")


def save(desk: Desk, export: ExportFile, path: Path) -> Job:
    """Write them to a file, which is not encrypted, and say so."""
    rejected = export.sheet.rejected
    job = desk.worker.run(lambda _progress: rejected_rows.save(path, rejected))
    job.done.connect(
        lambda _result: desk.tell(
            tr("Saved as {file}. It is not encrypted: delete it when it is mended.").format(
                file=path.name
            )
        )
    )
    return job
