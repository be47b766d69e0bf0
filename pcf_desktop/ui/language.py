"""The one door through which every word of the window goes, so that it can be translated."""

from PySide6.QtCore import QCoreApplication

CONTEXT = "pcf_desktop"


def tr(words: str) -> str:
    """Return the words in the person's language; pass a literal, so that they can be gathered."""
    return QCoreApplication.translate(CONTEXT, words)
