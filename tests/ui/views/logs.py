"""The views of a log that is brought in, for the registry: each of its steps."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.logs.log_sheet import LogMatching
from pcf_desktop.progress import silent
from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.services.logs.importing import LogReport
from pcf_desktop.services.logs.planning import RowDoubt
from pcf_desktop.services.logs.words import LogWords
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.surveys.log_file import LogFile, open_log
from pcf_desktop.ui.surveys.log_wizard import LogStep
from pcf_desktop.ui.surveys.surveys import Surveys
from tests.made_up_log import rows, write

_OPEN = WordMatch("need", tr("sorting out autism"), 3, None, "asd", tr("Found among the words."))
_MATCHES = [
    _OPEN,
    WordMatch("need", tr("lots of things"), 2, None, None, tr("Nothing in the list is like it.")),
    WordMatch("need", "ADHD", 40, "semh", None, tr("The same words.")),
]
_LABELS = {"asd": tr("Autistic spectrum disorder"), "semh": tr("Social, emotional, mental health")}
_REPORT = LogReport(
    None, 200, 180, 12, 3, 4, 1, 2, 67, 60,
    {"quote": 80, "use": 40, "not_asked": 60},
    (
        RowDoubt(7, tr("Its date was not understood. The words of the date are kept.")),
        RowDoubt(19, tr("Nothing was said in it, so it is left out.")),
    ),
    (_OPEN,),
)  # fmt: skip


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each step by its name."""
    return {
        "import a log: match columns": lambda desk: _step(desk, LogStep.COLUMNS),
        "import a log: match words": lambda desk: _step(desk, LogStep.WORDS),
        "import a log: check": lambda desk: _step(desk, LogStep.CHECK),
        "import a log: done": _done,
    }


def _step(desk: Desk, step: LogStep) -> Surveys:
    screen = Surveys(desk)
    wizard = screen.log_wizard
    screen.show_page(wizard)
    wizard.take(_log())
    found = LogWords({"need": _MATCHES}, {"need": Choosing("need", _LABELS)})
    wizard.take_report(found, _REPORT)
    wizard.show_step(step)
    return screen


def _done(desk: Desk) -> Surveys:
    screen = _step(desk, LogStep.CHECK)
    screen.log_wizard.finish(_REPORT)
    return screen


@cache
def _log() -> LogFile:
    path = write(Path(mkdtemp()) / "our log.csv", rows())
    log = open_log(path, LogMatching(), silent)
    path.unlink()
    path.parent.rmdir()
    return log
