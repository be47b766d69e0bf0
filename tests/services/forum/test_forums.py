"""A file has one forum, with the house rules it begins with."""

import pytest
from sqlalchemy.exc import NoResultFound

from pcf_desktop.records import Forum
from pcf_desktop.services.forum import forums
from pcf_desktop.workspace import Workspace


def test_a_forum_begins_with_careful_rules(workspace: Workspace) -> None:
    with workspace.read() as session:
        forum = forums.the_forum(session)
    assert (forum.name, forum.area, forum.sample) == ("Made-up forum", "Shropshire", None)
    assert (forum.small_number, forum.percent_base, forum.keep_months) == (5, 20, 36)


def test_a_file_without_its_forum_is_a_fault_of_ours(workspace: Workspace) -> None:
    with workspace.change("Remove") as session:
        session.delete(session.get_one(Forum, 1))
    with workspace.read() as session, pytest.raises(NoResultFound):
        forums.the_forum(session)
