"""The text of a PDF, line by line, with a gap where the page leaves one between paragraphs."""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDFText_GetFontSize

from pcf_desktop.errors import UserError

_SAFE = "Nothing was read from it and nothing has changed."
_MOST_PAGES = 300
_GAP = 1.3
"""A distance between lines this many times the usual one parts two paragraphs."""

_LARGER = 1.12
"""A heading's letters are this many times the size of the text's."""

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
        lines = _lines(textpage)
        return _with_gaps([line for _, line in lines], [_place(textpage, *each) for each in lines])
    except pdfium.PdfiumError:
        return ""
    finally:
        textpage.close()
        page.close()


def _lines(textpage: pdfium.PdfTextPage) -> list[tuple[int, str]]:
    """Return the lines, each with the place of its first letter in the page's text."""
    text = textpage.get_text_range(errors="replace")
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
    return [(a, text[a : b - 1].rstrip("\r")) for a, b in pairwise(starts)]


def _height(textpage: pdfium.PdfTextPage, at: int) -> float:
    return float(textpage.get_charbox(at, loose=True)[1])


@dataclass(frozen=True)
class _Place:
    """How high on the page a line stands, and the size of its letters, in points."""

    height: float
    size: float


_LETTER = re.compile(r"\w")


def _place(textpage: pdfium.PdfTextPage, start: int, line: str) -> _Place | None:
    """Return where a line stands; None where it cannot be told.

    A letter in its middle is asked, for bullets and footnote marks have sizes of their own.
    """
    letter = _LETTER.search(line, len(line) // 2) or _LETTER.search(line)
    at = start + letter.start() if letter else None
    if at is None or at >= textpage.count_chars():
        return None
    return _Place(_height(textpage, at), FPDFText_GetFontSize(textpage, at))


def _with_gaps(lines: list[str], places: list[_Place | None]) -> str:
    both = [(above, below) for above, below in pairwise(places) if above and below]
    steps = [a.height - b.height for a, b in both if a.height > b.height]
    usual = median(steps) if len(steps) >= _FEWEST_LINES else None
    parted = lines[:1]
    for index in range(1, len(lines)):
        above, below = places[index - 1], places[index]
        if usual and above and below and _is_parted(above, below, usual):
            parted.append("")
        parted.append(lines[index])
    return "\n".join(parted)


def _is_parted(above: _Place, below: _Place, usual: float) -> bool:
    """Return whether a gap parts two lines, or one is a heading in larger letters."""
    is_far = above.height - below.height > usual * _GAP
    return is_far or max(above.size, below.size) > min(above.size, below.size) * _LARGER
