"""Runs the migrations on the connection that the workspace hands over; it owns the transaction."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from pcf_desktop.records import Base
from pcf_desktop.records.base import Uid, UtcDateTime


def render(kind: str, item: object, autogen_context: AutogenContext) -> str | Literal[False]:
    """Write our own column types by their short names in a new migration."""
    if kind == "type" and isinstance(item, Uid | UtcDateTime):
        name = type(item).__name__
        autogen_context.imports.add(f"from pcf_desktop.records.base import {name}")
        return f"{name}()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render,
    transactional_ddl=False,
)
context.run_migrations()
