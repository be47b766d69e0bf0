"""What each command that only reads a file does; no forum is needed for them."""

import sys
from argparse import Namespace
from pathlib import Path

from pcf_desktop.answer import CommandAnswer
from pcf_desktop.importers import survey_data, surveys
from pcf_desktop.importers.letters.letter import describe as describe_letter
from pcf_desktop.importers.letters.reading import read_letter
from pcf_desktop.importers.plans.description import describe as describe_plan
from pcf_desktop.importers.plans.reading import read_plan
from pcf_desktop.importers.statistics.description import describe as describe_statistics
from pcf_desktop.importers.statistics.reading import read_statistics
from pcf_desktop.services.counting import wording


def letter(wanted: Namespace) -> CommandAnswer:
    """Read an inspection letter, a report or a text about one."""
    source = sys.stdin.buffer.read() if wanted.file == "-" else Path(wanted.file)
    found = read_letter(source)
    words = [f"{found.document}: {found.area or 'area not found'}, {found.framework or ''}"]
    words += [f"{place}. {each.words}" for place, each in enumerate(found.priorities, start=1)]
    return CommandAnswer(describe_letter(found), (*words, *found.warnings))


def survey(wanted: Namespace) -> CommandAnswer:
    """Say what a survey export holds, or with `--answers` what each response says."""
    sheet = surveys.read(wanted.file)
    asked = (f"{question.kind:9} {question.label}" for question in sheet.questions)
    words = (f"{sheet.tool}: {sheet.rows} answers", *asked, *sheet.warnings)
    rows = survey_data.answers(sheet) if wanted.answers else None
    return CommandAnswer(survey_data.describe(sheet), words, rows)


def plan(wanted: Namespace) -> CommandAnswer:
    """Read the action tables of a plan."""
    found = read_plan(wanted.file)
    actions = wording.count(len(found.actions), "action")
    tables = wording.count(len(found.tables), "table")
    lines = (" ".join(filter(None, (action.ref, action.words))) for action in found.actions)
    return CommandAnswer(describe_plan(found), (f"{actions} in {tables}", *lines, *found.warnings))


def statistics(wanted: Namespace) -> CommandAnswer:
    """Read the published counts of an area in a year."""
    found = read_statistics(wanted.file, wanted.area, wanted.year or None)
    rows = wording.count(len(found.rows), "row")
    words = (f"{found.area}, {found.year}: {rows}", *found.warnings)
    return CommandAnswer(describe_statistics(found), words)
