"""The words of a priority that tell it from the others; none that every letter has."""

import pytest

from pcf_desktop.records import Priority
from pcf_desktop.services.priorities import telling_words
from pcf_desktop.workspace import Session, Workspace
from tests.services.sample_feedback import priority


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        ("long waits for CAMHS and for EHCPs", ["wait", "CAMHS", "EHCP"]),
        ("co-production with parents’ groups", ["co-production"]),
        ("the leaders’ lack of joint, effective plans for children with SEND", []),
        ("too many fixed-term exclusions", ["exclusion"]),
        ("waiting lists: families wait", ["list", "wait"]),
        ("speech and language therapy in Shropshire", ["speech", "language", "therapy"]),
        ("12 of 20", []),
    ],
)
def test_what_says_what_a_text_is_about_is_told_from_all_the_rest(
    words: str, telling: list[str]
) -> None:
    assert telling_words.telling(words) == telling


def put(session: Session, title: str, words: str) -> int:
    key = priority(session, title)
    session.get_one(Priority, key).words = words
    session.flush()
    return key


def test_what_many_priorities_share_tells_none_of_them(workspace: Workspace) -> None:
    with workspace.change("Make") as session:
        keys = [put(session, f"Pathway {place}", "autism pathway") for place in "abc"]
        alone = put(session, "Transport", "the autism taxi")
        found = telling_words.by_priority(session)
        assert [found[key] for key in keys] == [[], [], []]
        assert found[alone] == ["transport", "taxi"]


def test_proposed_words_are_telling_few_and_not_those_of_many_others(
    workspace: Workspace,
) -> None:
    with workspace.change("Make") as session:
        for place in "abc":
            put(session, f"Pathway {place}", "autism pathway")
        assert telling_words.proposed(session, "autism waits for CAMHS") == ("wait", "CAMHS")
        many = " ".join(f"alpha{letter}" for letter in "bcdefghijklm")
        assert len(telling_words.proposed(session, many)) == telling_words.MOST_PROPOSED
