"""Whatever file is chosen as a plan: it is read, or refused in three sentences, in few steps."""

import io
import random
import sys
import zipfile
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from pcf_desktop.errors import UserError
from pcf_desktop.importers.plans.description import describe
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import MakeWord, MakeWorkbook, add_table
from tests.steps import steps

HEADER = ("Ref", "Action", "Lead", "By when", "RAG")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 ...",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        b"{\\rtf1 hello}",
        b"PK\x03\x04 cut short",
        b"PK\x05\x06" + bytes(18),
        b"<html><table><tr><td>Action</td></tr></table></html>",
        bytes(5000),
    ],
)
def test_a_foreign_locked_or_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_plan(path)
    assert all((caught.value.happened, caught.value.safe, caught.value.todo))


def test_a_workbook_with_a_bomb_in_its_styles_is_refused(workbook: MakeWorkbook) -> None:
    path = workbook({"P": [HEADER, ["1", "Meet", "A", "2021", "G"]]})
    made = io.BytesIO()
    with (
        zipfile.ZipFile(path) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            bomb = entry == "xl/styles.xml"
            new.writestr(entry, b" " * 60_000_000 if bomb else old.read(entry))
    path.write_bytes(made.getvalue())
    with pytest.raises(UserError, match="far larger inside"):
        read_plan(path)


def test_formulas_and_long_cells_are_only_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    long = "very long " * 20_000
    path.write_text(f'Ref,Action,Lead\n1,=cmd|calc,Ann\n2,"{long}",Ben\n', encoding="utf-8")
    first, second = read_plan(path).actions
    assert first.words == "=cmd|calc"
    assert len(second.words) == len(long.strip())


def test_ten_times_the_blank_rows_take_ten_times_the_steps(tmp_path: Path) -> None:
    def taken(rows: int) -> int:
        path = tmp_path / "plan.csv"
        blank = ",,\n" * rows
        path.write_text(f"Ref,Action,Lead\n{blank}1,Meet,Ann\n", encoding="utf-8")
        assert read_plan(path).actions[0].row == rows + 2
        return steps(lambda: read_plan(path))

    assert taken(50_000) < 11 * taken(5_000)


@pytest.mark.slow
def test_files_changed_at_random_neither_crash_nor_hang(
    tmp_path: Path, workbook: MakeWorkbook, word: MakeWord
) -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Priority 1: Data")
        add_table(document, [HEADER, ["1.1", "Meet", "A", "Spring term 2024", "Green"]])

    book = workbook({"P": [HEADER, ["1.1", "Meet", "A", "2021", None]]}, {("P", 1, 4): "#FF0000"})
    text = "\n".join([",".join(HEADER), "Priority 1: Data", '1.1,"Meet",A,Q2 2024/25,R'])
    seeds = [book.read_bytes(), word(fill).read_bytes(), text.encode("utf-16"), text.encode()]
    chance = random.Random(7)  # the same files at every run
    path = tmp_path / "changed"
    whole, most, read, refused = 0, 0, 0, 0

    def tried() -> None:
        nonlocal read, refused
        try:
            describe(read_plan(path))
            read += 1
        except UserError:
            refused += 1

    for seed in seeds:
        path.write_bytes(seed)
        whole = max(whole, steps(tried))
    assert (read, refused) == (len(seeds), 0)
    read = 0
    for _ in range(400):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(bytes(data))
        most = max(most, steps(tried))
    sys.stdout.write(
        f"plans changed at random 400 · read {read} · refused {refused} · most steps {most:,} · "
        f"unchanged {whole:,}\n"
    )
    assert most < 10 * whole
