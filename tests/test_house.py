"""The rules of the house, read from the files themselves."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import radon.complexity

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "pcf_desktop"
LONGEST = 400
"""Lines; a file that long wants to be two rooms."""

TESTED_ELSEWHERE = {
    "db/versions": "a migration is tested by tests/db/test_versions.py, whatever its name",
    "pcf_desktop/records": "a record is only columns; tests/records/test_records.py walks over all",
}
EASY = 10
"""Ways through a function, the most of radon's grade B."""

CODED_RECORDS = {"base", "rows", "stamp", "when"}
"""The files of the records' floor that hold more than columns."""

UNSEEN = (
    "py" + "pi.org",
    "python" + "hosted",
    "/" + "work/main",
    "/" + "work/shared",
    "/" + "root/",
)
"""Registries, and places on the machines that the program was written on."""


def sources() -> Iterator[Path]:
    """Every source file of the program, packages' one-line `__init__` left out."""
    for folder in (PROGRAM, ROOT / "db"):
        yield from (path for path in sorted(folder.rglob("*.py")) if path.stem != "__init__")


def kept() -> list[Path]:
    """Every file of the project, without what tools leave behind."""
    folders = ("pcf_desktop", "resources", "db", "tests", ".github", ".ci")
    inside = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    beside = ROOT.iterdir()
    return [
        path
        for path in (*inside, *beside)
        if path.is_file() and "__pycache__" not in path.parts and ".coverage" not in path.name
    ]


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the name and the line of each thing that is called in a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield name, node.lineno


def test_the_floors_hold() -> None:
    code = "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True))"
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-3000:]


def test_only_the_window_speaks_in_a_language() -> None:
    below = [path for path in sources() if not path.is_relative_to(PROGRAM / "ui")]
    below.remove(PROGRAM / "app.py")
    assert [
        f"{path.name}:{line}" for path in below for name, line in calls(path) if name == "tr"
    ] == []


def test_nothing_waits_inside_the_window_or_prints() -> None:
    banned = {"print", "processEvents"}
    found = [(path.name, *call) for path in sources() for call in calls(path) if call[0] in banned]
    assert found == []


def mirror(source: Path) -> Path:
    """Return where the test of a source file stands."""
    inside = source.relative_to(PROGRAM if source.is_relative_to(PROGRAM) else ROOT)
    return ROOT / "tests" / inside.parent / f"test_{inside.stem.strip('_')}.py"


def has_its_test(source: Path) -> bool:
    folder = source.parent.relative_to(ROOT).as_posix()
    covered = folder in TESTED_ELSEWHERE and source.stem not in CODED_RECORDS
    return covered or mirror(source).is_file()


def test_every_source_file_has_its_test() -> None:
    without = [
        str(mirror(source).relative_to(ROOT)) for source in sources() if not has_its_test(source)
    ]
    assert without == []


def test_a_file_is_one_room() -> None:
    long = {str(path.relative_to(ROOT)): lines(path) for path in sources() if lines(path) > LONGEST}
    assert {name for name in long if "versions" not in name} == set()


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_no_plain_copy_of_a_forum_can_be_written() -> None:
    words = re.compile("sqlcipher_" + r"export|\bKEY\s*''" + r"|\bKEY\s*=?\s*\"\"", re.IGNORECASE)
    found = [str(path) for path in sources() if words.search(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize("unseen", UNSEEN)
def test_no_file_names_a_machine_or_a_registry(unseen: str) -> None:
    files = kept()
    assert ROOT / "README.md" in files
    assert [str(path) for path in files if unseen.encode() in path.read_bytes()] == []


def test_every_file_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in PROGRAM.rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_what_the_readme_shows_and_links_to_is_in_a_clone() -> None:
    """A picture that git ignores stands only on the computer of whoever drew it."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = [each for each in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in each]
    assert any(each.endswith(".png") for each in shown)
    assert [each for each in shown if ROOT / each not in kept()] == []


def test_no_month_or_weekday_is_said_in_the_systems_language() -> None:
    """`%B` says *mai* on a French computer; `pcf_desktop.days` says *May* on every one."""
    named = re.compile(r"%-?[aAbBcxXp]\b")
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        for written, line in time_formats(path)
        if named.search(written)
    ]
    assert found == []
    assert all(map(named.search, ("%d %B %Y", "%a", "%-b")))
    assert not named.search("%H:%M")


def time_formats(path: Path) -> Iterator[tuple[str, int]]:
    """Yield what stands behind the colon of an f-string, or in a call of `strftime`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            yield ast.unparse(node.format_spec), node.lineno
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "strftime":
            yield ast.unparse(node), node.lineno


def test_no_function_takes_more_than_one_reading() -> None:
    """By radon: none of grade C, so ten ways through at most; a reader of files may have more."""
    blocks = [
        (path, block)
        for path in sources()
        if not path.is_relative_to(PROGRAM / "importers")
        for block in radon.complexity.cc_visit(path.read_text("utf-8"))
    ]
    assert len(blocks) > 1_000
    hard = [f"{path.name}: {block.name}" for path, block in blocks if block.complexity > EASY]
    assert hard == []


def test_a_name_of_a_class_stands_in_one_file() -> None:
    """Where two are called `Line`, a reader has to look up which is meant."""
    files: dict[str, set[str]] = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                files.setdefault(node.name, set()).add(path.relative_to(PROGRAM).as_posix())
    assert {name: sorted(found) for name, found in files.items() if len(found) > 1} == {}
