"""Which packs that went out hold somebody's words, by file and day."""

from datetime import date

from pcf_desktop.services.feedback import packs_given
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)


def test_the_files_of_a_pack_are_found_by_the_words_they_quote(workspace: Workspace) -> None:
    with workspace.change("Make a pack") as session:
        about = priority(session)
        quoted = say(session, about, "worse", words="the bus is late")
        silent = say(session, about, "worse", words="the bus is gone", quote=False)
        pack, _ = packs.make(session, PackPlan(), TODAY)
        assert packs_given.holding(session, [quoted]) == []
        for name in ("pack.pdf", "pack.docx"):
            packs.note_issue(session, pack, name, b"pack", "code")
        found = packs_given.holding(session, [quoted, silent])
        assert packs_given.holding(session, [silent]) == []
    assert {each.file_name for each in found} == {"pack.pdf", "pack.docx"}
    assert {each.pack_id for each in found} == {pack}
    assert found == sorted(found, key=lambda each: each.at, reverse=True)
