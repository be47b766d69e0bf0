"""Each opening looks at the rows that come next, and all are looked at in turn."""

from uuid import UUID

import pytest

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import looked
from pcf_desktop.workspace.opening import OpenForum

FORUM = UUID(int=3)


def look(opened: OpenForum) -> list[str]:
    with opened.workspace.read() as session:
        return looked.older_in_turn(session.connection(), FORUM)


@pytest.mark.parametrize("old", ["feedback", "audit_entry"])
def test_an_old_row_is_found_when_its_turn_comes(
    opened: OpenForum, monkeypatch: pytest.MonkeyPatch, old: str
) -> None:
    with opened.workspace.change("Log feedback") as session:
        session.add_all(Feedback(words=f"comment {each}") for each in range(2_000))
    monkeypatch.setattr(looked, "ROWS", 300)
    assert [look(opened) for _ in range(40)] == [[]] * 40
    with opened.workspace._writer.begin():
        opened.workspace._writer.exec_driver_sql(
            {
                "feedback": "UPDATE feedback SET changed_at = '2026-01-01' WHERE id = 1900",
                "audit_entry": "UPDATE audit_entry SET action = 'older' WHERE id = 1",
            }[old]
        )
    found = [bool(look(opened)) for _ in range(40)]
    assert any(found)
    assert not all(found)


def test_of_a_small_forum_all_rows_are_looked_at_each_time(opened: OpenForum) -> None:
    with opened.workspace.change("Log feedback") as session:
        session.add(Feedback(words="a comment"))
    with opened.workspace._writer.begin():
        opened.workspace._writer.exec_driver_sql("UPDATE feedback SET changed_at = '2026-01-01'")
    assert all(look(opened) for _ in range(5))


def test_a_place_that_cannot_be_noted_is_no_failure(opened: OpenForum, own_state) -> None:
    (own_state / "looked-through").write_text("a file in the folder's place")
    assert look(opened) == []
