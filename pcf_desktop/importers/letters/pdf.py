"""The text of a PDF, line by line, with a gap where the page leaves one between paragraphs."""

from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_ERR_PASSWORD

from pcf_desktop.errors import UserError

_SAFE = "Nothing was read from it and nothing has changed."
_MOST_PAGES = 300
_GAP = 1.3
"""A distance between lines this many times the usual one parts two paragraphs."""

_FEWEST_LINES = 4
_FEWEST_LETTERS = 20


def pdf_text(data: bytes) -> str:
    """Return the words of a PDF; pages are parted by a form feed.

    Raises `UserError` for a PDF that is locked, damaged, or holds only pictures of pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(error) from None
    try:
        pages = [_page(document, index) for index in range(min(len(document), _MOST_PAGES))]
    finally:
        document.close()
    text = "\f".join(pages)
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        raise UserError(
            "The pages of this PDF are pictures, so there are no words to read.",
            _SAFE,
            "Look for the letter on the inspectorate's website, or type the priorities in.",
        )
    return text


def _refused(error: pdfium.PdfiumError) -> UserError:
    if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return UserError(
            "This PDF is locked with a password.",
            _SAFE,
            "Open it with its password, print it to a new PDF, and choose that one.",
        )
    return UserError(
        "This PDF is damaged or was not downloaded to the end.",
        _SAFE,
        "Download the letter again.",
    )


def _page(document: pdfium.PdfDocument, index: int) -> str:
    try:
        page = document[index]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return ""
    try:
        lines = textpage.get_text_range(errors="replace").split("\n")
        return _with_gaps([line.rstrip("\r") for line in lines], _heights(textpage, lines))
    except pdfium.PdfiumError:
        return ""
    finally:
        textpage.close()
        page.close()


def _heights(textpage: pdfium.PdfTextPage, lines: list[str]) -> list[float | None]:
    """Return how high on the page each line stands, in points; None where it cannot be told."""
    heights: list[float | None] = []
    place, last = 0, textpage.count_chars()
    for line in lines:
        at = place + len(line) - len(line.lstrip())
        seen = at < last and bool(line.strip())
        heights.append(textpage.get_charbox(at, loose=True)[1] if seen else None)
        place += len(line) + 1
    return heights


def _with_gaps(lines: list[str], heights: list[float | None]) -> str:
    steps = [
        above - below
        for above, below in pairwise(heights)
        if above is not None and below is not None and above > below
    ]
    usual = median(steps) if len(steps) >= _FEWEST_LINES else None
    parted = lines[:1]
    for index in range(1, len(lines)):
        above, below = heights[index - 1], heights[index]
        if usual and above is not None and below is not None and above - below > usual * _GAP:
            parted.append("")
        parted.append(lines[index])
    return "\n".join(parted)
