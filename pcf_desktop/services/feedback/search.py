"""Full-text search as plain words: no operator can be typed by mistake."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy.orm import Session

from pcf_desktop.services.counting import keys
from pcf_desktop.services.counting.voices import unlisted
from pcf_desktop.services.counting.words import TYPED
from pcf_desktop.workspace import search_index
from pcf_desktop.workspace.search_letters import UNSEEN, plain

_PHRASE = re.compile(r'"([^"]*)"')


def query(words: str) -> str | None:
    """Return the FTS5 query that finds texts with all of these words; None when there are none.

    The last word may be unfinished. Words between double quotes stay together. Every term is
    quoted, so that AND, NEAR( or a stray quote mark is a word like any other.
    """
    found = " ".join(f'"{plain(term)}"{" *" * is_open}' for term, is_open in terms(words))
    return found or None


def terms(words: str) -> list[tuple[str, bool]]:
    """Return the words and phrases to look for; the flag says that the last word goes on."""
    cleaned = _plain(words)
    phrases = [found for found in _PHRASE.findall(cleaned) if TYPED.search(found)]
    rest = _PHRASE.sub(" ", cleaned)
    found = [(term, False) for term in (*phrases, *TYPED.findall(rest))]
    if found and TYPED.search(rest) and rest[-1:].isalnum():
        found[-1] = (found[-1][0], True)
    return found


def _plain(words: str) -> str:
    """Return words as SQLite takes them: letters and accents as one, no NUL, no half character."""
    whole = unicodedata.normalize("NFC", words).encode("utf-8", "replace").decode("utf-8")
    whole = UNSEEN.sub("", whole)
    return whole.replace("\x00", " ").replace("“", '"').replace("”", '"')


def feedback_ids(session: Session, words: str) -> list[int] | None:
    """Return the ids of feedback with these words, the latest logged first; None without words.

    Feedback in the bin or set aside is left out. Only the index is read, none of the texts.
    """
    match = query(words)
    if match is None:
        return None
    found = keys.fetch(session, search_index.matching(match))
    hidden = unlisted(session) if found else set()
    return [key for key in found if key not in hidden] if hidden else found


def within(session: Session, shown: Sequence[int], words: str) -> Sequence[int]:
    """Return those of the ids whose feedback has these words, in their order; all without words.

    For a list that is narrowed with every key pressed: only the index is read.
    """
    match = query(words)
    if match is None:
        return shown
    found = set(keys.fetch(session, search_index.matching(match)))
    return [key for key in shown if key in found]
