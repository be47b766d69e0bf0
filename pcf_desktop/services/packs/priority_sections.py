"""One priority of a pack: the inspectors' words, what families say, and their own words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby

from pcf_desktop.exporters import charts
from pcf_desktop.exporters.charts import Bar, Caption
from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Chart,
    Heading,
    ItemList,
    Paragraph,
    QuotedWords,
)
from pcf_desktop.services.counting import wording
from pcf_desktop.services.counting.stances import STANCES, label_of, tone_of
from pcf_desktop.services.disclosure.printed import Printed
from pcf_desktop.services.packs import changes, evidence
from pcf_desktop.services.packs.content import Content
from pcf_desktop.services.packs.evidence import Sources
from pcf_desktop.services.packs.messages import finding
from pcf_desktop.services.packs.quotes import Said
from pcf_desktop.services.priorities.priorities import OWN_CONCERN, Views

FIRST = 3
"""The number of the first priority's section."""


def sections(content: Content, numbers: Mapping[Said, int], sources: Sources) -> Iterator[Block]:
    """Yield a section for each priority; words quoted before are named by their number.

    Those of which neither inspectors nor families say anything stand in one list at the end.
    """
    silent = [each for each in content.priorities if _is_silent(content, each)]
    quoted: set[Said] = set()
    tables, figures = count(len(content.answers.about) + 1), count(1)
    spoken = [each for each in content.priorities if each not in silent]
    for place, each in enumerate(spoken, start=FIRST):
        yield Heading(1, _titled(each), number=str(place))
        yield from _words(each, place)
        yield from _families(content, each, place, sources, figures)
        for table in content.answers.on_priority.get(each.id, ()):
            yield table.as_block(f"Table {next(tables)}", content.counted_when(table.told))
        yield from _quotes(content, each, place, numbers, quoted)
    if silent:
        place = FIRST + len(spoken)
        yield Heading(1, "Priorities we cannot speak to yet", number=str(place))
        lead = "We hold no words on these yet, neither the inspectors’ nor families’:"
        yield ItemList(tuple(_listed(silent)), number=f"{place}.1", lead=lead)


def how_many(content: Content) -> int:
    """Return how many sections the priorities take."""
    silent = sum(_is_silent(content, each) for each in content.priorities)
    return len(content.priorities) - silent + bool(silent)


def _is_silent(content: Content, each: Views) -> bool:
    said = each.words or each.heard.comments or each.id in content.answers.on_priority
    return not said and not content.quotes[each.id] and each.id not in content.heard_outside


def _listed(silent: Sequence[Views]) -> Iterator[str]:
    """Yield the titles, those of which the same was judged since in one line."""
    for judged, some in groupby(silent, key=_judged):
        titles = [_titled(each) for each in some]
        if judged:
            yield f"{wording.listed(titles)}. {judged}"
        else:
            yield from titles


def _titled(each: Views) -> str:
    kind = kind_of(each)
    return f"{kind}: {each.title}" if kind else each.title


def kind_of(each: Views) -> str:
    """Return what stands before a priority's title: its number, or that it is our own."""
    if each.kind == OWN_CONCERN:
        return "Our own concern"
    return f"Priority {each.number}" if each.number else ""


def told_us(content: Content, each: Views) -> str:
    """Return how many families told us about a priority, as it may leave the forum; no full stop.

    Where families spoke only outside the period, it is not said that none has spoken yet.
    """
    least = content.ledger.rules.breakdown
    if each.heard.families == 0:
        when = content.in_period if each.id in content.heard_outside else " yet"
        if content.comments.to_sort:  # somebody may have spoken of it
            return f"No family’s words are linked to this{when}"
        return f"No family has told us about this{when}"
    told = content.told(each)
    if told is None:
        if content.comments.to_sort:
            return f"Fewer than {least} families’ words are linked to this{content.in_period}"
        return f"Fewer than {least} families have told us about this{content.in_period}"
    said = wording.count(told.base, "family", "families")
    return f"{said} told us about this{content.counted_when(told) or content.in_period}"


def _words(each: Views, place: int) -> Iterator[Block]:
    """Yield what the priority is about, in the words of whoever said so."""
    if each.words:
        yield Callout(_whose(each), each.words, each.source or "", number=f"{place}.1")
    elif each.kind != OWN_CONCERN:
        yield Paragraph(
            "The inspectors’ own words are not in the sources that the forum holds.",
            number=f"{place}.1",
        )
    if judged := _judged(each):
        yield Paragraph(judged, number=f"{place}.1.1")


def _whose(each: Views) -> str:
    if each.kind == OWN_CONCERN:
        return "In our words"
    return "In the inspectors’ words" if each.source else "From the letter, as we noted it"


def _judged(each: Views) -> str:
    """Return what inspectors judged since; of the forum's own concern they judged nothing."""
    if each.judgement is None or each.kind == OWN_CONCERN:
        return ""
    at = f" ({each.judged_at})" if each.judged_at else ""
    sentence = f" {each.sentence}" if each.sentence else ""
    source = f" Source: {each.judged_in}." if each.judged_in else ""
    return f"Judged since{at}: {each.judgement}.{sentence}{source}"


def _families(
    content: Content, each: Views, place: int, sources: Sources, figures: Iterator[int]
) -> Iterator[Block]:
    yield Heading(2, "What families say", number=f"{place}.2")
    told, refs = content.told(each), sources.behind(each.id)
    if told is None:
        why = ", so nothing is counted here" if each.heard.families else ""
        yield Paragraph(f"{told_us(content, each)}{why}.", number=f"{place}.2.1", refs=refs)
        return
    comments = "" if content.counted_when(told) else f", in {each.heard.comments:,} comments"
    yield Paragraph(f"{told_us(content, each)}{comments}.", number=f"{place}.2.1", refs=refs)
    if (chart := _chart(content, each, told, figures)) is not None:
        yield chart
    else:
        small = "The numbers are too small to show how they divide"
        yield Paragraph(f"{finding(content, told) or small}.", number=f"{place}.2.2")
    if since := changes.since(content.ledger, told):
        yield Paragraph(since, number=f"{place}.2.3")


def _chart(content: Content, each: Views, told: Printed, figures: Iterator[int]) -> Chart | None:
    rows = [Bar(label_of(keys), count, tone_of(keys)) for keys, count in told.shown.items()]
    if len(rows) < 2:  # noqa: PLR2004  # one bar compares nothing
        return None
    days = wording.period(told.from_day, told.to_day)
    caption = Caption(
        f"{finding(content, told)}.",
        told.base,
        "families",
        f"What families said, {days}{content.counted_when(told)}.",
        number=f"Figure {next(figures)}",
        about=each.title,
        has_shares=told.base >= content.ledger.rules.percent,
    )
    return charts.bars(caption, rows, "What they say")


def _quotes(
    content: Content, each: Views, place: int, numbers: Mapping[Said, int], quoted: set[Said]
) -> Iterator[Block]:
    yield Heading(2, "In families’ words", number=f"{place}.3")
    chosen = [quote for quote in content.quotes[each.id] if quote.key not in quoted]
    again = sorted(
        f"Q{numbers[quote.key]:03d} ({STANCES[quote.stance].quoted.lower()})"
        for quote in content.quotes[each.id]
        if quote.key in quoted
    )
    if not chosen and not again:
        yield Paragraph("No words are quoted here.", number=f"{place}.3.1")
    if again:
        yield Paragraph(f"See also {wording.listed(again)}.", number=f"{place}.3.1")
    for candidate in chosen:
        quoted.add(candidate.key)
        number = numbers[candidate.key]
        yield QuotedWords(
            f"Q{number:03d}",
            candidate.printed,
            who=(candidate.speaker,),
            when=wording.month(candidate.said),
            stance=STANCES[candidate.stance].quoted,
            refs=(evidence.number(number),),
        )
