"""Without a screen, a window opens without a word; a real warning is still heard."""

import subprocess
import sys

WINDOW = """
import os
from pcf_desktop import launch
os.environ["QT_QPA_PLATFORM"] = "offscreen"
application = launch.application_of(["pcf-desktop"])
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget
window = QWidget()
window.setMinimumSize(100, 100)
window.show()
window.setMinimumSize(200, 200)
qWarning("Something real.")
"""


def test_a_window_opens_without_a_word_and_a_warning_is_heard() -> None:
    ran = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", WINDOW], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stderr == "Something real.\n"
