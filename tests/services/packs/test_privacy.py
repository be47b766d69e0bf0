"""The privacy check says in plain words what should be known before a pack leaves."""

from datetime import date
from itertools import combinations
from math import inf

import pytest
from sqlalchemy import null, update

from pcf_desktop.errors import UserError
from pcf_desktop.records import Pack, PackIssue
from pcf_desktop.services.disclosure import attacker
from pcf_desktop.services.packs import packs, privacy
from pcf_desktop.services.packs.packs import Drafted, PackPlan
from pcf_desktop.services.packs.privacy import PrivacyFinding
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority

FIRST, LATER = date(2026, 1, 10), date(2026, 4, 10)


def speak(session: Session, about: int, words: str = "It has been slow", **stances: int) -> None:
    for stance, families in stances.items():
        for _ in range(families):
            say(session, about, stance, words=words)


def drafted(session: Session, today: date = FIRST, **plan: object) -> Drafted:
    return packs.drafted(session, PackPlan(**plan), today)  # type: ignore[arg-type]


def issued(session: Session, reason: str = "") -> Pack:
    key, _ = packs.make(session, PackPlan(reason=reason), FIRST)
    packs.note_issue(session, key, "pack.pdf", b"", "00000000")
    return session.get_one(Pack, key)


def test_nothing_is_found_in_a_pack_of_many_families(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        speak(session, priority(session), worse=30, better=20)
        assert drafted(session).findings == ()


def test_where_all_say_the_same_on_a_small_base_a_reason_is_asked_for_and_kept(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        speak(session, priority(session, "Waits"), worse=12)
        (found,) = drafted(session).findings
        assert found.what == "Waits: all 12 say the same."
        assert (found.blocks, found.asks) == (False, True)
        with pytest.raises(UserError, match="all 12 say the same"):
            packs.make(session, PackPlan(), FIRST)
        assert session.query(Pack).count() == 0
        assert issued(session, "All twelve agreed at the meeting").reason is not None


def test_figures_that_are_said_again_are_told(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=30, better=20)
        issued(session)
        speak(session, about, better=2)
        found = drafted(session, LATER).findings
    assert [each.what for each in found if each.what.startswith("Waits")] == [
        "Waits: the figures of an earlier pack are said again (counted on 10 January 2026)."
    ]
    assert not any(each.blocks or each.asks for each in found)


def test_a_pack_of_an_earlier_version_is_said_not_to_be_checked(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        speak(session, priority(session), worse=30, better=20)
        session.execute(update(Pack).values(figures=null()).where(Pack.id == issued(session).id))
        session.expire_all()
        session.flush()
        assert session.query(PackIssue).count() == 1
        (found,) = drafted(session).findings
    assert found.what == "1 pack went out before this program kept their figures."


def test_a_quote_that_may_point_to_a_person_asks(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        speak(session, about, worse=30, better=20)
        key = say(session, about, "worse", words="Ring me on 07700 900123, Ellie-Mae waits")
        found = drafted(session, quotes={about: (key,)}).findings
    assert [each.what for each in found] == ["Waits: 1 quote may point to a person."]


def test_what_blocks_takes_no_reason_and_what_asks_takes_one() -> None:
    blocks, asks = (
        PrivacyFinding("A.", "B.", blocks=each, asks=not each) for each in (True, False)
    )
    with pytest.raises(UserError, match=r"A\."):
        privacy.require([blocks], "because")
    with pytest.raises(UserError, match=r"A\."):
        privacy.require([asks], "  ")
    privacy.require([asks], "because")
    privacy.require([PrivacyFinding("A.", "B.")], "")


def test_what_works_on_many_priorities_gives_away_nobody_whom_they_hide(
    workspace: Workspace,
) -> None:
    """Twelve glad in all, two of them on each of six priorities: the two stay hidden."""
    with workspace.change("Say") as session:
        abouts = [priority(session, f"Waits {n}") for n in range(6)]
        for about in abouts:
            speak(session, about, worse=11, better=2)
        made = drafted(session)
        assert any(each.words.startswith("What works: 12 of the 78") for each in made.messages)
        assert not any(each.blocks for each in made.findings)


def test_a_block_is_found_where_figures_hang_together(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were every priority but one to print who is glad, the last would follow from the total."""
    with workspace.change("Say") as session:
        first, last = priority(session, "Waits"), priority(session, "Transport")
        speak(session, first, worse=20, better=10)
        speak(session, last, worse=20, better=2, mixed=12)
        made = drafted(session)
        assert not any(each.blocks for each in made.findings)
        book = made.content.ledger
        book.told["good news"] = book.divided("good news", 64, {"good": 10, "none": 54})
        known = [
            attacker.Statement({f"now priority {last}.better": 1}, 2, 3),
            *privacy._known(made.content),
        ]
        monkeypatch.setattr(privacy, "_known", lambda _content: known)
        found = [each for each in privacy.check(session, made.content) if each.blocks]
    assert [each.what for each in found] == ["Transport: a few families could be worked out."]


def test_every_pair_of_printed_numbers_differs_by_none_or_by_five(workspace: Workspace) -> None:
    """An intruder with two packs subtracts all that stands in both."""
    with workspace.change("Say") as session:
        about = priority(session, "Waits")
        told = []
        for step in ((20, 12, 6), (1, 0, 2), (4, 1, 0), (9, 9, 0), (0, 1, 0)):
            worse, better, mixed = step
            speak(session, about, worse=worse, better=better, mixed=mixed)
            made = drafted(session, LATER)
            issued(session)
            told.append(made.content.told(made.content.priorities[0]))
    assert inf not in {each.base for each in told if each is not None}
    for one, other in combinations(filter(None, told), 2):
        assert abs(one.base - other.base) not in range(1, 5)
        for parts in one.shown.keys() & other.shown.keys():
            assert abs(one.shown[parts] - other.shown[parts]) not in range(1, 5)
