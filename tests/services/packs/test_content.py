"""What a pack counts, and when an older figure stands in it."""

from datetime import date

from pcf_desktop.records import Pack, PackIssue
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.pack_text import words
from tests.services.sample_feedback import priority

FIRST, LATER = date(2026, 1, 10), date(2026, 4, 10)


def speak(session: Session, about: int, **stances: int) -> None:
    for stance, families in stances.items():
        for _ in range(families):
            say(session, about, stance, quote=False)


def issue(session: Session, today: date) -> Pack:
    key, _ = packs.make(session, PackPlan(), today)
    packs.note_issue(session, key, "pack.pdf", b"", "00000000")
    return session.get_one(Pack, key)


def test_one_more_family_leaves_the_figures_of_the_last_pack_with_their_date(
    workspace: Workspace,
) -> None:
    """Else two packs side by side would say what that one family said."""
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=14, better=7)
        issue(session, FIRST)
        speak(session, about, better=1)
        said = list(words(packs.draft(session, PackPlan(), LATER)))
    assert "21 families told us about this (counted on 10 January 2026)." in said
    assert not any("22" in text or "8 that it is better" in text for text in said)
    assert any("14 of 21 families (67%) say it is worse; 7 that" in text for text in said)


def test_enough_new_families_are_counted_anew_with_the_change_in_points(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=14, better=7)
        issue(session, FIRST)
        speak(session, about, worse=14, better=5)
        said = list(words(packs.draft(session, PackPlan(), LATER)))
    assert "40 families told us about this, in 40 comments." in said
    assert (
        "Since the pack of 10 January 2026: 67% of 21 families said it is worse, and 70% of 40 do "
        "now (up 3 points)."
    ) in said


def test_a_pack_that_was_never_issued_binds_nobody(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=14, better=7)
        packs.make(session, PackPlan(), FIRST)
        speak(session, about, better=1)
        said = list(words(packs.draft(session, PackPlan(), LATER)))
    assert "22 families told us about this, in 22 comments." in said


def test_figures_and_what_stands_behind_them_are_kept_with_the_pack(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=14, better=4, mixed=4)
        kept = issue(session, FIRST).figures
        assert session.query(PackIssue).count() == 1
    assert kept is not None
    (told,) = (each for each in kept["told"] if each["key"] == f"priority {about}")
    assert told["base"] == 22
    assert told["shown"] == [[["worse"], 14], [["better", "mixed"], 8]]
    assert told["parts"] == {"better": 4, "mixed": 4, "worse": 14}
