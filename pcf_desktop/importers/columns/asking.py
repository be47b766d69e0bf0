"""What the words of a question ask for: leave, an account, or how many."""

import re

from pcf_desktop.importers.columns.options import tidy

_CONSENT = re.compile(
    r"\b(?:(?:are|would) you (?:be )?|i(?: am|['\u2019]m) |(?:confirm|that) you are )"
    r"(?:happy|willing|content|ok|okay|comfortable) (?:for us |if we |"
    r"for (?:the forum|your|you|my) |with us |to (?:let|allow|share|have|take part)|to be (?:"
    r"contacted|quoted|named|interviewed|included|recorded|added|e-?mailed|phoned|involved))"
    r"|\bdo you (?:give|consent|agree (?:to|that we|for)|allow)\b.*\b(?:permission|consent|us|we|"
    r"quote|share|use|data|contact\w*|part)\b"
    r"|\b(?:may|can|could) (?:we|the forum) (?:quote|share|use|keep|contact|store|publish|pass)\b"
    r"|\bi (?:give|consent|agree) (?:my )?(?:permission|consent|to|that|for)\b"
    r"|\b(?:your|my) (?:permission|consent) (?:to|for)\b|\bconsent to\b"
    r"|^(?:\w+ ){0,2}consent(?: \w+){0,2}$"
    r"|\bi (?:have read|understand)\b.*\b(?:privacy|my (?:\w+ ){0,2}"
    r"(?:information|data|answers|responses|details|words|comments))\b"
    r"|\bwould you like (?:us to contact you|to (?:be contacted|join (?:our|the) mailing list|"
    r"hear from us|(?:receive|get) our (?:\w+ )?(?:newsletter|emails?|updates)))\b",
    re.IGNORECASE,
)
_ASKS_FOR_WORDS = re.compile(
    r"\b(?:please (?:explain|describe|specify|tell|give|say|comment|add)|tell us|comments?|"
    r"describe|explain|anything else|any other|why|in your own words|what (?:went|works|worked|"
    r"would|could|one thing|has|should)|how (?:has|have|did|does|could|can) )",
    re.IGNORECASE,
)
_ASKS_HOW_MANY = re.compile(
    r"\b(?:how many|how much|number of|how old|age|years?|months?|weeks?|days?|hours?|miles|"
    r"times)\b",
    re.IGNORECASE,
)
_ASKS_FOR_SEVERAL = re.compile(
    r"\b(?:tick|select|choose|pick|mark) (?:all|any|each|every|as many|up to|more than one)\b"
    r"|\ball (?:that|which) apply\b|\b(?:which|what)(?:\W+\w+){0,3}\W+of (?:these|the following)\b"
    r"|\bwhich of (?:these|the following|your|our)\b",
    re.IGNORECASE,
)
_ASKS_FOR_ONE = re.compile(
    r"\b(?:best|most|closest|nearest|main|mainly|only one|one of (?:these|the following))\b",
    re.IGNORECASE,
)


def asks_for_several(text: str) -> bool:
    """Return whether a question lets one choose more than one of what stands below it."""
    several = _ASKS_FOR_SEVERAL.search(text)
    return several is not None and not _ASKS_FOR_ONE.search(text)


def asks_for_consent(text: str) -> bool:
    """Return whether a question asks for leave to keep, quote, share, or get in touch."""
    if " " not in text:
        text = text.replace("_", " ").replace("-", " ")  # a tool's code: contact-consent_quote
    return _CONSENT.search(text) is not None


def asks_for_words(text: str) -> bool:
    """Return whether a question asks for an account in one's own words."""
    return _ASKS_FOR_WORDS.search(text) is not None


def asks_how_many(text: str) -> bool:
    """Return whether a question asks for a count or an age, so that 1 to 5 is no scale."""
    return _ASKS_HOW_MANY.search(text) is not None


def shortened(text: str, most: int = 60) -> str:
    """Return a question's text, cut to fit in a sentence."""
    text = tidy(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"
