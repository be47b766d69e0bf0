"""What is typed and not yet saved: kept in the encrypted file, so that a crash costs seconds.

A draft makes no undo step and no audit entry; the workspace leaves its table out of both.
"""

import json
from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pcf_desktop.records import Draft

LOG = "log"
"""The form in which a comment is logged; `ui/feedback/log.py` begins it."""
LOG_PINS = "log pins"
"""What is kept there for the next comment: not a draft of one, so no screen speaks of it."""


def keep(session: Session, form: str, fields: Mapping[str, str] | None) -> None:
    """Keep what stands in a form's fields, in place of what was kept before; nothing: drop it."""
    if not fields:
        drop(session, form)
        return
    draft = session.scalars(select(Draft).where(Draft.form == form)).one_or_none()
    if draft is None:
        draft = Draft(form=form)
        session.add(draft)
    draft.fields = json.dumps(dict(fields), ensure_ascii=False)


def read(session: Session, form: str) -> dict[str, str]:
    """Return what was kept of a form, nothing when it was saved or never begun."""
    kept = session.scalar(select(Draft.fields).where(Draft.form == form))
    return {str(name): str(value) for name, value in json.loads(kept or "{}").items()}


def drop(session: Session, form: str) -> None:
    """Forget a draft, for it was saved or thrown away."""
    session.execute(delete(Draft).where(Draft.form == form))
