"""What a pack holds and what it never holds; numbers that stay; a making that can be undone."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from pcf_desktop.errors import UserError
from pcf_desktop.exporters.document import Document, QuotedWords
from pcf_desktop.records import Pack, PackItem, PackSection, Priority
from pcf_desktop.services.counting import consents
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import DAY, say
from tests.services.pack_text import words
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)
ANSWERS = ("given", "refused", "withdrawn", "not asked", "kept no more")


def quoted(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, QuotedWords)]


@given(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=12))
@settings(max_examples=25)
def test_withdrawn_or_missing_consent_is_never_in_a_pack(
    workspace: Workspace, answers: list[str]
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        chosen, allowed = [], set()
        for place, answer in enumerate(answers):
            said = f"we waited for reason {place:03d} exactly"
            quote = {"refused": False, "not asked": None}.get(answer, True)
            key = say(session, about, "worse", words=said, quote=quote)
            if answer == "withdrawn":
                consents.withdraw(session, DAY, [consents.QUOTE], feedback_id=key)
            if answer == "kept no more":
                consents.withdraw(session, DAY, [consents.KEEP], feedback_id=key)
            if answer == "given":
                allowed.add(said)
            chosen.append(key)
        # Even where a person ticked all of them.
        plan = PackPlan(priority_ids=(about,), quotes={about: tuple(chosen)}, reason="-")
        _, made = packs.make(session, plan, TODAY)
        drafted = packs.draft(session, PackPlan(priority_ids=(about,)), TODAY)
    assert set(quoted(made)) == allowed
    assert set(quoted(drafted)) <= allowed
    everything = " ".join(words(made))
    assert all(
        f"reason {place:03d} " not in everything
        for place, answer in enumerate(answers)
        if answer != "given"
    )


def test_the_quotes_stand_in_the_order_a_person_gave_them(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        keys = [say(session, about, "worse", words=f"number {n}") for n in (1, 2, 3)]
        wanted = (keys[2], keys[0])
        plan = PackPlan(priority_ids=(about,), quotes={about: wanted})
        assert quoted(packs.draft(session, plan, TODAY)) == ["number 3", "number 1"]


def test_a_quote_keeps_its_number_over_two_packs(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        one, other = (say(session, about, "worse", words=f"number {n}") for n in (1, 2))
        first = PackPlan(priority_ids=(about,), quotes={about: (other,)})
        both = PackPlan(priority_ids=(about,), quotes={about: (one, other)})
        packs.make(session, first, TODAY)
        _, second = packs.make(session, both, TODAY)
    found = {b.text: b.number for b in second.blocks if isinstance(b, QuotedWords)}
    assert found == {"number 2": "Q001", "number 1": "Q002"}


def test_a_draft_shows_the_numbers_that_the_making_gives_even_after_an_undo(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse")
    plan = PackPlan(priority_ids=(about,))
    with workspace.change("Make a pack") as session:
        packs.make(session, plan, TODAY)
    workspace.undo()
    with workspace.read() as session:
        drafted = packs.draft(session, plan, TODAY, mark="")
    with workspace.change("Make a pack") as session:
        _, made = packs.make(session, plan, TODAY)
    assert drafted == made
    assert [b.number for b in made.blocks if isinstance(b, QuotedWords)] == ["Q002"]


def test_the_files_of_a_pack_share_its_version_and_the_next_pack_has_the_next(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        say(session, priority(session), "worse")
    for title in ("Pack", "Other", "Pack"):
        with workspace.change("Make a pack") as session:
            pack_id, _ = packs.make(session, PackPlan(title=title), TODAY)
            for end in (".pdf", ".docx"):
                packs.note_issue(session, pack_id, f"{title}{end}", b"-", "12345678")
    with workspace.read() as session:
        found = [(each.title, each.version) for each in packs.issued(session)]
    assert found == [("Pack", 2)] * 2 + [("Other", 1)] * 2 + [("Pack", 1)] * 2


def test_a_draft_keeps_nothing(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse")
    with workspace.read() as session:
        packs.draft(session, PackPlan(), TODAY)
        assert session.scalar(select(func.count()).select_from(Pack)) == 0


def test_what_is_under_embargo_is_refused(workspace: Workspace) -> None:
    with workspace.change("Hold") as session:
        about = priority(session, "Waits for help")
        session.get_one(Priority, about).is_embargoed = True
    with workspace.read() as session, pytest.raises(UserError) as caught:
        packs.draft(session, PackPlan(), TODAY)
    assert "not published" in caught.value.happened
    assert "Waits for help" in caught.value.todo


def test_a_forum_without_priorities_is_told_so(workspace: Workspace) -> None:
    with workspace.read() as session, pytest.raises(UserError, match="has no priorities yet"):
        packs.draft(session, PackPlan(), TODAY)


def test_a_pack_needs_a_priority(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        priority(session)
    with workspace.read() as session, pytest.raises(UserError, match="at least one"):
        packs.draft(session, PackPlan(priority_ids=(999,)), TODAY)


def test_making_a_pack_can_be_undone_whole(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse")
    with workspace.change("Make a pack") as session:
        pack_id, _ = packs.make(session, PackPlan(), TODAY)
        packs.note_issue(session, pack_id, "Pack.pdf", b"%PDF", "12345678")
        (line,) = packs.issued(session)
        assert (line.file_name, line.version, line.head_code) == ("Pack.pdf", 1, "12345678")
    assert workspace.undo() == "Make a pack"
    with workspace.read() as session:
        assert packs.issued(session) == []
        for record in (Pack, PackSection, PackItem):
            assert session.scalar(select(func.count()).select_from(record)) == 0
    workspace.redo()
    with workspace.read() as session:
        assert [each.file_name for each in packs.issued(session)] == ["Pack.pdf"]
