"""What every format promises, tried on each that is in the tuple."""

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import docx as word
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from pcf_desktop.exporters.document import Chart, Document, Heading, Paragraph, QuotedWords, Table
from pcf_desktop.exporters.formats import FORMATS, export
from pcf_desktop.exporters.made import Exporter
from pcf_desktop.exporters.text import clean
from pcf_desktop.progress import Cancelled
from tests.exporters.browser import Read

every_format = pytest.mark.parametrize("exporter", FORMATS, ids=lambda exporter: exporter.name)

NASTY = (
    "one\x0btwo \x00 \x1b \ufffe",
    "\ud83d half of a pair",
    "right \u202eto left",
    "zero\u200bwidth\u200d\ufeff",
    "😀" * 5000,
    "Siân" + "Sia\u0302n",
    "\U0010ffff\U000e0001\ue000",
    "ﷺ اردو 日本語 हिन्दी বাংলা",
    "a\u0301\u0302\u0303" * 50,
    "]]> --> <!-- <?xml <![CDATA[ &#0; &bogus;",
    "",
    "x" * 40_000,
    "\n" * 200,
)


def document(*texts: str) -> Document:
    quotes = (
        QuotedWords(f"Q{at:04}", text, (text[:30],), text[:9]) for at, text in enumerate(texts)
    )
    rows = tuple((text[:500], at) for at, text in enumerate(texts))
    return Document(
        "A note",
        "A forum",
        date(2026, 11, 20),
        (Heading(1, "Words"), *quotes, Table("Rows", ("Words", "Count"), rows)),
    )


@contextmanager
def written_files() -> Iterator[list[str]]:
    """Give the names of all that is opened for writing meanwhile, also what is gone again."""
    found: list[str] = []
    hears = True

    def hear(event: str, given: tuple[Any, ...]) -> None:
        if hears and event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR):
            found.append(str(given[0]))

    sys.addaudithook(hear)  # for good: a hook cannot be taken away
    try:
        yield found
    finally:
        hears = False


def test_endings_and_names_are_unlike():
    assert len({exporter.suffix for exporter in FORMATS}) == len(FORMATS)
    assert len({exporter.name for exporter in FORMATS}) == len(FORMATS)


def test_no_library_of_a_format_is_there_before_a_pack_is_made():
    asked = (
        "import sys; from pcf_desktop import app; "
        "print({'typst', 'pypdfium2', 'xlsxwriter', 'lxml', 'fontTools'} & {*sys.modules})"
    )
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "set()"


@every_format
def test_a_pack_is_written_and_its_progress_told(exporter: Exporter, pack, tmp_path):
    steps: list[tuple[int, int]] = []
    path = tmp_path / f"Pack{exporter.suffix}"
    done = export(pack, exporter, path, lambda *step: steps.append(step))
    exporter.check(path)
    assert done.path == path
    assert done.notes == ()
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
    assert steps[0][0] == 0
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@every_format
def test_no_word_is_spilled_into_a_file_while_it_is_made(
    exporter: Exporter, pack, tmp_path, monkeypatch
):
    """Libraries like to keep what is too much in the computer's common temporary folder."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with written_files() as written:
        assert exporter.make(pack).data
    assert written == []
    assert list(tmp_path.iterdir()) == []


@every_format
@pytest.mark.parametrize("stop_at", [0, 2])
def test_a_cancelled_export_leaves_the_earlier_file(exporter: Exporter, pack, tmp_path, stop_at):
    path = tmp_path / f"Pack{exporter.suffix}"
    path.write_bytes(b"earlier")

    def stop(done: int, total: int) -> None:
        if done >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(pack, exporter, path, stop)
    assert path.read_bytes() == b"earlier"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@every_format
def test_words_that_formats_choke_on_are_taken(exporter: Exporter, tmp_path):
    path = tmp_path / f"Pack{exporter.suffix}"
    done = export(document(*NASTY), exporter, path)
    exporter.check(path)
    assert re.search(r"\d unprintable characters were replaced", done.notes[0])


@every_format
def test_an_empty_document_is_still_a_file(exporter: Exporter, tmp_path):
    path = tmp_path / f"Pack{exporter.suffix}"
    export(Document("T", "F", date(2026, 1, 2), ()), exporter, path)
    exporter.check(path)


@every_format
def test_the_words_of_every_quote_are_found_again(exporter: Exporter, pack):
    text = " ".join(words_of(exporter, exporter.make(pack).data).split())
    for block in pack.blocks:
        if isinstance(block, QuotedWords | Paragraph):
            assert " ".join(block.text.split()) in text
        elif isinstance(block, Chart):
            assert block.finding in text


@every_format
def test_a_comment_of_40_000_characters_survives(exporter: Exporter):
    words = [f"w{at}" for at in range(7000)]
    text = words_of(exporter, exporter.make(document(" ".join(words))).data)
    assert set(words) <= set(re.findall(r"w\d+", text))


@pytest.mark.slow
@settings(
    max_examples=125,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(st.text(st.characters()), min_size=40, max_size=40))
def test_5000_strings_go_through_every_format(texts):
    made = document(*texts)
    cleaned = [clean(text)[0] for text in texts]
    for exporter in FORMATS:
        data = exporter.make(made).data
        assert data
        if exporter.suffix == ".docx":
            found = [p.text for p in word.Document(io.BytesIO(data)).paragraphs]
            quotes = [text for text in found if re.search(r"\nQ\d{4}( · |$)", text)]
            assert len(quotes) == len(texts)
            assert all(q.startswith(t) for q, t in zip(quotes, cleaned, strict=True))
        elif exporter.suffix == ".xlsx":
            sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Quotes")
            assert [row[2] for row in sheet.to_python()[4:]] == cleaned


@every_format
def test_a_file_of_another_kind_does_not_pass_the_check(exporter: Exporter, tmp_path):
    path = tmp_path / f"Pack{exporter.suffix}"
    path.write_bytes(b"")
    with pytest.raises((ValueError, zipfile.BadZipFile, pypdfium2.PdfiumError)):
        exporter.check(path)


def words_of(exporter: Exporter, data: bytes) -> str:
    return READERS[exporter.suffix](data)


def _pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def _docx(data: bytes) -> str:
    return "\n".join(p.text for p in word.Document(io.BytesIO(data)).paragraphs)


def _xlsx(data: bytes) -> str:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    cells = (
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    )
    return "|".join(cells)


def _md(data: bytes) -> str:
    return Read(data).words


READERS = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".md": _md}


def test_files_are_found_again_by_their_paths(pack, tmp_path: Path):
    paths = [export(pack, e, tmp_path / f"Pack{e.suffix}").path for e in FORMATS]
    assert sorted(paths) == sorted(tmp_path.iterdir())
