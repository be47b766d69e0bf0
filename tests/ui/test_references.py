"""PySide6 keeps count of references; a version that lost them would crash after some hours."""

import sys

from PySide6.QtWidgets import QApplication, QLabel


def test_calls_that_return_nothing_lose_no_reference(qapp: QApplication) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        label.setEnabled(True)
        label.update()
    assert sys.getrefcount(None) > before - 1000
