"""What the words of a log mean in the forum's lists, and what a person said of its columns."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers.logs.log_sheet import LISTS, LogMatching, LogSheet, Meaning
from pcf_desktop.importers.names import normal
from pcf_desktop.records import KnownWord
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import known_words
from pcf_desktop.services.forum.known_words import Choosing, Said, WordMatch
from pcf_desktop.services.surveys import consent_words

COLUMNS = "log_column"

_KEPT = "The column asks for consent, so a no keeps it to ourselves."


@dataclass(frozen=True)
class LogWords:
    """The words of a log with what they mean, by list, and what can be chosen instead."""

    matches: Mapping[str, list[WordMatch]]
    choosing: Mapping[str, Choosing]

    def open(self) -> list[WordMatch]:
        """Return the words at which somebody has to look."""
        return [each for found in self.matches.values() for each in found if each.key is None]

    def meanings(self) -> dict[tuple[str, str], str]:
        """Return what is sure, by list and words; what means nothing is left out."""
        return {
            each.place: each.key for found in self.matches.values() for each in found if each.key
        }


def of(session: Session, sheet: LogSheet, said: Said) -> LogWords:
    """Return what the words of a log mean, as far as it is sure or was said."""
    matches: dict[str, list[WordMatch]] = {}
    choosing: dict[str, Choosing] = {}
    known = feedback.districts(session)
    for meaning, list_key in LISTS.items():
        counts = Counter(text for row in sheet.rows if (text := row.cell(meaning)))
        if counts:
            found = known_words.matched(session, list_key, counts, said, known)
            matches[list_key] = _consent(sheet, found) if meaning is Meaning.QUOTE else found
            choosing[list_key] = known_words.choosing(session, list_key, found, known)
    return LogWords(matches, choosing)


def _consent(sheet: LogSheet, found: list[WordMatch]) -> list[WordMatch]:
    """Return what was answered to quoting; a no to more than that is no only to quoting."""
    headings = [each.heading for each in sheet.columns if each.meaning is Meaning.QUOTE]
    quotes = any(consent_words.part(heading) == consents.QUOTE for heading in headings)
    return [_answered(each, quotes=quotes) for each in found]


def _answered(match: WordMatch, *, quotes: bool) -> WordMatch:
    if match.key is None and match.likely is None:
        yes = consent_words.is_yes(match.words)
        no = "use" if quotes else "keep"
        return match if yes is None else replace(match, likely="quote" if yes else no)
    by_list = match.key == "use" and not match.why.startswith("You chose")
    return replace(match, key="keep", why=_KEPT) if by_list and not quotes else match


def with_columns_of_before(session: Session, sheet: LogSheet) -> LogMatching:
    """Return the choices with what a person said of columns of these headings; the new stands."""
    rows = session.execute(
        select(KnownWord.words, KnownWord.meaning).where(KnownWord.list_key == COLUMNS)
    )
    before = {row[0]: Meaning(row[1]) for row in rows}
    known = {
        each.heading: before[normal(each.heading)]
        for each in sheet.columns
        if normal(each.heading) in before
    }
    return replace(sheet.choices, meanings={**known, **sheet.choices.meanings})


def remember(session: Session, sheet: LogSheet, said: Said) -> None:
    """Keep what was said of the words and of the columns of a log, for the next file."""
    columns = {(COLUMNS, normal(name)): str(each) for name, each in sheet.choices.meanings.items()}
    known_words.remember(session, {**said, **columns})
