"""LimeSurvey's structure file (.lss): what its question and answer codes stand for."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pcf_desktop.errors import UserError
from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.sheet import Kind

OTHER_CODE = "-oth-"

_KINDS: Mapping[str, Kind] = {
    "M": Kind.MULTIPLE,
    "P": Kind.MULTIPLE,
    "L": Kind.SINGLE,
    "!": Kind.SINGLE,
    "O": Kind.SINGLE,
    "I": Kind.SINGLE,
    "Y": Kind.SINGLE,
    "G": Kind.SINGLE,
    "5": Kind.SCALE,
    "N": Kind.NUMBER,
    "K": Kind.NUMBER,
    "D": Kind.DATE,
    "S": Kind.TEXT,
    "T": Kind.TEXT,
    "U": Kind.TEXT,
    "Q": Kind.TEXT,
    "A": Kind.GRID,
    "B": Kind.GRID,
    "C": Kind.GRID,
    "E": Kind.GRID,
    "F": Kind.GRID,
    "H": Kind.GRID,
    "1": Kind.GRID,
}
_FIXED_ANSWERS: Mapping[str, Mapping[str, str]] = {
    "Y": {"Y": "Yes", "N": "No"},
    "G": {"F": "Female", "M": "Male"},
    "C": {"Y": "Yes", "U": "Uncertain", "N": "No"},
    "E": {"I": "Increase", "S": "Same", "D": "Decrease"},
}
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class StructureQuestion:
    """One question: its code and words, its rows or options by code, and its answers by code."""

    code: str
    text: str
    kind: Kind | None
    rows: Mapping[str, str]
    answers: Mapping[str, str]
    other: bool


def read_structure(data: bytes) -> dict[str, StructureQuestion]:
    """Return the questions by their codes, in their order.

    Raises `UserError` for a file that is damaged or holds XML entities.
    """
    try:
        document = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise UserError(
            "This LimeSurvey structure file is damaged.",
            SAFE,
            "Export the survey's structure (.lss) again.",
        ) from None
    texts = _texts(document, "question_l10ns", "qid", "question")
    answer_texts = _texts(document, "answer_l10ns", "aid", "answer")
    rows = _rows(document, "questions") + _rows(document, "subquestions")
    rows.sort(key=lambda row: _order(row, "question_order"))
    asked = [row for row in rows if row.get("parent_qid", "0") == "0"]
    asked.sort(key=lambda row: _order(row, "gid"))
    answers = sorted(_rows(document, "answers"), key=lambda row: _order(row, "sortorder"))
    return {
        row["title"]: StructureQuestion(
            code=row["title"],
            text=_words(row, texts, "qid", "question"),
            kind=_KINDS.get(row.get("type", "")),
            rows={
                each["title"]: _words(each, texts, "qid", "question")
                for each in rows
                if each.get("parent_qid") == row.get("qid") and each.get("title")
            },
            answers=_FIXED_ANSWERS.get(row.get("type", ""))
            or {
                each["code"]: _words(each, answer_texts, "aid", "answer")
                for each in answers
                if each.get("qid") == row.get("qid") and each.get("code")
            },
            other=row.get("other") == "Y",
        )
        for row in asked
        if row.get("title")
    }


def _rows(document: Element, name: str) -> list[dict[str, str]]:
    return [
        {field.tag: (field.text or "").strip() for field in row}
        for row in document.iterfind(f"{name}/rows/row")
    ]


def _texts(document: Element, name: str, key: str, text: str) -> dict[str, str]:
    """Return texts of the first language, which newer versions keep apart."""
    found: dict[str, str] = {}
    for row in _rows(document, name):
        found.setdefault(row.get(key, ""), row.get(text, ""))
    return found


def _words(row: Mapping[str, str], texts: Mapping[str, str], key: str, text: str) -> str:
    written = row.get(text) or texts.get(row.get(key, ""), "")
    return (
        tidy(html.unescape(_TAG.sub(" ", written))) or row.get("title", "") or row.get("code", "")
    )


def _order(row: Mapping[str, str], name: str) -> int:
    value = row.get(name, "")
    return int(value) if value.isdigit() else 0
