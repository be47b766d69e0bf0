"""A letter's text made even for reading: one character for each, so that places stay true.

Everything that looks for words reads the view; everything that quotes, quotes the text itself.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from pcf_desktop.importers.letters.furniture import furniture

MASK = "\x1f"
"""Stands for page furniture in a view. Regular expressions take it for white space."""

_TABLE = str.maketrans(
    {
        **dict.fromkeys("\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        "\ufe0f": " ",
        **dict.fromkeys("\u200a\u200b\u200e\u200f\u202f\u3000\ufeff\u2060", " "),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2212\u00ad", "-"),
        **dict.fromkeys("\u2012\u2014\u2015", "–"),
        **dict.fromkeys("\u25cf\u25e6\u25cb\u25aa\u25a0\u25fc\u25fe\u25ab\u25a1\u2023\u2043", "•"),
        **dict.fromkeys("\u27a2\u27a4\u25ba\u25b6\u2756\u2713\u2714\u25c6\u25c7\u2794\u25cb", "•"),
        **dict.fromkeys("\uf0b7\uf06e\uf0a7\uf0d8\uf076\uf0a8\uf0fc\uf02d\u2219\u29bf\u2022", "•"),
        **dict.fromkeys("\x0b\x85\u2028\u2029\x0c", "\n"),
        "\x07": "\t",
        "\x00": " ",
    },
)
_MIDDLE_DOT = re.compile(r"(?:(?<=\s)|^)\u00b7(?=\s|\w)", re.MULTILINE)
_PICTURES = re.compile(r"^([ \t]*)([✅❌☑✗✘👉➡🔹🔸🔷🔶📌⭐🟢🟡🟠🔴🔵⚫⚪])", re.MULTILINE)
"""Bullets of people who write on a telephone."""

_QUOTED_MAIL = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_SYMBOL_LETTER = re.compile(r"^[nlqvu\u00a7\u00fc](?=[ \t]+\w)", re.MULTILINE)
"""Bullets of symbol fonts, which turn into letters when the font is lost."""

_RETURN = re.compile(r"\r(?=\n)")


@dataclass(frozen=True)
class LetterLine:
    """One line of the view: where it stands in the text, and its words without the margins."""

    start: int
    end: int
    words: str
    indent: int

    @property
    def is_blank(self) -> bool:
        """Return whether nothing stands on the line."""
        return not self.words


@dataclass(frozen=True)
class View:
    """A text, its even form of the same length, and its lines."""

    text: str
    even: str

    @cached_property
    def lines(self) -> tuple[LetterLine, ...]:
        """Return the lines in order; not page furniture and the blank lines round it."""
        found: list[LetterLine] = []
        start = 0
        after_page = False
        for raw in self.even.split("\n"):
            words = raw.strip()
            if MASK in raw and not words:
                after_page = True
                while found and found[-1].is_blank:
                    found.pop()
            elif words or not after_page:
                lead = raw.find(words) if words else len(raw)
                found.append(LetterLine(start + lead, start + lead + len(words), words, lead))
                after_page = False
            start += len(raw) + 1
        return tuple(found)

    @cached_property
    def line_ends(self) -> tuple[int, ...]:
        """Return where each of the lines ends, for finding a place among them."""
        return tuple(line.end for line in self.lines)

    @cached_property
    def width(self) -> int | None:
        """Return the width, in characters, at which the text was broken into lines.

        None where each line is a whole paragraph, as on most web pages.
        """
        lengths = sorted(len(line.words) for line in self.lines if line.words)
        if len(lengths) < _FEWEST_LINES:
            return None
        width = lengths[int(len(lengths) * 0.93)]
        full = sum(0.78 * width <= length <= 1.12 * width for length in lengths)
        longest = lengths[-1]
        broken = full >= 0.3 * len(lengths) and width >= _NARROWEST and longest <= 1.5 * width
        return width if broken and width <= _WIDEST else None


_FEWEST_LINES = 6
_NARROWEST = 40
_WIDEST = 160


def look(text: str) -> View:
    """Return the view of a text; `len(view.even) == len(text)` always."""
    even = _RETURN.sub(" ", text).replace("\r", "\n").translate(_TABLE)
    even = _MIDDLE_DOT.sub("•", even)
    even = _PICTURES.sub(r"\1•", even)
    if len(_SYMBOL_LETTER.findall(even)) > 1:
        even = _SYMBOL_LETTER.sub("•", even)
    even = _QUOTED_MAIL.sub(lambda match: " " * len(match.group()), even)
    masked = list(even)
    for start, end in furniture(even, text):
        masked[start:end] = MASK * (end - start)
    return View(text, "".join(masked))
