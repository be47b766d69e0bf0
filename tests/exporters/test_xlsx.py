import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from pcf_desktop.exporters import xlsx
from pcf_desktop.exporters.document import Align, Block, Chart, Document, QuotedWords, Table
from pcf_desktop.exporters.made import Made

PAYLOADS = (
    "=1+1",
    "=cmd|'/c calc'!A1",
    "+44 1743 000000",
    "-5 marks",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1d1\uff0b1",  # full-width signs
    "'quoted",
    '=HYPERLINK("http://example.org")',
    "http://example.org/a",
    "mailto:a@example.org",
    "internal:'Quotes'!A1",
    "007",
    "1e5",
    "_x0041_",
    "<b>&amp;</b>",
    "{=1}",
)


def workbook(data: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made(*blocks: Block) -> bytes:
    return xlsx.make(Document("T", "F", date(2026, 1, 2), blocks)).data


@pytest.fixture(scope="module")
def pack_made(pack: Document) -> Made:
    return xlsx.make(pack)


def test_no_text_becomes_a_formula_a_link_or_a_number():
    rows = tuple((payload, "x") for payload in PAYLOADS)
    quotes = (QuotedWords(f"Q{at}", payload) for at, payload in enumerate(PAYLOADS))
    data = made(Table("=T()", ("=H()", "h"), rows), *quotes)
    for name, xml in parts(data).items():
        if "worksheets/sheet" in name and name.endswith(".xml"):
            root = etree.fromstring(xml)
            assert not list(root.iter("{*}f"))
    found = [row[2] for row in workbook(data).get_sheet_by_name("Quotes").to_python()[4:]]
    assert found == [payload.replace("\t", " ").replace("\r", "\n") for payload in PAYLOADS]


def test_a_text_like_a_formula_stays_text_when_somebody_edits_the_cell():
    styles = parts(made(QuotedWords("Q1", "=1+1")))["xl/styles.xml"]
    assert b'quotePrefix="1"' in styles


def test_counts_are_numbers_and_hidden_counts_are_words():
    table = Table("Answers", ("Answer", "Families"), (("Better", 1204), ("Worse", "under 5")))
    rows = workbook(made(table)).get_sheet_by_name("Answers").to_python()
    assert rows[4:] == [["Better", 1204.0], ["Worse", "under 5"]]


def test_a_share_is_a_number_that_reads_as_a_percentage():
    align: tuple[Align, ...] = ("left", "right", "right")
    rows = (("100%", 11, "55%"), ("Worse", 9, "fewer than 5"), ("Both", 20, "–"), ("All", 20, ""))
    data = made(Table("Answers", ("Answer", "Families", "Share"), rows, align))
    cells = workbook(data).get_sheet_by_name("Answers").to_python()[4:]
    assert [row[2] for row in cells] == [0.55, "fewer than 5", "–", ""]
    assert cells[0][0] == "100%", "an answer is a text, whatever it looks like"
    assert number_format(data, "C5") == "0%"
    assert number_format(data, "B5") == "#,##0"


def number_format(data: bytes, place: str) -> str:
    found = parts(data)
    sheet = etree.fromstring(found["xl/worksheets/sheet2.xml"])
    (cell,) = (node for node in sheet.iter("{*}c") if node.get("r") == place)
    styles = etree.fromstring(found["xl/styles.xml"])
    (formats,) = styles.iter("{*}cellXfs")
    written = {node.get("numFmtId"): node.get("formatCode") for node in styles.iter("{*}numFmt")}
    return written[formats[int(cell.get("s", "0"))].get("numFmtId")] or ""


def test_a_percentage_that_a_family_said_stays_as_it_was_said():
    rows = workbook(made(QuotedWords("Q1", "10%"))).get_sheet_by_name("Quotes").to_python()
    assert rows[4][2] == "10%"


def test_every_sheet_of_made_up_data_says_so_and_whose_it_is(pack_made, pack):
    book = workbook(pack_made.data)
    for at, name in enumerate(book.sheet_names, 1):
        above = [row[0] for row in book.get_sheet_by_name(name).to_python()[:3]]
        assert f"{pack.forum} · {pack.sample}" in above, name
        assert pack.forum in printed_above(pack_made.data, at)
        assert pack.sample in printed_above(pack_made.data, at)


def test_real_data_is_not_marked_and_says_whose_it_is(pack):
    data = xlsx.make(replace(pack, sample="", mark="")).data
    book = workbook(data)
    for at, name in enumerate(book.sheet_names, 1):
        assert not any(book.get_sheet_by_name(name).to_python()[2])
        assert printed_above(data, at) == f"&L{pack.forum} · {pack.title}"


def printed_above(data: bytes, at: int) -> str:
    root = etree.fromstring(parts(data)[f"xl/worksheets/sheet{at}.xml"])
    (header,) = root.iter("{*}oddHeader")
    return header.text or ""


def test_a_text_of_40_000_characters_is_whole_over_two_rows():
    words = "".join(chr(97 + at % 26) for at in range(40_000))
    rows = workbook(made(QuotedWords("Q001", words))).get_sheet_by_name("Quotes").to_python()[4:]
    assert "".join(str(row[2]) for row in rows) == words


def test_headings_alike_are_told_apart():
    data = made(Table("T", ("A", "a", "", ""), (("1", "2", "3", "4"),)), Table("U", ("A",), ()))
    book = workbook(data)
    assert book.get_sheet_by_name("T").to_python()[3] == ["A", "a (2)", "Column", "Column (2)"]
    assert "U" not in book.sheet_names


def test_every_sheet_has_a_marked_table_frozen_headings_and_a_line_on_the_first_page(pack_made):
    book = workbook(pack_made.data)
    listed = [row[0] for row in book.get_sheet_by_name("About").to_python()]
    found = parts(pack_made.data)
    for at, name in enumerate(book.sheet_names[1:], 2):
        sheet = found[f"xl/worksheets/sheet{at}.xml"]
        assert name in listed
        assert b'state="frozen"' in sheet
        assert b"<tablePart " in sheet


def test_every_chart_is_native_coloured_and_described(pack_made, pack):
    found = parts(pack_made.data)
    charts = [block for block in pack.blocks if isinstance(block, Chart)]
    drawn = [name for name in found if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    assert len(drawn) == len(charts)
    drawings = b"".join(d for n, d in found.items() if n.startswith("xl/drawings/drawing"))
    for chart in charts:
        assert chart.alt.encode() in drawings.replace(b"&quot;", b'"')
    assert charts[0].colours[0][1:].encode() in found["xl/charts/chart1.xml"]
    assert all(b'<c:min val="0"/>' in found[name] for name in drawn), "a bar must begin at nought"


def test_nothing_tells_who_made_the_file_or_when(pack_made, pack):
    core = etree.fromstring(parts(pack_made.data)["docProps/core.xml"])
    said = {etree.QName(node).localname: node.text for node in core if node.text}
    assert said.pop("creator") == said.pop("lastModifiedBy") == pack.forum
    assert said.pop("title") == pack.title
    assert set(said.values()) == {"2026-11-20T12:00:00Z"}


def test_the_workbook_is_made_in_memory_alone(pack, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert xlsx.make(pack).data


def test_a_text_too_long_for_a_cell_is_never_cut_in_silence():
    with pytest.raises(ValueError, match="reached a cell"):
        xlsx.make(Document("x" * 40_000, "F", date(2026, 1, 2), ()))


def test_equal_documents_give_equal_bytes(pack, pack_made):
    assert xlsx.make(pack).data == pack_made.data


def test_a_second_workbook_looks_like_the_first(pack):
    styles = [parts(xlsx.make(pack).data)["xl/styles.xml"] for _ in range(2)]
    assert styles[0] == styles[1]
    assert b"Calibri" not in styles[0]
