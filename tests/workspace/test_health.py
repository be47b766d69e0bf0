"""How sound a file is, said in three sentences a volunteer can use."""

import pytest
from sqlalchemy import update

from pcf_desktop.records import AuditEntry, Feedback
from pcf_desktop.workspace import Workspace
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.health import DAMAGED, Health, damage, examine
from tests.workspace.small_forum import SmallForum
from tests.workspace.test_backup import take


def test_a_file_just_made_is_sound(workspace: Workspace) -> None:
    health = workspace.health()
    assert health == Health((), None, 1)
    assert health.is_sound
    assert list(health.sentences()) == []


def test_an_entry_that_was_changed_is_named(workspace: Workspace) -> None:
    for words in ("one", "two"):
        with workspace.change("Log") as session:
            session.add(Feedback(words=words))
    with workspace._writer.begin():
        workspace._writer.execute(update(AuditEntry).where(AuditEntry.id == 2).values(action="-"))
    health = workspace.health()
    assert not health.is_sound
    assert " ".join(health.sentences()) == (
        "The record of what was done does not hold from entry 2 on. The feedback itself was not "
        "changed by this check. Ask who else has used the file."
    )


def test_an_index_out_of_step_is_found_and_said_as_damage(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(words="one"))
    with workspace._writer.begin():
        workspace._writer.exec_driver_sql(
            "INSERT INTO feedback_search (feedback_search) VALUES ('delete-all')"
        )
    health = workspace.health()
    assert health.problems == ("search index feedback_search",)
    assert list(health.sentences()) == [DAMAGED]
    assert list(health.sentences("words of the forum")) == ["words of the forum"]


def test_a_broken_key_is_found(workspace: Workspace) -> None:
    with workspace._writer.begin() as started:
        run = workspace._writer.exec_driver_sql
        run("PRAGMA defer_foreign_keys = ON")
        run(
            "INSERT INTO child (uid, family_id, made_at, made_on, changed_at, changed_on) "
            "VALUES (x'00', 999, '2026-01-01', x'00', '2026-01-01', x'00')"
        )
        assert any("foreign_key_check" in line for line in examine(workspace._writer).problems)
        started.rollback()


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (0, ": the folder backups/"),
        (1, ", and lacks 1 comment added since: the folder"),
        (1_200, ", and lacks 1,200 comments added since: the folder"),
    ],
)
def test_what_a_backup_lacks_is_counted(forum: SmallForum, lost: int, said: str) -> None:
    good = take(forum, Reason.ASKED)
    at = good.taken.astimezone()
    there = Head(2, "", None, {"feedback": lost})
    assert f"{at:%H:%M}, with 0 comments{said}" in damage([good], there)
