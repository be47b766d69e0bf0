"""The wheel is all a person needs: installed elsewhere, it does the main job with what it ships."""

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[1]
SHIPPED = "pcf_desktop/_shipped/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout; alone where its build tool is not installed here."""
    out = tmp_path_factory.mktemp("wheel")
    here = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), *here, str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that has the wheel and its dependencies."""
    place = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(place, with_pip=False)
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "pip", "--python", str(programs / "python"), "install", "--quiet",
         "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)], check=True,
    )  # fmt: skip
    # The dependencies are those of this environment; its own .pth files, and with them the
    # checkout, are not read from there.
    (site,) = place.rglob("site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return programs


def test_everything_that_ships_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as found:
        inside = {name for name in found.namelist() if ".dist-info/" not in name}
    ours = {
        f"{SHIPPED}{path.relative_to(ROOT).as_posix()}"
        for folder in ("resources", "db")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pcf_desktop").rglob("*.py")}
    assert {name for name in inside if name.startswith(SHIPPED)} == ours
    assert inside - ours == code


def run(programs: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of that environment in another folder, with a home of its own."""
    own = {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}
    return subprocess.run(  # noqa: S603 - the program under test
        [str(programs / arguments[0]), *arguments[1:]],
        cwd=folder, env=own, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def test_what_ships_is_found_in_the_wheel_and_not_in_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    code = "from pcf_desktop import paths; print(paths.shipped('db'), paths.shipped('resources'))"
    found = run(installed, tmp_path, "python", "-c", code)
    assert found.returncode == 0, found.stderr
    places = [Path(each) for each in found.stdout.split()]
    assert len(places) == 2
    assert all(place.is_dir() for place in places)
    assert all(place.is_relative_to(installed.parent) for place in places)
    assert not any(place.is_relative_to(ROOT) for place in places)


def test_the_main_job_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    ran = run(installed, tmp_path, "pcf-desktop", "demo", "shown", "--json")
    assert ran.returncode == 0, ran.stderr
    files = [tmp_path / name for name in json.loads(ran.stdout)["files"]]
    by_kind = {path.suffix: path for path in files}
    assert {".pdf", ".docx", ".xlsx", ".png"} <= set(by_kind)
    with pypdfium2.PdfDocument(by_kind[".pdf"]) as pdf:
        assert len(pdf) > 5
    assert len(docx.Document(str(by_kind[".docx"])).paragraphs) > 20
    assert all(path.read_bytes()[:4] == b"\x89PNG" for path in files if path.suffix == ".png")
