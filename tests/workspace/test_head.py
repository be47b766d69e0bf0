"""The head tells how far a file has come."""

from datetime import UTC, datetime

import pytest

from pcf_desktop.workspace import head
from pcf_desktop.workspace.head import Head
from tests.workspace.small_forum import SmallForum, save

HEAD = Head(3, "abc", datetime(2026, 3, 1, 12, tzinfo=UTC), {"comment": 60})


def test_it_counts_rows_and_names_the_last_save(forum: SmallForum) -> None:
    forum.add("one", "two")
    with forum.open() as opened, opened.readers.connect() as reader:
        found = head.read(reader)
        assert found.save == 2
        assert found.seal == head.seal_at(reader, 2)
        assert found.at == datetime(2026, 3, 1, 12, tzinfo=UTC)
        assert found.counts == {"audit_entry": 2, "comment": 62}
        assert head.read(reader, ("comment",)).counts == {"comment": 62}
        assert head.read(reader, ("nothing",)).counts == {}
        assert head.seal_at(reader, 3) is None


def test_an_empty_file_is_at_its_beginning(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.begin() as writer:
        writer.exec_driver_sql("DELETE FROM audit_entry")
        assert head.read(writer) == Head(0, "", None, {"audit_entry": 0, "comment": 60})
        writer.exec_driver_sql("DROP TABLE audit_entry")
        assert head.read(writer) == Head(0, "", None, {"comment": 60})


def test_it_sees_its_own_transaction_alone(forum: SmallForum) -> None:
    with forum.open() as opened, opened.readers.connect() as reader:
        before = head.read(reader)
        with opened.writer.begin() as writer:
            save(writer, "meanwhile")
        assert head.read(reader) == before


@pytest.mark.parametrize("found", [HEAD, Head(0, "", None, {})])
def test_it_reads_back_from_json(found: Head) -> None:
    assert Head.from_json(found.to_json()) == found
