"""What the PDF's typefaces cannot show, said in words.

A tagged PDF may hold no character without a shape, and a picture sign says nothing to a screen
reader. So a sign becomes its name, and words in another script say that they are there; square
brackets mark both as a change, as in any quotation. Word and Excel keep the characters themselves.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from pcf_desktop.exporters.fonts import letters

_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def shown(text: str) -> tuple[str, int]:
    """Return the text with nothing the typefaces lack, and how many characters were described."""
    known = letters()
    if known.issuperset(text):
        return text, 0
    text = unicodedata.normalize("NFC", text)
    parts: list[str] = []
    described = 0
    for kind, run in groupby(text, key=_kind):
        run_text = "".join(run)
        if kind == "known":
            parts.append(run_text)
        elif kind != "unseen":
            parts.extend(_words(kind, run_text))
            described += len(run_text) if kind != "space" else 0
    return "".join(parts), described


def _kind(character: str) -> str:
    """Return `known`, `unseen`, `space`, `sign`, or the name of the script."""
    if character == "\n" or character in letters():
        return "known"
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me"} or character in _SKIN_TONES:
        return "unseen"
    if category == "Zs":
        return "space"
    if category[0] in "LMN":
        return unicodedata.name(character, "OTHER").split()[0].split("-")[0]
    return "sign"


def _words(kind: str, run: str) -> Iterator[str]:
    if kind == "space":
        yield " " * len(run)
    elif kind == "sign":
        for sign, same in groupby(run):
            count = len(list(same))
            name = unicodedata.name(sign, "sign without a name").lower()
            yield f"[{name}]" if count == 1 else f"[{name}, {count} times]"
    else:
        yield f"[{len(run)} in {kind.title()} script]"
