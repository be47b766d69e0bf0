"""No folder that was gone through to choose a file is named anywhere afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest

from pcf_desktop import ui
from tests.faults.processes import own

UI = Path(ui.__file__).parent
FOLDER = "Quetzalbrook families"

CHOOSES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pcf_desktop.ui import file_dialog

application = QApplication([])
window, place = QWidget(), Path(sys.argv[1])

def choose(name):
    dialog = next((w for w in application.topLevelWidgets() if w.inherits("QFileDialog")), None)
    if dialog is None or not dialog.isVisible():
        QTimer.singleShot(20, lambda: choose(name))
        return
    dialog.findChild(QLineEdit).setText(str(name))
    dialog.done(QDialog.DialogCode.Accepted) if name.is_dir() else dialog.accept()

def asked(name, ask):
    QTimer.singleShot(0, lambda: choose(name))
    assert ask() == name, name

there, new = place / "answers.csv", place / "left out.csv"
asked(there, lambda: file_dialog.ask_file(window, "-", str(place), "All (*)"))
asked(new, lambda: file_dialog.ask_new_file(window, "-", str(new), "All (*)"))
asked(place, lambda: file_dialog.ask_folder(window, "-", str(place)))
"""


def choose(home: Path) -> dict[str, bytes]:
    """Go through a folder in all three dialogs; return what the computer keeps of it, by name."""
    environment = own(home)
    place = home / "cwd" / FOLDER
    place.mkdir()
    (place / "answers.csv").write_text("ID,What was it like?\n")
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CHOOSES, str(place)],
        env=environment, cwd=home / "cwd", capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    files = [path for name in ("home", "tmp") for path in (home / name).rglob("*")]
    return {path.name: path.read_bytes() for path in files if path.is_file()}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps it in no file")
@pytest.mark.parametrize("before", ["", "[FileDialog]\nhistory=file:///of/others\nviewMode=List\n"])
def test_no_file_of_this_computer_names_the_folder(tmp_path: Path, before: str) -> None:
    settings = tmp_path / "home" / ".config" / "QtProject.conf"
    settings.parent.mkdir(parents=True)
    if before:
        settings.write_text(before)
    kept = choose(tmp_path)
    assert [name for name, content in kept.items() if b"Quetzalbrook" in content] == []
    assert kept.get("QtProject.conf", b"").decode().strip() == before.strip()


def test_every_dialog_for_a_file_goes_through_here() -> None:
    callers = [path.name for path in UI.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")]
    assert callers == ["file_dialog.py"]
