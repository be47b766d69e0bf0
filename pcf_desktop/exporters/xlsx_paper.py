"""A sheet of a workbook on paper: A4 across, whose it is above, which page it is below."""

import re
from typing import Final

from xlsxwriter.worksheet import Worksheet

from pcf_desktop.exporters.document import Document

_A4: Final = 9
_LONGEST_LINE: Final = 110
"""Two such lines fit the 255 letters of a header, and the width of the page."""


def on_paper(page: Worksheet, document: Document) -> None:
    """Set how the sheet is printed; forum, title and marks stand at the top of each page."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_header(f"&L{_above(document)}")
    page.set_footer("&LPage &P of &N")


def _above(document: Document) -> str:
    """Return one line, and below it what must not be missed: a mark is never cut off by a name."""
    marks = " · ".join(mark for mark in (document.mark, document.sample) if mark)
    whose = _line(f"{document.forum} · {document.title}")
    return f"{whose}\n&B{_line(marks)}" if marks else whose


def _line(text: str) -> str:
    """Return the text as one line of a header, cut with … where it is too long."""
    plain = " ".join(text.split())
    plain = re.sub(r"&(?=[G\[])", "& ", plain)  # XlsxWriter takes even &&G for a picture
    line = ""
    for character in plain:
        written = "&&" if character == "&" else character
        if _units(line + written) >= _LONGEST_LINE:
            return f"{line}…"
        line += written
    return line


def _units(text: str) -> int:
    """Return the length as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
