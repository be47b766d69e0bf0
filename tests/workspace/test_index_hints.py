"""A query may say which index to use; SQLite is told, and nothing else changes."""

from sqlalchemy import select

from pcf_desktop.records import Feedback
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.workspace import Workspace

VOICE = "INDEXED BY ix_feedback_voice"


def test_the_hint_stands_behind_the_table(workspace: Workspace) -> None:
    query = select(Feedback.id).with_hint(Feedback, VOICE, "sqlite")
    with workspace.read() as session:
        assert f"FROM feedback {VOICE}" in str(query.compile(session.get_bind()))
        assert session.scalars(query.where(LISTED)).all() == []


def test_another_database_does_not_see_it() -> None:
    query = select(Feedback.id).with_hint(Feedback, VOICE, "sqlite")
    assert VOICE not in str(query)
