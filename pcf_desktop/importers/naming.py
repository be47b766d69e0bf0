"""By what a response is known again: the tool's id, else a digest of its answers and times."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pcf_desktop.importers.sheet import Answer, Kind, Row, Sheet, SheetQuestion

ID = "id:"
"""With which the name begins that a tool gave."""

MOST_KEPT = 4096
"""Answers whose words are kept at hand: the same few come again and again."""

_CURRENCY = re.compile(r"[£€$](?=\s*\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_TENTHS = re.compile(r"(?<=\d)[.,](?=\d)")
_BETWEEN = re.compile(r"[\s,;|]+")


def identified(sheet: Sheet) -> Iterator[tuple[str, Row]]:
    """Give each response with the name under which a second import knows it again.

    The same answers given twice are two responses, so the second gets "#2".
    """
    seen: Counter[str] = Counter()
    for row in sheet.responses():
        name = name_of(sheet.questions, row)
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name}#{seen[name]}"), row


def name_of(questions: Sequence[SheetQuestion], row: Row) -> str:
    """Return a response's name: the tool's id where there is one, else a fingerprint."""
    return f"{ID}{row.response_id}" if row.response_id else fingerprint(questions, row)


def fingerprint(questions: Sequence[SheetQuestion], row: Row) -> str:
    """Return a name for a response of a tool that gives none: a digest of answers and times.

    Names, addresses and the tool's own columns are left out, so that the name is the same
    whether the person keeps them or not; an unanswered question is left out, so that a
    question added later does not make everybody new.
    """
    answers = {
        question.key: words_of(cell, row.others.get(index))
        for index, (question, cell) in enumerate(zip(questions, row.cells, strict=True))
        if (cell is not None or index in row.others)
        and question.kind not in {Kind.IDENTITY, Kind.SYSTEM}
    }
    times = [str(row.started), str(row.completed)]
    text = json.dumps([times, answers], sort_keys=True, ensure_ascii=False)
    return "fp:" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def words_of(answer: Answer, own: str | None = None) -> tuple[str, ...]:
    """Return the words of an answer in the order of the alphabet, with the text of one's own.

    The same words come of a choice, of several, of a number and of free text: what a column is
    taken for may change when a later export holds more answers, and nobody is new for that.
    """
    return _words_of(answer, own)


@lru_cache(maxsize=MOST_KEPT, typed=True)
def _words_of(answer: Answer, own: str | None) -> tuple[str, ...]:
    said = list(answer) if isinstance(answer, tuple) else [str(answer)]
    if own is not None:
        said = [own, *(part for part in said if part not in {"Other", "None"})]
    text = _THOUSANDS.sub("", _CURRENCY.sub("", " ".join(said)))
    return tuple(sorted(_BETWEEN.split(_TENTHS.sub(" ", text).strip())))
