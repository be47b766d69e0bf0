"""Stopping is an exception that no handler of errors takes for a fault it can mend."""

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Cancelled, Progress, silent


def test_who_says_nothing_lets_the_work_run() -> None:
    progress: Progress = silent
    for done in range(3):
        progress(done, 3)


def test_stopping_is_no_error_of_the_person() -> None:
    assert not issubclass(Cancelled, UserError)
