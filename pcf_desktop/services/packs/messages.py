"""The key messages of a pack: what comments and surveys say of a priority, side by side.

A message is proposed from the figures, the larger base first, neither hiding the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pcf_desktop.exporters.document import Block, Heading, KeyMessage, Paragraph
from pcf_desktop.services.counting import wording
from pcf_desktop.services.counting.stances import GOOD, said_of, tone_of
from pcf_desktop.services.disclosure.printed import Parts, Printed
from pcf_desktop.services.packs.content import Content
from pcf_desktop.services.packs.own_messages import OwnWords
from pcf_desktop.services.packs.quotes import Candidate, Said
from pcf_desktop.services.packs.who_answered import AnswerTable
from pcf_desktop.services.priorities.priorities import Views

MOST = 5
QUOTES_EACH = 2
QUESTIONS_EACH = 2
"""So many survey questions stand in a message; the others stand in the priority's own section."""


@dataclass(frozen=True)
class Message:
    """What is proposed to be said of a priority, and the bases it rests on."""

    priority_id: int | None
    """None where it speaks of several."""
    words: str
    base: str
    size: int = 0
    """The largest of its bases."""
    has_good_news: bool = True
    title: str = ""
    own: OwnWords | None = None
    """What the forum says in place of it."""

    @property
    def printed(self) -> str:
        """Return what stands on the page: the forum's own words, else what is proposed."""
        if self.own is None:
            return self.words
        return f"{self.title}: {self.own.printed(self.words)}"


def proposed(content: Content) -> list[Message]:
    """Return at most five messages, on the priorities of which most is known, in that order.

    One with good news is among them where there is any: of one priority, else of all together.
    """
    found = sorted(
        filter(None, (_proposal(content, each) for each in content.priorities)),
        key=lambda each: -each.size,
    )
    chosen, rest = found[:MOST], found[MOST:]
    if not any(each.has_good_news for each in chosen):
        good = [each for each in rest if each.has_good_news]
        good = good or list(_what_works(content))
        chosen = [*chosen[: MOST - 1], *good[:1]] if good else chosen
    return chosen


def key_messages(content: Content, quoted: Mapping[Said, str]) -> Iterator[Block]:
    """Yield the first page: each message with its bases and quotes."""
    yield Heading(1, "Key messages", number="1")
    found = proposed(content)
    is_silent = all(message.priority_id is None for message in found)
    if is_silent:
        least = content.ledger.rules.breakdown
        when = content.in_period or " so far"
        yield Paragraph(
            f"Fewer than {least} families have been heard on each priority{when}, so none is "
            "counted by itself. The pages that follow show what there is.",
            number="1.1",
        )
    for place, message in enumerate(found, start=2 if is_silent else 1):
        yield KeyMessage(
            message.printed,
            message.base,
            number=f"1.{place}",
            refs=tuple(quoted[quote.key] for quote in _quotes(content, message)),
        )


def finding(content: Content, told: Printed) -> str:
    """Return what most families say, and what the others say; empty where nothing is divided.

    What is too small to stand alone is told together, as the chart shows it.
    """
    if not told.shown:
        return ""
    (first, n), *others = sorted(told.shown.items(), key=_named_first)
    share = content.ledger.rules.share(n, told.base)
    share = f" ({share})" if share else ""
    said = f"{n:,} of {told.base:,} families{share} say {said_of(first)}"
    rest = [f"{count:,} that {said_of(keys)}" for keys, count in others]
    return f"{said}; {wording.listed(rest)}" if rest else said


def _named_first(shown: tuple[Parts, int]) -> tuple[bool, int]:
    """Order what points one way before what was put together, the larger first."""
    keys, count = shown
    return len(keys) > 1 and tone_of(keys) == "mixed", -count


def answered(table: AnswerTable) -> str:
    """Return what most answered to a survey question, on the base of those concerned."""
    told = table.told
    said = [
        f"{told.alone[words]:,}{_of(table, words) if place == 0 else ''} “{words}”"
        for place, words in enumerate(table.leading())
    ]
    return f"asked “{table.title}”, {wording.listed(said)}" if said else ""


def _of(table: AnswerTable, words: str) -> str:
    concerned = " concerned" if table.not_concerned is not None else ""
    share = table.share(table.told.alone[words])
    answered = f" of {table.told.base:,}{concerned}"
    return f"{answered} ({share}) answered" if share else f"{answered} answered"


def _proposal(content: Content, each: Views) -> Message | None:
    """Return what is said of a priority, the larger base first; None where nothing may be."""
    found = sorted(_said(content, each), key=lambda said: -said[0])
    if not found:
        return None
    told = content.told(each)
    return Message(
        each.id,
        f"{each.title}: {'. '.join(_capital(words) for _, words, _ in found)}.",
        f"n = {wording.listed([base for _, _, base in found])}",
        found[0][0],
        told is not None and any(tone_of(keys) == "good" for keys in told.shown),
        each.title,
        content.own_words.get(each.id),
    )


def _what_works(content: Content) -> Iterator[Message]:
    """Yield the message of what went well on any priority, where enough families said so."""
    parts = {"good": content.glad, "none": content.spoke - content.glad}
    told = content.ledger.divided("good news", content.spoke, parts)
    if told is None or "good" not in told.alone:
        return
    yield Message(
        None,
        f"What works: {told.alone['good']:,} of the {told.base:,} families whose words are linked "
        f"here told us of something that is better or works well{content.counted_when(told)}.",
        f"n = {wording.count(told.base, 'family', 'families')}",
    )


def _said(content: Content, each: Views) -> Iterator[tuple[int, str, str]]:
    """Yield the size, the words and the base of what comments say, and of what surveys say."""
    told = content.told(each)
    if told is not None:
        words = finding(content, told) or f"{told.base:,} families told us about it"
        base = wording.count(told.base, "family", "families")
        yield told.base, f"in their own words, {words}{content.counted_when(told)}", base
    tables = content.answers.on_priority.get(each.id, ())
    for table in sorted(tables, key=lambda table: -table.told.base)[:QUESTIONS_EACH]:
        if words := answered(table):
            base = wording.count(table.told.base, "answer")
            yield table.told.base, f"{words}{content.counted_when(table.told)}", base


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _quotes(content: Content, message: Message) -> list[Candidate]:
    if message.priority_id is not None:
        return _behind(content.quotes[message.priority_id])
    found = {
        quote.key: quote
        for each in content.priorities
        for quote in content.quotes[each.id]
        if quote.stance in GOOD
    }
    return list(found.values())[:QUOTES_EACH]


def _behind(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Return two quotes, one of them good news where there is any, in their order."""
    good = next((quote for quote in chosen if quote.stance in GOOD), None)
    first = [quote for quote in chosen if quote is not good][: QUOTES_EACH - (good is not None)]
    picked = [*first, *([good] if good is not None else [])]
    return [quote for quote in chosen if quote in picked]
