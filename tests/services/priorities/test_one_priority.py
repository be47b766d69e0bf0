"""The page of a priority: its history, its keywords, the comments linked."""

from datetime import date

from pcf_desktop.records import Judgement
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.forum import reference
from pcf_desktop.services.priorities import changes, one_priority
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority


def test_all_that_is_known_of_a_priority_comes_together(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        changes.set_keywords(session, about, ["taxi"])
        for key, on in (("not_sufficient", date(2022, 5, 1)), ("sufficient", date(2023, 5, 1))):
            term = reference.term_id(session, "judgement", key)
            session.add(Judgement(priority_id=about, judgement_id=term, on=on))
        old = say(session, about, "worse", on=date(2024, 1, 1))
        new = say(session, about, "better", on=date(2025, 1, 1))
        links.put(session, new, about, "better", "a year")
        found = one_priority.of(session, about)
        assert found is not None
        rows = one_priority.linked(session, found.links)
    assert [each.key for each in found.judged] == ["sufficient", "not_sufficient"]
    assert found.keywords == ("taxi",)
    assert [rows[key].feedback_id for key in found.links] == [new, old]
    assert rows[found.links[0]].passage == "a year"
    assert found.is_quotable
    assert found.least == 10


def test_without_leave_nothing_is_quotable_and_the_bin_is_not_listed(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = priority(session)
        say(session, about, "worse", quote=False)
        feedback.bin_it(session, [say(session, about, "worse")])
        found = one_priority.of(session, about)
    assert found is not None
    assert not found.is_quotable
    assert len(found.links) == 1


def test_a_priority_that_is_gone_is_none(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert one_priority.of(session, 999) is None
