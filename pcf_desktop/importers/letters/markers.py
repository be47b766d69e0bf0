"""What stands at the beginning of an item: a bullet, a number, or a label such as *Action 1 -*."""

import re
from dataclasses import dataclass

from pcf_desktop.importers.letters.numbers import NUMBER, number
from pcf_desktop.importers.letters.vocabulary import PriorityKind, spaced

_BULLET = re.compile(r"^(?P<mark>[•\u00b7]+|[-–*+](?=\s|$)|[-–*](?=[A-Za-z])|o(?=\s))\s*")
_NUMBERED = re.compile(
    r"^\(?(?P<number>\d{1,2})(?:[.)]|\.\))(?=\s|$|[A-Za-z'\"])\s*"
    r"|^\(?(?P<letter>[a-hA-H]|[ivx]{1,4})(?:[.)]|\.\))(?=\s|$)\s*"
    r"|^(?P<tabbed>\d{1,2})(?:\t+(?=\S)|[ ](?=[A-Z][^.\n]{2,90}\b(?:should|must)\b))",
)
_LABEL = spaced(
    rf"^(?:•\s*|\*+)?(?P<label>(?:areas? (?:for|of) )?priority actions?|areas? (?:for|of) "
    r"improvement|improvement|required action|action|(?:significant |serious |key )?(?:areas? of )?"
    r"(?:significant |serious )?weakness|priority(?: area)?|(?:key )?area|issue|finding|PA)"
    rf"\s*(?:no\.?|number|#)?\s*(?P<number>{NUMBER}|[A-H])(?![\w])(?!\s*(?:of|out|areas"
    rf"|weaknesses|and"
    r"\s+\d)\b)\s*[.):–-]*[ \t]*",
)
_LABEL_KINDS = (
    ("priority action", PriorityKind.PRIORITY_ACTION),
    ("improvement", PriorityKind.IMPROVEMENT),
    ("weakness", PriorityKind.SIGNIFICANT_WEAKNESS),
    ("required action", PriorityKind.PRIORITY_ACTION),
    ("pa", PriorityKind.PRIORITY_ACTION),
)


@dataclass(frozen=True)
class Marker:
    """A mark at the beginning of a line, the number it prints, and where the words begin."""

    style: str
    length: int
    number: int | None = None
    kind: PriorityKind | None = None


def marker(words: str) -> Marker | None:
    """Return the mark with which a line begins, or None."""
    label = _LABEL.match(words)
    if label:
        return _label(label)
    bullet = _BULLET.match(words)
    if bullet:
        inner = marker(words[bullet.end() :])
        if inner and inner.style == "label":
            return Marker("label", bullet.end() + inner.length, inner.number, inner.kind)
        return Marker(f"bullet {bullet['mark'][0]}", bullet.end())
    return _numbered(words)


def _label(match: re.Match[str]) -> Marker:
    label = " ".join(match["label"].casefold().split())
    kind = next((kind for part, kind in _LABEL_KINDS if part in label), None)
    printed = match["number"]
    return Marker("label", match.end(), None if _is_letter(printed) else number(printed), kind)


def _is_letter(printed: str) -> bool:
    return len(printed) == 1 and printed.isalpha()


def _numbered(words: str) -> Marker | None:
    match = _NUMBERED.match(words)
    if not match:
        return None
    printed = match["number"] or match["tabbed"]
    if printed:
        return Marker("number", match.end(), int(printed))
    return Marker("letter", match.end())
