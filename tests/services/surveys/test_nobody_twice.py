"""Whatever becomes of an export between two imports, no family is counted twice or lost."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import Response, Survey
from pcf_desktop.services.surveys import importing, said_before
from pcf_desktop.services.surveys.importing import Report, Source
from pcf_desktop.services.surveys.row_sorting import Doubt
from pcf_desktop.workspace import Workspace
from tests.services.surveys.exports_again import AGAIN, TOOLS, Table, Tool, families

FAMILIES = 26


def fitting(workspace: Workspace, path: Path, title: str) -> Sheet:
    """Read an export as its survey has it already."""
    sheet = read(path)
    with workspace.read() as session:
        before = said_before.said_before(session, sheet, title)
    choices = said_before.as_before(sheet.choices, before)
    return sheet if choices == sheet.choices else read(path, choices)


def bring(workspace: Workspace, path: Path, title: str) -> Report:
    sheet = fitting(workspace, path, title)
    with workspace.read() as session:
        foretold = importing.count(session, sheet, title)
    with workspace.change("import a survey") as session:
        source = Source(path.name, "0" * 64)
        done = importing.import_survey(session, sheet, title, source, silent, Doubt.SAME)
    assert (foretold.imported, foretold.already_here, foretold.changes, foretold.comments) == (
        done.imported, done.already_here, done.changes, done.comments,
    )  # fmt: skip
    return done


def held(workspace: Workspace, title: str) -> int:
    with workspace.read() as session:
        return (
            session.scalar(
                select(func.count(Response.id))
                .join(Survey, Survey.id == Response.survey_id)
                .where(Survey.title == title)
            )
            or 0
        )


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_nobody_is_counted_twice_and_nobody_is_lost(
    workspace: Workspace, tmp_path: Path, tool: Tool
) -> None:
    first = Table(tool, families(FAMILIES, seed=7))
    path = first.write(tmp_path / "first.csv")
    wrong = {}
    for name, change in AGAIN.items():
        then = change(first)
        assert bring(workspace, path, name).imported == FAMILIES
        report = bring(workspace, then.write(tmp_path / "again.csv"), name)
        expected = len(then.families) - FAMILIES
        if held(workspace, name) != FAMILIES + expected or len(report.unsure) > 2:
            wrong[name] = (report.imported, expected, report.already_here, report.unsure)
    assert wrong == {}
