"""The evidence index names what things rest on, and nothing that says who spoke."""

from collections.abc import Mapping
from datetime import date

from pcf_desktop.records import Feedback, When
from pcf_desktop.services.counting import counted
from pcf_desktop.services.feedback import links
from pcf_desktop.services.forum import forums
from pcf_desktop.services.packs import evidence, ledger
from pcf_desktop.services.packs.evidence import NOTED, Sources
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import DAY, response, say
from tests.services.sample_feedback import priority, survey_comment


def sources(
    session: Session, *days: date | None, ticked: Mapping[int, str] | None = None
) -> Sources:
    first, last = (*days, None, None)[:2]
    book = ledger.begin(session, forums.the_forum(session), date(2026, 1, 10), first, last)
    return Sources(session, book, counted.families(session, first, last).said, ticked or {})


def test_each_survey_is_a_source_and_all_that_volunteers_noted_is_one(demo: Workspace) -> None:
    with demo.read() as session:
        found = sources(session).entries
    assert sorted(found) == [NOTED, "S01"]
    assert found[NOTED].source == "Noted by volunteers: conversations, messages and meetings"
    assert found["S01"].source.startswith("Survey: How are things")
    assert found["S01"].base.endswith(" families")


def test_a_small_source_does_not_tell_its_base(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        survey_comment(session, "we waited")
        assert sources(session).entries["S01"].base == "fewer than 10 families"


def test_a_survey_of_which_only_tables_are_shown_is_a_source_too(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        noted(session, 12)
        found = sources(session, ticked={7: "Spring"}).entries
    assert [(each.number, each.source, each.base) for each in found.values()][:1] == [(
        "S07", "Survey: Spring", "answers only",
    )]  # fmt: skip


def noted(session: Session, families: int) -> int:
    about = priority(session)
    for _ in range(families):
        say(session, about, "worse")
    return about


def test_a_small_base_beside_the_total_cannot_be_found_by_subtraction(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        noted(session, 19)
        survey_comment(session, "we waited")
        found = sources(session).entries
    assert [each.base for each in found.values()] == [
        "among the 20 families behind all comments"
    ] * 2


def test_small_bases_are_put_together_and_a_large_one_stands_alone(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        noted(session, 30)
        surveys = [survey_comment(session, "we waited") for _ in range(2)]
        for comment, _ in surveys:
            of_survey = session.get_one(Feedback, comment)
            for number in range(3):
                answered = response(session, f"id:{number}")
                session.add(
                    Feedback(
                        words="we waited",
                        response_id=answered,
                        question_id=of_survey.question_id,
                    )
                )
        session.flush()
        found = sources(session).entries
    assert [each.base for each in found.values()] == [
        "8 families, together with S02", "8 families, together with S01", "30 families",
    ]  # fmt: skip


def test_only_what_the_pack_counts_is_behind_it(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        about = noted(session, 16)
        comment, _ = survey_comment(session, "we waited")
        links.link(session, comment, about, "worse")
        session.get_one(Feedback, comment).said = When.day(date(2020, 1, 1))
        session.flush()
        found = sources(session, DAY, DAY)
        assert (sorted(found.entries), found.behind(about)) == ([NOTED], (NOTED,))
        assert sources(session).behind(about) == ("S01", NOTED)


def test_the_sources_behind_a_priority_are_those_of_its_links(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        survey_comment(session, "we waited")
        about, other = priority(session), priority(session, "Waits")
        say(session, about, "worse")
        found = sources(session)
        assert found.behind(about) == (NOTED,)
        assert found.behind(other) == ()


def test_a_quote_is_evidence_by_its_own_number(workspace: Workspace) -> None:
    with workspace.change("Say") as session:
        comment, _ = survey_comment(session, "we waited")
        noted = say(session, priority(session), "worse", family="F-0001")
        first, second = evidence.of_quotes(session, {(noted, "-"): 12, (comment, "-"): 3})
    assert (first.number, first.source, first.base) == (
        "E003", "Answer to “What must change?”", "S01",
    )  # fmt: skip
    assert (second.number, second.source, second.base) == (
        "E012", "Noted by a volunteer, November 2025", NOTED,
    )  # fmt: skip
    assert "F-0001" not in f"{first}{second}"
