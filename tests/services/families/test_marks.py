"""A family is known by a mark that tells nobody what it was made of."""

from pcf_desktop.services.families import marks
from pcf_desktop.services.forum import forums
from pcf_desktop.workspace import Workspace


def test_a_mark_is_keyed_by_the_forum_and_the_same_for_the_same_address(
    workspace: Workspace,
) -> None:
    with workspace.change("secret") as session:
        secret = forums.secret(session)
        assert forums.secret(session) == secret
        mark = marks.digest(secret, marks.EMAIL, "Jo@Example.org ")
        assert mark == marks.digest(secret, marks.EMAIL, "jo@example.org")
        assert mark != marks.digest("ab" * 32, marks.EMAIL, "jo@example.org")
        assert mark != marks.digest(secret, marks.CODE, "jo@example.org")
        code = marks.put(session, [mark], None)
        assert marks.put(session, ["0" * 64], code) == code
    with workspace.read() as session:
        assert marks.known(session) == {mark: code, "0" * 64: code}
