"""What was written is named, with what the person should know."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from pcf_desktop.exporters.formats import Exported
from pcf_desktop.ui.packs.written import WrittenFiles


def test_files_pages_and_notes_are_named(qtbot: QtBot) -> None:
    written = WrittenFiles()
    qtbot.addWidget(written)
    written.show_files(
        [
            Exported(Path("/out/Pack.pdf"), 14, ("1 sign is named in [brackets].",)),
            Exported(Path("/out/Pack.docx"), 0, ()),
        ]
    )
    assert written.lines == [
        "Pack.pdf",
        "14 pages",
        "1 sign is named in [brackets].",
        "Pack.docx",
    ]
    written.show_files([Exported(Path("/out/Pack.docx"), 0, ())])
    assert written.lines == ["Pack.docx"]


def test_it_leads_to_the_register(qtbot: QtBot) -> None:
    written = WrittenFiles()
    qtbot.addWidget(written)
    with qtbot.waitSignal(written.register.clicked):
        written.register.click()
