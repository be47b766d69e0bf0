"""A comment that was once saved can always be reached again, whatever is undone and redone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pcf_desktop.records import When
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.feedback.listing import Filter
from pcf_desktop.workspace import Workspace

STEPS = st.lists(st.sampled_from(["log", "undo", "redo", "bin", "put back", "edit"]), max_size=25)


def log(workspace: Workspace, words: str) -> None:
    with workspace.change("log feedback") as session:
        feedback.log(session, NewFeedback(words, "keep", When()), is_typed=True)


def said(workspace: Workspace, *, binned: bool) -> dict[int, str]:
    """Return what the list or the bin shows, by its ids."""
    with workspace.read() as session:
        keys = feedback.ids(session, Filter(is_binned=binned))
        return {key: line.words for key, line in feedback.lines(session, keys).items()}


def test_undo_puts_what_was_typed_into_the_bin_and_redo_takes_it_out(workspace: Workspace) -> None:
    log(workspace, "We waited")
    assert workspace.undo_bins
    assert workspace.undo() == "log feedback"
    assert (
        list(said(workspace, binned=False).values()),
        list(said(workspace, binned=True).values()),
    ) == (
        [],
        ["We waited"],
    )
    workspace.redo()
    assert list(said(workspace, binned=False).values()) == ["We waited"]
    workspace.undo()
    log(workspace, "Another")  # from here on nothing can be redone
    assert workspace.redo_label is None
    with workspace.change("put back") as session:
        feedback.bin_it(session, said(workspace, binned=True), binned=False)
    assert set(said(workspace, binned=False).values()) == {"We waited", "Another"}


@given(STEPS)
@settings(max_examples=40)
def test_no_saved_comment_is_ever_out_of_reach(workspace: Workspace, steps: list[str]) -> None:
    saved = len(said(workspace, binned=False)) + len(said(workspace, binned=True))
    before = saved
    for place, step in enumerate(steps):
        listed, binned = said(workspace, binned=False), said(workspace, binned=True)
        if step == "log":
            log(workspace, f"Comment {before} {place}")
            saved += 1
        elif step in ("undo", "redo"):
            getattr(workspace, step)()
        elif step == "edit" and listed:
            with workspace.change("edit") as session:
                feedback.change_words(session, max(listed), f"Edited {before} {place}")
        elif step in ("bin", "put back") and (of := binned if step == "put back" else listed):
            with workspace.change(step) as session:
                feedback.bin_it(session, [max(of)], binned=step == "bin")
        assert len(said(workspace, binned=False)) + len(said(workspace, binned=True)) == saved
