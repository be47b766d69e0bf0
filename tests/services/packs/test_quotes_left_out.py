"""A quote somebody chose and that cannot be in the pack is told with its reason, never dropped."""

from collections.abc import Callable
from datetime import date

import pytest

from pcf_desktop.records import Feedback, Quote
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.packs import quotes_left_out
from pcf_desktop.services.priorities import changes
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import DAY, say
from tests.services.sample_feedback import priority

TITLE = "Waits for help"


def bin_it(session: Session, _about: int, key: int) -> None:
    feedback.bin_it(session, [key])


def set_aside(session: Session, _about: int, key: int) -> None:
    session.get_one(Feedback, key).set_aside = True


def note_personal_details(session: Session, _about: int, key: int) -> None:
    session.get_one(Feedback, key).needs_clearing = True


def take_the_link_away(session: Session, about: int, key: int) -> None:
    links.unlink(session, key, about)


def withdraw_leave_to_quote(session: Session, _about: int, key: int) -> None:
    consents.withdraw(session, DAY, [consents.QUOTE], feedback_id=key)


def withdraw_leave_to_keep(session: Session, _about: int, key: int) -> None:
    consents.withdraw(session, DAY, [consents.KEEP], feedback_id=key)


def change_what_was_cleared(session: Session, _about: int, key: int) -> None:
    session.add(Quote(number=12, feedback_id=key, original="a name", cleared="[a name]"))


def remove(session: Session, _about: int, key: int) -> None:
    session.delete(session.get_one(Feedback, key))


CASES: dict[Callable[[Session, int, int], None], str] = {
    bin_it: "it is in the bin",
    set_aside: "it has been set aside",
    note_personal_details: "personal details in it are still to be cleared",
    take_the_link_away: "it is no longer linked to this priority",
    withdraw_leave_to_quote: "the family has not agreed to it, or no longer does",
    withdraw_leave_to_keep: "the family has not agreed to it, or no longer does",
    change_what_was_cleared: "the family changed its words after somebody cleared them",
    remove: "it is no longer in the forum",
}


@pytest.mark.parametrize("spoil", CASES, ids=lambda spoil: spoil.__name__)
def test_each_reason_is_said(workspace: Workspace, spoil: Callable[[Session, int, int], None]):
    with workspace.change("Say") as session:
        about = priority(session, TITLE)
        fine, key = say(session, about, "worse"), say(session, about, "worse")
        assert list(quotes_left_out.sentences(session, about, [fine, key])) == []
        spoil(session, about, key)
        session.flush()
        (said,) = quotes_left_out.sentences(session, about, [fine, key])
    name = "Quote Q012" if spoil is change_what_was_cleared else "Quote 2 of those chosen"
    assert said == f"{name} on {TITLE} is left out because {CASES[spoil]}."


@pytest.mark.parametrize("on", [date(2024, 1, 1), date(2026, 1, 1), None])
def test_what_was_said_outside_the_period_is_told(workspace: Workspace, on: date | None) -> None:
    with workspace.change("Say") as session:
        about = priority(session, TITLE)
        key = say(session, about, "worse", on=on)
        period = (date(2025, 1, 1), date(2025, 12, 31))
        (said,) = quotes_left_out.sentences(session, about, [key], *period)
    assert said.endswith("is left out because it was not said in the period of the pack.")


def test_a_priority_that_was_deleted_is_said_to_be(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session, TITLE)
        key = say(session, about, "worse")
        changes.delete(session, about)
        (said,) = quotes_left_out.sentences(session, about, [key])
    assert said == (
        "Quote 1 of those chosen on a priority that was deleted is left out because it is no "
        "longer linked to this priority."
    )
