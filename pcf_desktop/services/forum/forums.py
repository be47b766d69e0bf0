"""The forum of a file: its name, its area, its house rules."""

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Forum
from pcf_desktop.services.forum import reference


def begin(session: Session, name: str, area: str, sample: str | None = None) -> Forum:
    """Fill a new file with the forum and the reference lists."""
    forum = Forum(
        name=name,
        area=area,
        sample=sample,
        small_number=5,
        breakdown_base=10,
        percent_base=20,
        keep_months=36,
    )
    session.add(forum)
    reference.load(session)
    return forum


def the_forum(session: Session) -> Forum:
    """Return the one forum a file belongs to."""
    return session.scalars(select(Forum)).one()


def secret(session: Session) -> str:
    """Return this forum's own secret, made when it is first wanted; it never leaves the file."""
    forum = the_forum(session)
    if forum.secret is None:
        forum.secret = secrets.token_hex()
        session.flush()
    return forum.secret
