"""What a pack tells is told once, and beside the packs that went out before."""

from datetime import date

from pcf_desktop.records import Forum, Pack, PackIssue
from pcf_desktop.services.disclosure.printed import Printed, Rules
from pcf_desktop.services.packs import ledger
from pcf_desktop.services.packs.ledger import Ledger
from pcf_desktop.workspace import Session, Workspace

TODAY, BEFORE = date(2026, 4, 10), date(2026, 1, 10)


def kept(session: Session, base: int, *, issued: bool) -> None:
    pack = Pack(
        kind="inspector",
        title="T",
        figures={"told": [Printed("k", base, on=BEFORE).frozen()]},
    )
    session.add(pack)
    session.flush()
    if issued:
        session.add(
            PackIssue(
                pack_id=pack.id,
                file_number=1,
                at=pack.made_at,
                file_name="p",
                sha256="0" * 64,
                head_code="0",
            )
        )


def test_a_figure_is_told_the_same_wherever_it_is_asked_for() -> None:
    book = Ledger(Rules(), TODAY)
    first = book.divided("k", 40, {"a": 30, "b": 10})
    assert book.divided("k", 99, {"a": 99}) is first
    assert [each["key"] for each in book.frozen()] == ["k"]
    assert book.total("few", 3) is None
    assert len(book.frozen()) == 1


def test_only_issued_packs_bind_and_the_latest_is_what_was_before(workspace: Workspace) -> None:
    with workspace.change("Keep") as session:
        for base, issued in ((20, True), (30, True), (40, False)):
            kept(session, base, issued=issued)
        forum = session.query(Forum).one()
        book = ledger.begin(session, forum, TODAY, None, None)
    assert [each.base for each in book.earlier] == [20, 30]
    before = book.before("k")
    assert before is not None
    assert before.base == 30
    assert book.before("other") is None
    assert book.is_older(before)
    again = book.total("k", 32)
    assert again is before


def test_the_rules_are_the_forums_own(workspace: Workspace) -> None:
    with workspace.change("Choose") as session:
        forum = session.query(Forum).one()
        assert ledger.rules_of(forum) == Rules()
        forum.small_number, forum.breakdown_base, forum.percent_base = 10, 20, 30
        assert ledger.rules_of(forum) == Rules(10, 20, 30)
