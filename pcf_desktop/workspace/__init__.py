"""The open forum file: one encrypted SQLite file, many readers, one writer."""

from sqlalchemy.orm import Session

from pcf_desktop.workspace.history import Changes
from pcf_desktop.workspace.workspace import Workspace

__all__ = ["Changes", "Session", "Workspace"]
