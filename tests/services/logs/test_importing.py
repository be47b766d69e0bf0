"""A log of 200 rows of made-up families comes in once, whole, however often it is brought."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from pcf_desktop.records import Child, Event, Family, Feedback, Term
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import consent_answers, feedback
from pcf_desktop.services.logs import importing
from pcf_desktop.workspace import Session, Workspace
from tests.made_up_log import HEADINGS, rows
from tests.services.every_row import rows as every_row
from tests.services.logs.conftest import LOOKED, Read, bring

QUOTE, WORDS, NEED = HEADINGS.index("May we quote?"), HEADINGS.index("What was said"), 7


def answers(session: Session) -> Counter[str]:
    """Return how often each answer to May we quote it? stands in the forum."""
    keys = session.scalars(select(Feedback.id))
    return Counter(consent_answers.answer_of(consents.standing(session, key)) for key in keys)


def test_200_rows_come_in_once_with_their_families(workspace: Workspace, read: Read) -> None:
    """54 families say their code, 3 an address, and 10 rows say neither."""
    log = read(rows())
    before = every_row(workspace)
    with workspace.read() as session:
        counted = importing.count(session, log, LOOKED)
    first = bring(workspace, log)
    assert counted == replace(first, batch_id=None)
    assert (first.read, first.imported, first.already_here, first.changed) == (200, 200, 0, 0)
    assert (first.open_words, first.doubts) == ((), ())
    with workspace.read() as session:
        assert session.scalar(select(func.count(Family.id))) == first.families == 54 + 3 + 10
        assert answers(session) == {"quote": 80, "use": 40, "not_asked": 80} == first.consent
        needs = select(Term.key, func.count(Child.family_id.distinct())).join(
            Child, Child.need_id == Term.id
        )
        found = dict(session.execute(needs.group_by(Term.key)).all())
        assert set(found) == {"asd", "semh", "slcn", "spld", "hi"}
        titles = set(session.scalars(select(Event.title)))
        assert titles == {"Coffee at the library"}
    kept = every_row(workspace)
    again = bring(workspace, log, {})
    assert (again.imported, again.already_here, again.changed, again.batch_id) == (0, 200, 0, None)
    assert (again.new_families, again.families) == (0, first.families)
    assert every_row(workspace) == kept
    assert workspace.undo()
    assert every_row(workspace) == before


def test_a_log_that_grew_adds_its_new_rows_alone(workspace: Workspace, read: Read) -> None:
    whole = rows(60)
    bring(workspace, read(whole[:40]))
    moved = [*whole[40:], *reversed(whole[:40])]
    grown = bring(workspace, read(moved))
    assert (grown.imported, grown.already_here, grown.changed) == (20, 40, 0)
    with workspace.read() as session:
        assert feedback.count(session) == 60


@pytest.mark.parametrize(
    ("column", "value"),
    [(QUOTE, "No"), (NEED, "Dyslexia"), (WORDS, "Family 2 told us how transport went on visit 1.")],
    ids=["consent", "need", "words"],
)
def test_a_row_that_was_mended_mends_its_comment(
    workspace: Workspace, read: Read, column: int, value: str
) -> None:
    body = rows(12)
    body[1][QUOTE] = "Yes"
    bring(workspace, read(body))
    body[1][column] = value
    mended = bring(workspace, read(body))
    assert (mended.imported, mended.already_here, mended.changed) == (0, 11, 1)
    with workspace.read() as session:
        key = session.scalars(select(Feedback.id).order_by(Feedback.id)).all()[1]
        assert consents.QUOTE not in consents.standing(session, key).allowed or column != QUOTE
        assert column != WORDS or session.get_one(Feedback, key).words == value
        child = session.get_one(Child, session.get_one(Feedback, key).child_id)
        assert column != NEED or session.get_one(Term, child.need_id).key == "spld"
    again = bring(workspace, read(body))
    assert (again.imported, again.already_here, again.changed) == (0, 12, 0)


def test_what_a_volunteer_edited_stays(workspace: Workspace, read: Read) -> None:
    body = rows(3)
    bring(workspace, read(body))
    with workspace.change("edit") as session:
        key = session.scalars(select(Feedback.id)).first()
        assert key is not None
        feedback.change_words(session, key, "Mended here, about the waiting list.")
    body[0][QUOTE] = "No"
    report = bring(workspace, read(body))
    assert (report.imported, report.changed, report.already_here, report.edited) == (0, 0, 3, 1)
    with workspace.read() as session:
        assert session.get_one(Feedback, key).words == "Mended here, about the waiting list."


def test_a_word_comes_in_with_a_look_alone_and_is_remembered(
    workspace: Workspace, read: Read
) -> None:
    body = [[*row] for row in rows(8)]
    for row in body:
        row[NEED] = "sorting out autism"
    unlooked = bring(workspace, read(body))
    assert {(each.words, each.likely) for each in unlooked.open_words} == {
        ("sorting out autism", "asd")
    }
    with workspace.read() as session:
        assert session.scalars(select(Child.id).where(Child.need_id.is_not(None))).all() == []
    looked = bring(workspace, read(body), {("need", "sorting out autism"): "asd"})
    assert (looked.imported, looked.changed, looked.open_words) == (0, 8, ())
    with workspace.read() as session:
        known = importing.count(session, read([[*row] for row in body]), {})
        assert (known.open_words, known.already_here) == ((), 8)


def test_one_family_by_code_or_address(workspace: Workspace, read: Read) -> None:
    body = rows(4)
    for row, code, mail in zip(body, ("A1", "", "a1", "Unknown"), ("", "X@y.org", "x@Y.org", ""),
                               strict=True):  # fmt: skip
        row[4:6] = code, mail
    report = bring(workspace, read(body))
    assert report.families == 2
    with workspace.read() as session:
        found = session.scalars(select(Feedback.family_id).order_by(Feedback.id)).all()
        assert found[0] == found[1] == found[2] != found[3]
    for mark in every_row(workspace)["family_mark"]:
        assert "x@y.org" not in repr(mark).casefold()


def test_rows_are_doubted_in_words_without_their_content(workspace: Workspace, read: Read) -> None:
    body = rows(4)
    body[0][0], body[1][0] = "after half-term sometime", f"01/01/{date.today().year + 2}"  # noqa: DTZ011
    body[2][WORDS], body[3][WORDS] = "", body[0][WORDS]
    report = bring(workspace, read(body))
    assert [(each.number, each.why) for each in report.doubts] == [
        (2, "Its date was not understood. The words of the date are kept."),
        (3, "Its date is still to come."),
        (4, "Nothing was said in it, so it is left out."),
        (5, "The same words stand in row 2."),
    ]
    assert (report.read, report.imported, report.skipped) == (4, 3, 1)
    with workspace.read() as session:
        assert session.scalars(select(Feedback.said_text)).first() == "after half-term sometime"
