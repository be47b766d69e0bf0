"""What a tagged PDF says aloud: the words of its elements, as the marked content holds them."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pikepdf

Marked: TypeAlias = Mapping[str, Mapping[int, str]]
"""The words of each page by the number of the marked content that holds them."""


def kids(node: pikepdf.Object) -> list[object]:
    found = node.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure tree, in reading order."""
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def spoken(file: pikepdf.Pdf, tag: str) -> list[str]:
    """The words of every element with that tag ("/H1")."""
    marked = {str(page.objgen): _marked(page) for page in file.pages}
    return [_words(e, marked) for e in elements(file.Root.StructTreeRoot) if str(e.S) == tag]


def _words(element: pikepdf.Dictionary, marked: Marked) -> str:
    said = ""
    for kid in kids(element):
        if isinstance(kid, int):
            said += marked[str(element.Pg.objgen)].get(kid, "")
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            said += _words(kid, marked)
    return said


def _marked(page: pikepdf.Page) -> dict[int, str]:
    fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    letters: dict[str, str] = {}
    at = -1
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "BDC":
                properties = step.operands[1]
                is_marked = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                at = int(properties.MCID) if is_marked else -1
            case "Tf":
                letters = fonts[str(step.operands[0])]
            case "Tj" | "TJ" as operator:
                shown = list(step.operands[0]) if operator == "TJ" else step.operands
                codes = b"".join(bytes(s) for s in shown if isinstance(s, pikepdf.String)).hex()
                said = (letters[codes[i : i + 4]] for i in range(0, len(codes), 4))
                found[at] = found.get(at, "") + "".join(said)
    return found


def _letters(font: pikepdf.Object) -> dict[str, str]:
    """What each glyph of a font says, by its number in four hexadecimal digits."""
    pairs = re.findall(r"<(\w{4})> <(\w+)>\n", font.ToUnicode.read_bytes().decode())
    return {code.lower(): bytes.fromhex(said).decode("utf-16-be") for code, said in pairs}
