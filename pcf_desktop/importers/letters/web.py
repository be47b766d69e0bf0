"""The text of a web page: the words of the page itself, without menus, footers and scripts."""

import re
from collections.abc import Iterator

from lxml import etree, html

from pcf_desktop.errors import UserError

_DROPPED_TEXT = (
    "script style noscript nav footer aside form button select option svg iframe template "
    "head object embed video audio canvas map input textarea dialog"
)
_DROPPED = frozenset(_DROPPED_TEXT.split())
_DROPPED_ROLES_TEXT = "navigation banner contentinfo search complementary menu"
_DROPPED_ROLES = frozenset(_DROPPED_ROLES_TEXT.split())
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|breadcrumbs?|menu|navbar|nav|navigation|footer|sidebar|share|sharing"
    r"|social|skip|related|pagination|banner|search|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS_TEXT = (
    "p div section article main h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption table "
    "ul ol dl dt dd header address hr body details summary fieldset center"
)
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
_DEEPEST = 260
_FEWEST_LETTERS = 200


def web_text(page: str) -> str:
    """Return the words of a web page. Nothing is fetched and no entity is read from elsewhere.

    Raises `UserError` where there are no words.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_without_declaration(page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise UserError(
            "There are no words in this web page.",
            "Nothing was read from it and nothing has changed.",
            "Open it in a browser, copy the words, and paste them here.",
        ) from None
    return _tidy("".join(_words(_main(root), 0)))


def _without_declaration(page: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*>", "", page).replace("\x00", "")


def _main(root: etree._Element) -> etree._Element:
    """Return the part of the page that holds its content, where the page says which that is."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and _letters(found[0]) >= _FEWEST_LETTERS:
            return found[0]
    return root


def _letters(element: etree._Element) -> int:
    return sum(char.isalpha() for words in element.itertext() for char in str(words))


def _words(element: etree._Element, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    tag = element.tag.rsplit("}", 1)[-1].casefold()
    if _is_dropped(element, tag):
        return
    if tag == "br":
        yield "\n"
        return
    if tag == "tr":
        yield "\n" + "\t".join(_cells(element, depth))
        return
    yield _opening(element, tag)
    yield _flat(element.text, is_pre=tag == "pre")
    for child in element:
        yield from _words(child, depth + 1)
        yield _flat(child.tail, is_pre=tag == "pre")
    if tag in _BLOCKS:
        yield "\n\n"
    elif tag == "li":
        yield "\n"


def _flat(words: str | None, *, is_pre: bool) -> str:
    if not words:
        return ""
    return words if is_pre else re.sub(r"[ \t\r\n\f]+", " ", words)


def _opening(element: etree._Element, tag: str) -> str:
    if tag != "li":
        return "\n\n" if tag in _BLOCKS else ""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "\n• "
    before = sum(sibling.tag == "li" for sibling in element.itersiblings(preceding=True))
    start = parent.get("start", "1")
    return f"\n{before + (int(start) if start.isdigit() else 1)}. "


def _cells(row: etree._Element, depth: int) -> Iterator[str]:
    for cell in row:
        if cell.tag in {"td", "th"}:
            yield " ".join("".join(_words(cell, depth + 1)).split())


def _is_dropped(element: etree._Element, tag: str) -> bool:
    if tag in _DROPPED or element.get("role", "").casefold() in _DROPPED_ROLES:
        return True
    if tag == "header" and element.find(".//h1") is None:
        return True
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    style = element.get("style", "").replace(" ", "").casefold()
    named = f"{element.get('class', '')} {element.get('id', '')}"
    is_furniture = tag not in {"body", "html", "main", "article"} and _FURNITURE.search(named)
    return bool(
        hidden or "display:none" in style or (is_furniture and element.find(".//h1") is None)
    )


def _tidy(text: str) -> str:
    """Return the text with at most one blank line between blocks and none before an item."""
    lines = [line.strip(" ") for line in text.split("\n")]
    joined = "\n".join(lines)
    joined = re.sub(r"•\s*\n+\s*", "• ", joined)
    joined = re.sub(r"(?m)^(\d{1,2}\.)\s*\n+\s*", r"\1 ", joined)
    return re.sub(r"\n{3,}", "\n\n", joined).strip()
