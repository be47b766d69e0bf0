"""What the disk does to us and what we leave on it: full, oddly named, and nothing in clear."""

import csv
import io
import json
import os
import random
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select

from pcf_desktop import paths
from pcf_desktop.errors import UserError
from pcf_desktop.exporters.document import Document, QuotedWords
from pcf_desktop.exporters.formats import FORMATS
from pcf_desktop.records import Feedback
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.envelope import Cost
from tests.commanding import WORDS, Command
from tests.faults.namespaces import own_namespace
from tests.faults.processes import run
from tests.generator import forms_export

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's namespaces")
ROWS = 1_500
SAID = re.compile(
    r"There is not enough space on this disk(: |\. About (?P<needed>\d+) MB is needed, )\d MB is "
    r"free\. Nothing was changed and nothing was lost\. Free some space, then try again\."
)


@LINUX
@pytest.mark.slow
def test_a_disk_that_fills_up_loses_nothing_and_says_so(
    closed_forum: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = own_namespace("--mount")
    disk, export = tmp_path / "disk", tmp_path / "answers.csv"
    disk.mkdir()
    forms_export(export, ROWS, seed=11)
    sizes = [0, 4096, 40_960, *range(500_000, 9_000_000, 700_000), 30_000_000]
    mount = f"mount -t tmpfs -o size=48m tmpfs '{disk}' && exec \"$@\""
    ran = run(
        "tests.faults.full_disk", disk, closed_forum, export, *sizes,
        home=tmp_path, before=(*alone, "sh", "-c", mount, "sh"),
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    tries = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [each["free"] for each in tries] == sizes
    before, after = tries[0], tries[-1]
    full = [each for each in tries if each["code"]]
    assert (before["code"], after["code"]) == (2, 0)
    assert len(full) > 4
    lost = false_saved = 0
    for each in tries:
        assert each["sound"]
        assert not each["odd"]
        saved = each["code"] == 0
        kept = (each["rows"], each["saves"])
        lost += kept[0] < before["rows"] or kept[1] < before["saves"]
        false_saved += saved and kept != (after["rows"], after["saves"])
        assert saved or kept == (before["rows"], before["saves"]), each
        assert saved or SAID.fullmatch(each["said"].splitlines()[-1]), each
    needed = {
        found["needed"] for each in full if (found := SAID.fullmatch(each["said"].splitlines()[-1]))
    }
    assert needed - {None} == {"2", "7"}  # for the copy before the import, and for the import
    assert full[-1]["free"] < 8_000_000 < after["free"]  # 2 for the copy, and 6 for the answers
    with capsys.disabled():
        told = f"sizes tried {len(tries)} · full {len(full)} · lost {lost} · "
        os.write(1, f"\n{told}false Saved {false_saved}\n".encode())
    assert (lost, false_saved) == (0, 0)


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize("kilobytes", [0, 4])
def test_a_disk_without_any_room_is_read_all_the_same(
    closed_forum: Path, tmp_path: Path, kilobytes: int
) -> None:
    alone = own_namespace("--mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    filled = (
        f"mount -t tmpfs -o size=16m tmpfs '{disk}' && cp -r '{closed_forum}' '{disk}/forum' && "
        f"free=$(df --output=avail -k '{disk}' | tail -1) && "
        f"head -c $(( (free - {kilobytes}) * 1024 )) /dev/zero > '{disk}/full' && exec \"$@\""
    )
    ran = run(
        "pcf_desktop", "search", disk / "forum", "the", "--json",
        home=tmp_path, before=(*alone, "sh", "-c", filled, "sh"),
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["count"] > 0
    assert "Read-only: this disk is full" in ran.stderr


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize("kilobytes", [300, 900, 1200, 1450])
def test_a_new_forum_on_a_disk_too_small_is_refused_and_leaves_nothing(
    tmp_path: Path, kilobytes: int
) -> None:
    alone = own_namespace("--mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size={kilobytes}k tmpfs '{disk}'; \"$@\"; code=$?; ls -A '{disk}'"
    ran = run(
        "pcf_desktop", "new", disk / "forum", "--name", "Made-up forum", "--area", "Kent",
        home=tmp_path, before=(*alone, "sh", "-c", f"{mount}; exit $code", "sh"),
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (2, "")
    assert SAID.fullmatch(ran.stderr.strip())


@LINUX
@pytest.mark.slow
def test_a_disk_that_cannot_be_written_is_read_and_left_as_it_is(
    closed_forum: Path, tmp_path: Path
) -> None:
    alone = own_namespace("--mount")
    forum, export = tmp_path / "forum", tmp_path / "answers.csv"
    shutil.copytree(closed_forum, forum)
    forms_export(export, 20, seed=3)
    before = {path: path.read_bytes() for path in forum.rglob("*") if path.is_file()}
    mount = f"mount -o bind '{forum}' '{forum}' && mount -o remount,bind,ro '{forum}'"
    ran = run(
        "tests.faults.read_only", forum, export, tmp_path / "out",
        home=tmp_path, before=(*alone, "sh", "-c", f'{mount} && exec "$@"', "sh"),
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [code for code, _ in told] == [0, 0, 2, 2]
    assert all("Read-only: changes can\u2019t be saved here." in said for _, said in told)
    assert "found." in told[0][1]
    assert "No damage found." in told[1][1]
    assert all("Changes cannot be saved in" in said for _, said in told[2:])
    assert not (tmp_path / "out").exists()
    assert {path: path.read_bytes() for path in forum.rglob("*") if path.is_file()} == before


ODD = [
    "O'Brien",
    'a "quoted" name',
    "families 👩\u200d👧",
    "e\u0301 decomposed",
    "ends with a space ",
    " begins with one",
    "#1",
    "50%",
    "%41%20",
    "what?",
    "mode=memory&cache=shared",
    "a;b&c|d$e`f",
    "line\nbreak",
    "-rf",
    ".hidden",
    "half \udcff character",
    "x" * 250,
    "é" * 127,
    "/".join(["deep" * 10] * 9),
    "/".join(["deeper" * 10] * 20),
]


def make(place: Path) -> UserError | None:
    """Make a forum with one piece of feedback; return why it was refused, if it was."""
    try:
        opening.make(place, WORDS, lambda session: session.add(Feedback(words="-")), Cost(16))
    except UserError as refused:
        return refused
    return None


@pytest.mark.parametrize("name", ODD, ids=lambda name: ascii(name)[:20])
def test_an_odd_place_works_or_is_refused_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    place = tmp_path / "places" / name
    (tmp_path / "places").mkdir()
    refused = make(place)
    if refused is not None:
        assert refused.todo
        assert list((tmp_path / "places").rglob("*")) == []
        return
    for expected in (1, 2):
        forum = opening.open_forum(place, opening.with_passphrase(WORDS))
        with forum.workspace.change("Log feedback") as session:
            assert session.scalar(select(func.count()).select_from(Feedback)) == expected
            session.add(Feedback(words="more"))
        forum.close()
    assert {path.name for path in place.iterdir()} >= {"forum.db", "forum.key", "backups"}
    outside = [p for p in (tmp_path / "places").rglob("forum.db*") if p.parent != place]
    assert outside == []


def test_a_pack_can_be_made_in_an_odd_place(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "O'Brien #1 50%? 👩\u200d👧 " / "a;b"
    made = command("pack", forum_folder, "--out", place, "--json")
    assert made.code == 0, made.err
    assert sorted(path.suffix for path in place.iterdir()) == [".docx", ".pdf", ".xlsx"]


def modes(folder: Path) -> Iterator[tuple[str, int]]:
    for path in [folder, *folder.rglob("*")]:
        yield ("folder" if path.is_dir() else "file"), stat.S_IMODE(path.stat().st_mode)


def test_every_file_is_its_owners_alone(command: Command, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        place = tmp_path / "forum"
        assert make(place) is None
        command("check", place)
        forum = opening.open_forum(place, opening.with_passphrase(WORDS))
        forum.workspace.back_up(Reason.IMPORT)
        found = {*modes(place), *modes(paths.state()), *modes(paths.logs())}
        forum.close()
    finally:
        os.umask(before)
    assert found == {("folder", 0o700), ("file", 0o600)}


CANARIES = 20


@LINUX
@pytest.mark.slow
def test_no_word_of_a_family_is_anywhere_in_clear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = random.Random(20_260_302)
    words = ["".join(draw.choices("bcdfghjklmnprstvwz", k=14)) for _ in range(CANARIES)]
    export = tmp_path.parent / f"{tmp_path.name} answers.csv"
    forms_export(export, 60, seed=3)
    with export.open("a", encoding="utf-8", newline="") as file:
        said = " ".join(words)
        csv.writer(file).writerow(
            [61, "25/09/2021 10:00:00", "25/09/2021 10:09:00", "anonymous", words[6], "",
             "5 to 10", "Autism;", "Special school", "Got worse", 2, said, said, "Yes"]
        )  # fmt: skip
    ran = run(
        "tests.faults.journey", tmp_path / "forum", export, tmp_path / "pack", ",".join(words),
        home=tmp_path,
    )  # fmt: skip
    export.unlink()
    assert ran.returncode == -9, ran.stderr
    written = ran.stderr.partition("written:\n")[2].splitlines()
    assert written
    assert [place for place in written if not place.startswith((str(tmp_path), "/dev/null"))] == []
    spilled = tmp_path / "tmp"  # the common temporary folder, also what is gone from it again
    assert [place for place in written if Path(place).is_relative_to(spilled)] == []
    scanned = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"forum.db", "forum.db-wal", "pcf-desktop.log"} <= {path.name for path in scanned}
    assert (tmp_path / "forum" / "forum.db-wal").stat().st_size > 100_000
    found = [(word, path.name) for path in scanned for word in words if holds(path, word)]
    with capsys.disabled():
        os.write(
            1, f"\ncanaries found {len(found)} of {CANARIES} × {len(scanned)} files\n".encode()
        )
    assert found == []


def holds(path: Path, word: str) -> bool:
    content = path.read_bytes()
    return any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be")) or (
        word in path.name
    )


LONG = 200_000


def long_words() -> str:
    draw = random.Random(5)
    words: list[str] = []
    while sum(map(len, words)) + len(words) < LONG:
        words.append("".join(draw.choices("abcdefghiklmnoprstuw", k=draw.randint(2, 9))))
    return " ".join(words)[: LONG - 12] + " quetzalbrook"[:12]


@pytest.mark.slow
def test_a_cell_of_two_hundred_thousand_characters_comes_in_and_goes_out_whole(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    long = long_words()
    assert len(long) == LONG
    export = tmp_path / "long.csv"
    forms_export(export, 40, seed=5)
    with export.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(
            ["41", "25/09/2021 10:00:00", "25/09/2021 10:09:00", "anonymous", "", "", "5 to 10",
             "Autism;", "Special school", "Got worse", "2", "", long, "Yes"]
        )  # fmt: skip
    told = command("import", forum_folder, export, "--survey", "Autumn", "--json").data
    assert (told["read"], told["imported"], told["rejected"]) == (41, 41, 0)
    found = command("search", forum_folder, "quetzalbroo", "--json").data
    assert [hit["words"] for hit in found["hits"]] == [long]
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    with forum.workspace.read() as session:
        kept = session.scalars(select(Feedback.words).where(Feedback.words == long)).one()
    forum.close()
    document = Document("Long", "Made-up forum", date(2026, 3, 1), (QuotedWords("Q001", kept),))
    made = {each.suffix: each.make(document).data for each in FORMATS}
    word = docx.Document(io.BytesIO(made[".docx"]))
    assert any(paragraph.text.startswith(long) for paragraph in word.paragraphs)
    with pypdfium2.PdfDocument(made[".pdf"]) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert set(long.split()) <= set(text.split())
    book = CalamineWorkbook.from_object(io.BytesIO(made[".xlsx"]))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    parts = [cell for row in rows for cell in row if isinstance(cell, str) and len(cell) > 1_000]
    assert "".join(parts) == long
