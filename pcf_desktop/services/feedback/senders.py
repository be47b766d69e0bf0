"""Who sent a message, as it was pasted along with it: WhatsApp's stamps, the head of a mail.

A name there is nobody's comment. It is offered to be taken off, and never is without a word.
"""

import re
import tomllib
from functools import cache

from pcf_desktop.paths import shipped

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [^\W\d_]{3,12}\.? \d{2,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?"
_STAMP = rf"(?:{_DATE}),?\s+(?:at\s+)?{_TIME}"
_UNSEEN = r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
_NAME = r"[^:\n\[\]]{1,60}"
_MESSAGE = re.compile(
    rf"^{_UNSEEN}[^\S\n]*(?:\[{_STAMP}\][^\S\n]*{_NAME}:|{_STAMP}[^\S\n]+[-\u2013\u2014][^\S\n]+{_NAME}:|"
    rf"{_NAME},?[^\S\n]*\[{_STAMP}\]:?)[^\S\n]*\n?",
    re.MULTILINE | re.IGNORECASE,
)
"""Of WhatsApp on both sorts of telephone, Telegram and Teams: a day and a time, and a name."""
NEAR = 200
"""Letters within which a head has its first sign."""
_LABEL = re.compile(r"^[\s>*]*([^\W\d_][^:\n]{0,20}?)\**\s?[:\uff1a](?P<rest>.*)$")


def head_of(words: str) -> str:
    """Return who sent it, where that stands before what was said; else nothing.

    What is nothing but a head is left alone: no words would remain.
    """
    if not _may_have(words):
        return ""
    found = _MESSAGE.match(words)
    head = found.group() if found else words[: _mail_ends(words)]
    return " ".join(head.split()) if head.strip() and without_senders(words) != words else ""


def without_senders(words: str) -> str:
    """Return what was said without who sent it, before each message of several."""
    if not _may_have(words):
        return words
    rest = words
    if _MESSAGE.match(words):
        rest = _MESSAGE.sub("", words)
    elif end := _mail_ends(words):
        rest = words[end:]
    rest = rest.strip()
    return rest or words


def _may_have(words: str) -> bool:
    """Return whether there is a sign of a head near the beginning: most comments end here."""
    begin = words[:NEAR].lstrip()
    return (
        begin[:1] in {"[", "-"} or begin[:1].isdigit() or any(each in begin for each in "[:\uff1a")
    )


def _mail_ends(words: str) -> int:
    """Return after how many letters the head of a mail ends; 0 where there is none."""
    place = end = labels = 0
    is_passed_on = False
    for line in words.splitlines(keepends=True):
        place += len(line)
        if not line.strip():
            if labels and not is_passed_on:
                break
            continue
        if _is_label(line):
            labels += 1
        elif _opens(line):
            is_passed_on = True
        else:
            break
        end = place
    return end if labels > 1 or is_passed_on else 0


def _is_label(line: str) -> bool:
    found = _LABEL.match(line)
    return found is not None and found[1].strip().casefold() in _labels()


def _opens(line: str) -> bool:
    """Return whether a line says that a message is passed on, or that somebody wrote it."""
    said = line.strip(" \t\r\n>-_:").casefold()
    if said in _words("forwarded"):
        return True
    written = line.rstrip().endswith(":") and re.search(r"\d", line) is not None
    return written and any(said.endswith(word) or f" {word} " in said for word in _words("wrote"))


@cache
def _labels() -> frozenset[str]:
    return _words("from") | _words("sent") | _words("to") | _words("others")


@cache
def _words(name: str) -> frozenset[str]:
    data = tomllib.loads(shipped("resources", "surveys", "mail_heads.toml").read_text("utf-8"))
    return frozenset(word.casefold() for word in data[name])
