"""What is wrong is found, in the pages, in the links and in the search index."""

import pytest

from pcf_desktop.workspace import check
from pcf_desktop.workspace.connection import PAGE
from tests.workspace.small_forum import SmallForum, flip


def test_a_sound_forum_has_no_problems_and_is_left_as_it_is(forum: SmallForum) -> None:
    before = forum.folder.database.read_bytes()
    with forum.open() as opened:
        with opened.writer.begin() as writer:
            assert check.problems(writer) == []
        with opened.readers.connect() as reader:
            assert check.quick_problems(reader) == []
    assert forum.folder.database.read_bytes() == before


@pytest.mark.parametrize("page", [1, 2, 8, -1])
def test_a_damaged_page_is_found_and_raises_nothing(forum: SmallForum, page: int) -> None:
    flip(forum.folder.database, page * PAGE + 50)
    with forum.open() as opened, opened.writer.connect() as writer:
        assert "cipher_integrity_check" in check.quick_problems(writer)[0]
        assert "cipher_integrity_check" in check.problems(writer)[0]


def test_a_link_that_leads_nowhere_is_found(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.begin() as writer:
        writer.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        writer.exec_driver_sql("CREATE TABLE link (c INTEGER REFERENCES comment (id))")
        writer.exec_driver_sql("INSERT INTO link VALUES (999)")
        assert "foreign_key_check" in check.problems(writer)[0]
        assert "foreign_key_check" in check.quick_problems(writer)[0]  # as at each opening
        writer.exec_driver_sql("DELETE FROM link")


def test_an_index_out_of_step_is_found_and_mended_by_a_rebuild(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.begin() as writer:
        run = writer.exec_driver_sql
        run("DELETE FROM comment WHERE id = 7")
        assert check.problems(writer) == ["search index comment_search"]
        run("INSERT INTO comment_search (comment_search) VALUES ('rebuild')")
        assert check.problems(writer) == []
