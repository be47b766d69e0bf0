import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.word import word_text


def saved(document: "docx.document.Document") -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_lists_are_marked_and_numbered() -> None:
    document = docx.Document()
    document.add_paragraph("Lead:")
    for style in ("List Bullet", "List Bullet", "List Number", "List Number"):
        document.add_paragraph("item", style=style)
    assert word_text(saved(document)).text == "Lead:\n\n• item\n• item\n1. item\n2. item"


def test_a_table_stands_in_its_place_with_merged_cells_filled() -> None:
    document = docx.Document()
    document.add_paragraph("before")
    table = document.add_table(3, 2)
    for row, (body, words) in enumerate(
        [("Responsible body", "Action"), ("ICB", "one"), ("", "two")]
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = body, words
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("after")
    assert word_text(saved(document)).text == (
        "before\n\nResponsible body\tAction\nICB\tone\nICB\ttwo\n\nafter"
    )


def test_changes_are_accepted_and_that_is_told() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("kept ")
    written = (("ins", "w:t"), ("del", "w:delText"), ("del", "w:t"), ("moveFrom", "w:t"))
    for tag, text in written:
        paragraph._p.append(
            parse_xml(f"<w:{tag} {nsdecls('w')}><w:r><{text}>{tag}</{text}></w:r></w:{tag}>")
        )
    read = word_text(saved(document))
    assert read.text == "kept ins"
    assert "tracked changes" in read.notes[0]


def test_entities_are_not_followed() -> None:
    document = docx.Document()
    document.add_paragraph("MARK")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"MARK", b"&secret;").replace(
                    b"<w:document",
                    b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]><w:document',
                    1,
                )
            new.writestr(name, data)
    assert word_text(stream.getvalue()).text == ""


def test_a_zip_bomb_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 50_000_000)
    with pytest.raises(UserError):
        word_text(stream.getvalue())


def test_a_document_with_broken_xml_is_named() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    with pytest.raises(UserError) as error:
        word_text(stream.getvalue())
    assert error.value.happened.startswith("This document is damaged")
