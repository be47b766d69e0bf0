"""What the forum says in its own words in place of a proposed message, and what to know of it.

A figure in it may have been right when it was written, and a sentence may rest on no figure at all.
Both are told, and neither is changed: the words are the forum's.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pcf_desktop.records import OwnMessage

_NUMBER = re.compile(r"\d[\d,]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTE = re.compile(r"\bQ\d{3,}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class OwnWords:
    """What the forum says of a priority, and what was proposed when it wrote that."""

    words: str
    proposed: str

    def outdated(self, proposed: str) -> list[str]:
        """Return the figures that stood in the proposal then and stand in none of it now."""
        now = _figures(proposed)
        return [each for each in _in_order(self.words) if each in _figures(self.proposed) - now]

    def unheard_of(self, proposed: str) -> list[str]:
        """Return the figures that no proposal ever said."""
        known = _figures(self.proposed) | _figures(proposed)
        return [each for each in _in_order(self.words) if each not in known]

    def printed(self, proposed: str) -> str:
        """Return the words, a sentence without a figure or a quote marked as the forum's view."""
        known = _figures(proposed)
        sentences = _SENTENCE.split(self.words.strip())
        return " ".join(
            each if _figures(each) & known or _QUOTE.search(each) else f"{each} [The forum’s view.]"
            for each in sentences
        )


def every(session: Session) -> Mapping[int, OwnWords]:
    """Return the forum's own words by the priority they speak of."""
    return {
        each.priority_id: OwnWords(each.words, each.proposed)
        for each in session.scalars(select(OwnMessage))
    }


def keep(session: Session, priority_id: int, words: str, proposed: str) -> None:
    """Keep the forum's own words on a priority; none of them: what is proposed stands again."""
    kept = session.scalars(
        select(OwnMessage).where(OwnMessage.priority_id == priority_id)
    ).one_or_none()
    if not words.strip():
        session.execute(delete(OwnMessage).where(OwnMessage.priority_id == priority_id))
    elif kept is None:
        session.add(OwnMessage(priority_id=priority_id, words=words.strip(), proposed=proposed))
    else:
        kept.words, kept.proposed = words.strip(), proposed
    session.flush()


def _in_order(words: str) -> Iterable[str]:
    found = (each.rstrip(",") for each in _NUMBER.findall(_QUOTE.sub("", words)))
    return dict.fromkeys(each for each in found if not _YEAR.fullmatch(each))


def _figures(words: str) -> set[str]:
    return set(_in_order(words))
