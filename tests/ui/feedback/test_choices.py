"""What the form offers is what the forum has."""

from datetime import UTC, datetime

from pcf_desktop.records import Term
from pcf_desktop.services.forum import reference
from pcf_desktop.ui.feedback import choices
from pcf_desktop.workspace import Workspace

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def test_everything_comes_in_one_reading(sample: Workspace) -> None:
    with sample.read() as session:
        found = choices.read(session, LONG_AGO)
    assert set(found.words) == set(choices.LISTS)
    assert found.events
    assert found.districts
    assert found.codes[0] == "F-0001"
    assert found.next_code not in found.codes
    assert found.logged_today == 25


def test_a_word_no_longer_offered_is_left_out(sample: Workspace) -> None:
    with sample.change("retire") as session:
        key = reference.term_id(session, "channel", "email")
        session.get_one(Term, key).active = False
    with sample.read() as session:
        found = choices.read(session, LONG_AGO)
    assert key not in {word.id for word in found.words["channel"]}
    with sample.read() as session:
        held = choices.read(session, LONG_AGO, {key})
    assert key in {word.id for word in held.words["channel"]}
