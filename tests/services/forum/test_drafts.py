"""Drafts: kept, given back, dropped; never a step to undo and never a line of the audit."""

from sqlalchemy import func, select

from pcf_desktop.records import AuditEntry
from pcf_desktop.services.families import families
from pcf_desktop.services.forum import drafts
from pcf_desktop.workspace import Workspace


def kept(workspace: Workspace, form: str = "log") -> dict[str, str]:
    with workspace.read() as session:
        return drafts.read(session, form)


def entries(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalar(select(func.count(AuditEntry.id))) or 0


def test_a_draft_comes_back_letter_by_letter(workspace: Workspace) -> None:
    fields = {"words": "“£20” — ŵ\n\nand so on ", "kept": ""}
    with workspace.change("keep a draft") as session:
        drafts.keep(session, "log", fields)
    assert kept(workspace) == fields


def test_the_later_draft_takes_the_place_of_the_earlier(workspace: Workspace) -> None:
    for words in ("one", "two"):
        with workspace.change("keep a draft") as session:
            drafts.keep(session, "log", {"words": words})
    assert kept(workspace) == {"words": "two"}


def test_each_form_has_a_draft_of_its_own(workspace: Workspace) -> None:
    with workspace.change("keep a draft") as session:
        drafts.keep(session, "log", {"words": "here"})
    assert kept(workspace, "ask") == {}


def test_a_dropped_draft_is_gone(workspace: Workspace) -> None:
    with workspace.change("keep a draft") as session:
        drafts.keep(session, "log", {"words": "here"})
    with workspace.change("keep a draft") as session:
        drafts.drop(session, "log")
    assert kept(workspace) == {}


def test_a_draft_is_no_step_no_entry_and_is_told_to_nobody(workspace: Workspace) -> None:
    told: list[frozenset[str]] = []
    workspace.on_change = told.append
    before, label = entries(workspace), workspace.undo_label
    with workspace.change("keep a draft") as session:
        drafts.keep(session, "log", {"words": "here"})
    assert (entries(workspace), workspace.undo_label, told) == (before, label, [])


def test_a_draft_leaves_what_can_be_redone(workspace: Workspace) -> None:
    with workspace.change("new family") as session:
        families.new(session)
    workspace.undo()
    with workspace.change("keep a draft") as session:
        drafts.keep(session, "log", {"words": "here"})
    assert workspace.redo() == "new family"
    assert kept(workspace) == {"words": "here"}
