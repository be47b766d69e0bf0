"""Every list that ships is in a new forum; then the lists are the forum's own."""

import tomllib

import pytest
from sqlalchemy import select

from pcf_desktop.paths import shipped
from pcf_desktop.records import Term, TermList
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Workspace

SHIPPED = {
    data["list"]: data
    for path in shipped("resources", "reference").glob("*.toml")
    if "term" in (data := tomllib.loads(path.read_text("utf-8")))
    and data["list"] not in reference.READ_WHERE_THEY_LIE
}


def test_a_new_forum_has_every_list(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert set(session.scalars(select(TermList.key))) == set(SHIPPED)


@pytest.mark.parametrize("key", SHIPPED)
def test_a_list_has_its_terms_in_order_with_their_other_names(
    workspace: Workspace, key: str
) -> None:
    with workspace.read() as session:
        words = reference.words(session, key)
        ids = [reference.term_id(session, key, word.key) for word in words]
    entries = SHIPPED[key]["term"]
    assert [word.id for word in words] == ids
    assert {word.key: (word.label, word.plain, set(word.aliases)) for word in words} == {
        entry["key"]: (entry["label"], entry.get("plain"), set(entry.get("aliases", [])))
        for entry in entries
    }


def test_a_term_that_is_not_there_is_a_fault_of_ours(workspace: Workspace) -> None:
    with workspace.read() as session, pytest.raises(KeyError, match="need: nothing"):
        reference.term_id(session, "need", "nothing")


def test_a_forum_adds_terms_of_its_own_at_the_end(workspace: Workspace) -> None:
    with workspace.change("Add terms") as session:
        first = reference.add(session, "channel", "  Our group chat ")
        second = reference.add(session, "channel", "Stall at the fair")
    with workspace.read() as session:
        last = reference.words(session, "channel")[-2:]
        assert [(word.id, word.label) for word in last] == [
            (first, "Our group chat"),
            (second, "Stall at the fair"),
        ]
        assert all(word.active for word in last)
        assert len({word.key for word in reference.words(session, "channel")}) == len(
            reference.words(session, "channel")
        )


def test_a_term_no_longer_offered_is_still_known(workspace: Workspace) -> None:
    with workspace.change("Retire") as session:
        key = reference.words(session, "need")[0].id
        session.get_one(Term, key).active = False
    with workspace.read() as session:
        assert not reference.words(session, "need")[0].active
