"""Every word goes through one door."""

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from pcf_desktop.ui.language import CONTEXT, tr


class Welsh(QTranslator):
    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return "Cartref" if (context, source) == (CONTEXT, "Home") else ""


def test_words_come_in_the_language_of_the_person(qapp: QApplication) -> None:
    assert tr("Home") == "Home"
    translator = Welsh()
    QCoreApplication.installTranslator(translator)
    try:
        assert tr("Home") == "Cartref"
    finally:
        QCoreApplication.removeTranslator(translator)
