"""Reading a letter, beside the bare text extraction that it stands on."""

import time
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
import typst

from pcf_desktop.importers.letters.reading import read_letter

pytestmark = [pytest.mark.slow, pytest.mark.bench]

PAGES = 20
MOST_TIMES = 20
"""The bar is half a second for twenty pages; on a busy machine only the ratio tells."""
ROUNDS = 3


def letter_of_twenty_pages() -> bytes:
    """Return a PDF of at least twenty full pages with a list at its end."""
    sentence = "The area has many children with SEND whose needs are met late, as parents say. "
    parts = "\n\n".join(f"= Part {part}\n\n{sentence * 30}" for part in range(30))
    source = f"""
#set page(paper: "a4", header: [Joint area SEND inspection in Rutland])
#set text(font: "DejaVu Sans", size: 11pt)
Between 4 February 2019 and 8 February 2019, Ofsted and the Care Quality Commission conducted a
joint inspection of the local area of Rutland.

{parts}

The local area is required to produce and submit a Written Statement of Action to Ofsted that
explains how the local area will tackle the following areas of significant weakness:
- the lack of joint commissioning
- the poor quality of plans

Yours sincerely
"""
    compiled = typst.compile(source.encode())
    assert isinstance(compiled, bytes)
    return compiled


def bare_text(data: bytes) -> str:
    """Return the words of a PDF with nothing done to them."""
    with pdfium.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def quickest(work: Callable[[], object]) -> float:
    """Return the shortest of a few runs, in seconds."""
    times: list[float] = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def test_a_letter_is_read_in_a_few_times_what_its_bare_text_takes() -> None:
    data = letter_of_twenty_pages()
    with pdfium.PdfDocument(data) as document:
        pages = len(document)
    assert pages >= PAGES
    assert len(read_letter(data).priorities) == 2
    floor, whole = quickest(lambda: bare_text(data)), quickest(lambda: read_letter(data))
    a_score = whole * PAGES / pages
    print(  # noqa: T201
        f"letter: {pages} pages read in {whole:.2f} s, {whole / floor:.1f} x bare text "
        f"extraction; 20 pages {a_score:.2f} s"
    )
    assert whole <= MOST_TIMES * floor
