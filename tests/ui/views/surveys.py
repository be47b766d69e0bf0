"""The views of surveys for the registry: the list, one survey, and each step of an import."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.sheet import Choices, Rejected
from pcf_desktop.progress import silent
from pcf_desktop.services.counting.by_family import FamiliesBy
from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys.about_family import Told
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.services.surveys.results import FreeQuestion, Result
from pcf_desktop.services.surveys.surveys import BatchLine, SurveyLine
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.surveys.export_file import ExportFile, open_export
from pcf_desktop.ui.surveys.results import ShownResults
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys

_MATCHES = [
    WordMatch("need", tr("on the spectrum"), 9, None, "asd", tr("Found among the words.")),
    WordMatch("need", tr("Deaf"), 21, "hi", None, tr("The same words.")),
]
_AT = datetime(2021, 11, 30, 21, tzinfo=UTC)
_REPORT = Report(1, None, 160, 154, 0, 0, 3, 3, 231, ())


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each page by its name; the list stands empty until a survey comes in."""
    return {
        "surveys": Surveys,
        "survey answers": _answers,
        "import: choose file": lambda desk: _step(desk, ImportStep.FILE),
        "import: match columns": lambda desk: _step(desk, ImportStep.COLUMNS),
        "import: fix problems": lambda desk: _step(desk, ImportStep.PROBLEMS),
        "import: check": _check,
        "import: done": _done,
    }


def _answers(desk: Desk) -> QWidget:
    screen = Surveys(desk)
    batch = BatchLine(1, "answers.xlsx", _AT, 154, 0)
    line = SurveyLine(1, samples.SURVEY_TITLE, "microsoft_forms", 154, 231, (batch,), _AT, _AT)
    changed = {tr("Got better"): 22, tr("Stayed the same"): 66, tr("Got worse"): 64}
    parts = {tr("School"): 40, tr("Friends"): 31, tr("A club that has room for us"): 9}
    screen.show_results(
        ShownResults(
            line,
            [
                Result(1, tr("Has support got better or worse?"), None, "single", 152, changed),
                Result(2, tr("What helps? Tick all."), None, "multiple", 61, parts),
            ],
            [FreeQuestion(3, tr("What most needs to change?"), None, 140)],
            {1: 3},
            [Choice(3, "2", tr("Waits for autism and ADHD assessment"))],
            {
                2: Told(
                    2, "need", _MATCHES, Choosing("need", {"asd": tr("Autism"), "hi": tr("Deaf")})
                )
            },
            {"need": FamiliesBy({tr("Autism"): 40, tr("Deaf"): 21}, 61, 160)},
        )
    )
    return screen


def _step(desk: Desk, step: ImportStep) -> Surveys:
    screen = Surveys(desk)
    screen.begin_import()
    screen.wizard.take(_export())
    screen.wizard.show_step(step)
    return screen


def _check(desk: Desk) -> QWidget:
    screen = _step(desk, ImportStep.CHECK)
    screen.wizard.check.offer([samples.SURVEY_TITLE], samples.SURVEY_TITLE, "")
    screen.wizard.take_report(_REPORT)
    return screen


def _done(desk: Desk) -> QWidget:
    screen = _step(desk, ImportStep.CHECK)
    screen.wizard.finish(replace(_REPORT, batch_id=1), samples.SURVEY_TITLE)
    return screen


def _export() -> ExportFile:
    """Return the made-up survey's export, with something to mend."""
    export = open_export(samples.survey_file(), Choices(), silent)
    reason = tr("This row has 16 values under 14 headings, so they cannot be matched.")
    sheet = replace(
        export.sheet,
        date_order="dmy",
        ambiguous=True,
        rejected=tuple(Rejected(n, reason) for n in (7, 19, 20)),
        warnings=(
            tr(
                "Nothing in this file says whether 3/4 is 3 April or 4 March. "
                "Dates are read day first: please check one that you know."
            ),
            tr("Column F is hidden and not read."),
        ),
    )
    return replace(export, sheet=sheet)
