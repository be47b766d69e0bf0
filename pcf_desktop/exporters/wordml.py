"""The few pieces of Word's XML that a document is made of: runs, links, fields, bookmarks.

Words are only ever set as the text of an element, so nothing a person wrote can become markup.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from functools import cache
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
etree.register_namespace("w", WORD)
etree.register_namespace("r", RELATIONS)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qualified(tag: str) -> str:
    """Return the full name of the Word element or attribute `w:tag`."""
    return f"{{{WORD}}}{tag}"


def w(tag: str, *children: Element, text: str | None = None, **attributes: str) -> Element:
    """Return the element `w:tag` with Word attributes, children, and text kept as it stands."""
    element = etree.Element(qualified(tag))
    for name, value in attributes.items():
        element.set(qualified(name), value)
    if text is not None:
        element.text = text
        element.set(_SPACE, "preserve")
    for child in children:
        element.append(child)
    return element


def run(text: str, style: str = "") -> Element:
    """Return a run of words; a line break in the text is one in Word, a tab is a tab."""
    element = w("r")
    if style:
        element.append(_in_style("rPr", "rStyle", style))
    for at, line in enumerate(text.split("\n")):
        if at:
            element.append(w("br"))
        for stop, part in enumerate(line.split("\t")):
            if stop:
                element.append(w("tab"))
            if part:
                element.append(w("t", text=part))
    return element


def paragraph(style: str, *content: Element, extra: Iterable[Element] = ()) -> Element:
    """Return a paragraph in a named style; `extra` properties stand in the schema's order."""
    properties = _in_style("pPr", "pStyle", style)
    properties.extend(extra)
    return w("p", properties, *content)


def _in_style(tag: str, kind: str, style: str) -> Element:
    return copy(_first_in_style(tag, kind, style))


@cache
def _first_in_style(tag: str, kind: str, style: str) -> Element:
    """Return what every run or paragraph of a style begins with; a copy costs a quarter."""
    return w(tag, w(kind, val=style))


def link(bookmark: str, *content: Element) -> Element:
    """Return a link to a bookmark of the same file."""
    return w("hyperlink", *content, anchor=bookmark, history="1")


def bookmarked(bookmark: str, at: int, *content: Element) -> Iterator[Element]:
    """Yield the content between the two ends of a bookmark; `at` is unique in the file."""
    yield w("bookmarkStart", id=str(at), name=bookmark)
    yield from content
    yield w("bookmarkEnd", id=str(at))


def field(instruction: str, shown: str) -> Iterator[Element]:
    """Yield the runs of a field that Word works out by itself, showing `shown` until it has."""
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", w("instrText", text=f" {instruction} "))
    yield w("r", w("fldChar", fldCharType="separate"))
    yield run(shown)
    yield w("r", w("fldChar", fldCharType="end"))


def page_of(bookmark: str) -> Iterator[Element]:
    """Yield the page of a bookmark; it is empty until Word has worked it out.

    No number is made up: only Word knows where its pages end. Word works these out when it prints
    or is told to (Ctrl+A, F9); it would do so at opening only after asking the reader a question
    about "other files", so nothing here demands that.
    """
    return field(rf"PAGEREF {bookmark} \h", "")
