"""The evidence index names what things rest on, and nothing that says who spoke."""

from pcf_desktop.services import evidence
from pcf_desktop.services.evidence import NOTED, Sources
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority, survey_comment


def test_each_survey_is_a_source_and_all_that_volunteers_noted_is_one(demo: Workspace) -> None:
    with demo.read() as session:
        found = Sources(session, 5).entries
    assert sorted(found) == [NOTED, "S01"]
    assert found[NOTED].source == "Conversations and messages noted by volunteers"
    assert found["S01"].source.startswith("Survey: How are things")
    assert found["S01"].base.endswith(" families")


def test_a_small_source_does_not_tell_its_base(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        survey_comment(session, "we waited")
        assert Sources(session, 5).entries["S01"].base == "fewer than 5 families"
    assert evidence.base_words(5, 5) == "5 families"


def test_the_sources_behind_a_priority_are_those_of_its_links(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        survey_comment(session, "we waited")
        about, other = priority(session), priority(session, "Waits")
        say(session, about, "worse")
        sources = Sources(session, 5)
        assert sources.behind(about) == (NOTED,)
        assert sources.behind(other) == ()


def test_a_quote_is_evidence_by_its_own_number(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        comment, _ = survey_comment(session, "we waited")
        noted = say(session, priority(session), "worse", family="F-0001")
        first, second = evidence.of_quotes(session, {noted: 12, comment: 3})
    assert (first.number, first.source, first.base) == (
        "E003", "Answer to “What must change?”", "S01",
    )  # fmt: skip
    assert (second.number, second.source, second.base) == (
        "E012", "Noted by a volunteer, November 2025", NOTED,
    )  # fmt: skip
    assert "F-0001" not in f"{first}{second}"
