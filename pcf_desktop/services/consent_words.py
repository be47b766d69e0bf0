"""Which part of consent a survey's question asks for, and whether the answer is a yes."""

import re

from pcf_desktop.services import consents

_PARTS = (
    (consents.QUOTE, r"\bquot(e|es|ed|ing)\b|\byour (own )?words\b"),
    (consents.INSPECTORS, r"\binspect\w*|\bofsted\b|\bcqc\b|\bdfe\b|department for education"),
    (consents.HELP, r"\bshare\b.*\b(council|nhs|authority|health)\b|\bget (you )?help\b"),
    (consents.CONTACT, r"\bcontact (you|me)\b|\bget in touch\b|\bstay in touch\b"),
    (consents.USE, r"\buse\b.*\b(answers?|feedback|comments?|views?|anonym\w*|names?)\b"),
    (consents.KEEP, r"\b(keep|store|hold)\b.*\b(answers?|data|information)\b"),
)
_NO = re.compile(
    r"^\s*(no\b|n$|i do not|i don.?t|please do not|please don.?t|rather not|not happy)",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^\s*(yes\b|y$|true$|i (agree|consent|am happy)|agree|happy|ok(ay)?\b|of course)",
    re.IGNORECASE,
)


def part(question: str) -> str | None:
    """Return the part of consent that a question asks for, None when that is not clear."""
    return next(
        (key for key, pattern in _PARTS if re.search(pattern, question, re.IGNORECASE)), None
    )


def is_yes(answer: str) -> bool | None:
    """Return whether an answer gives consent; None when it says neither, which is not a yes."""
    if _NO.search(answer):
        return False
    return True if _YES.search(answer) else None
