"""The register shows what was made, or what packs are for."""

from datetime import date

from pytestqt.qtbot import QtBot

from pcf_desktop.services.packs import packs
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.workspace import Workspace


def test_a_pack_made_appears_with_whom_it_is_for_and_its_files(
    screen: Packs, sample: Workspace, qtbot: QtBot
) -> None:
    with sample.change("make a pack") as session:
        key, _document = packs.make(session, packs.PackPlan(), date(2021, 12, 6))
        for ending in (".pdf", ".docx"):
            packs.note_issue(session, key, f"Pack{ending}", b"", "a81b0c42")
    qtbot.waitUntil(lambda: not screen.register.is_empty)
    assert screen.first_focus() is screen.register.list.table
    records = screen.register.records
    qtbot.waitUntil(lambda: records.record(0) is not None)
    made = records.record(0)
    assert made is not None
    shown = [column.text(made) for column in records.columns]
    assert shown[0] == "What families told us"
    assert shown[3:] == ["Ofsted and the Care Quality Commission", "PDF and Word", "a81b0c42"]
