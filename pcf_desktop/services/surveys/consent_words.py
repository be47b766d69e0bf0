"""Which part of consent a survey's question asks for, and whether the answer is a yes."""

import re

from pcf_desktop.services.counting import consents

_PARTS = (
    (consents.QUOTE, r"\bquot(e|es|ed|ing)\b|\byour (own )?words\b"),
    (consents.INSPECTORS, r"\binspect\w*|\bofsted\b|\bcqc\b|\bdfe\b|department for education"),
    (consents.HELP, r"\bshare\b.*\b(council|nhs|authority|health)\b|\bget (you )?help\b"),
    (consents.CONTACT, r"\bcontact (you|me)\b|\bget in touch\b|\bstay in touch\b"),
    (consents.USE, r"\buse\b.*\b(answers?|feedback|comments?|views?|anonym\w*|names?)\b"),
    (consents.KEEP, r"\b(keep|store|hold)\b.*\b(answers?|data|information)\b"),
)
_NO = re.compile(
    r"^\s*(n|false|disagree)\s*[.!]*\s*$|^\s*no\b|\b(i )?disagree\b|\b(do|did|would|am|are) not\b"
    r"|\b(do|did|would|are)n[\u2018\u2019']?t\b|\b(rather|prefer|please|happy) not\b|\bnot happy\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^\s*(yes\b|y\s*$|true\s*$|i (agree|consent|am happy|give)\b|agreed?\b|happy\b|ok(ay)?\b"
    r"|of course\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(if|only|unless|as long as|provided|after|first|depends?)\b", re.IGNORECASE
)


def part(question: str) -> str | None:
    """Return the part of consent that a question asks for, None when that is not clear."""
    return next(
        (key for key, pattern in _PARTS if re.search(pattern, question, re.IGNORECASE)), None
    )


def is_yes(answer: str) -> bool | None:
    """Return whether an answer gives consent; None when it says neither, which is not a yes.

    A yes under a condition is none yet: somebody has to ask.
    """
    if _NO.search(answer):
        return False
    if _CONDITION.search(answer):
        return None
    return True if _YES.search(answer) else None
