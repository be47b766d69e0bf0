"""Tables of Word documents are read with their merged cells, and hostile files are refused."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pcf_desktop.errors import UserError
from pcf_desktop.importers.plans.word_tables import is_word, word_tables
from tests.importers.plans.conftest import MakeWord, add_table, shade

Fill = Callable[[WordDocument], None]


def one_table(document: WordDocument) -> None:
    add_table(document, [["Action", "Lead"], ["Meet", "Ann"]])


def test_merged_cells_shading_and_the_words_above(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph("Priority 1: Data")
        cells = add_table(document, [["a", "b", "c"], ["d", "e", "f"], ["", "h", "i"]])
        cells[0][0].merge(cells[0][1])
        cells[1][0].merge(cells[2][0])
        shade(cells[1][1], "00B050")

    (table,) = word_tables(word(fill).read_bytes()).tables
    assert table.above == ("Priority 1: Data",)
    assert table.texts(0) == ["a\nb", "", "c"]
    assert table.text(2, 0) == "d"
    assert table.continues(2, 0)
    assert table.fill(1, 1) == "00B050"
    assert not table.is_sheet


def test_a_table_inside_a_table_is_one_of_its_own(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        outer = document.add_table(1, 1)
        outer.cell(0, 0).text = "frame"
        inner = outer.cell(0, 0).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "x", "y"

    (table,) = word_tables(word(fill).read_bytes()).tables
    assert [list(row) for row in table.rows] == [["x", "y"]]


def test_absurd_numbers_in_a_table_are_kept_small(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        cells = add_table(document, [["a", "b"], ["c", "d"]])
        span = OxmlElement("w:gridSpan")
        span.set(qn("w:val"), "999999999")
        cells[0][0]._tc.get_or_add_tcPr().append(span)

    (table,) = word_tables(word(fill).read_bytes()).tables
    assert table.width <= 200


def test_comments_and_macros_are_named(word: MakeWord) -> None:
    data = word(one_table).read_bytes()
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
        if "word/comments.xml" not in archive.namelist():
            archive.writestr("word/comments.xml", "<x/>")
    notices = word_tables(made.getvalue()).notices
    assert any("macros" in notice for notice in notices)
    assert any("Comments" in notice for notice in notices)


def test_a_word_document_is_told_from_other_files(word: MakeWord) -> None:
    assert is_word(word(one_table).read_bytes())
    assert not is_word(b"PK\x03\x04 cut short")
    assert not is_word(b"Ref,Action")


def remade(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return made.getvalue()


def entities(_: bytes) -> bytes:
    lots = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{lots}]><x>&a39;</x>'.encode()


def outside(_: bytes) -> bytes:
    return b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


def bomb(_: bytes) -> bytes:
    return b"<x>" + b" " * 60_000_000 + b"</x>"


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize("harm", [entities, outside, bomb, cut])
def test_a_hostile_or_damaged_document_is_refused_in_three_sentences(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    document = Document()
    one_table(document)
    good = io.BytesIO()
    document.save(good)
    with zipfile.ZipFile(good) as archive:
        content = archive.read("word/document.xml")
    data = remade(good.getvalue(), "word/document.xml", harm(content))
    with pytest.raises(UserError) as caught:
        word_tables(data)
    assert all((caught.value.happened, caught.value.safe, caught.value.todo))


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels"])
def test_a_document_without_a_needed_part_is_damaged(word: MakeWord, missing: str) -> None:
    data = remade(word(one_table).read_bytes(), missing, b"")
    with pytest.raises(UserError, match="damaged"):
        word_tables(data)
