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
from pcf_desktop.services.counting import small_numbers, wording
from pcf_desktop.services.counting.stances import OF_FAMILIES, STANCES
from pcf_desktop.services.packs import evidence
from pcf_desktop.services.packs.content import Content, together
from pcf_desktop.services.packs.evidence import Sources
from pcf_desktop.services.packs.messages import finding
from pcf_desktop.services.packs.quotes import Said
from pcf_desktop.services.packs.who_answered import Answers
from pcf_desktop.services.priorities.priorities import OWN_CONCERN, Views

FIRST = 3
"""The number of the first priority's section."""


def sections(
    content: Content,
    numbers: Mapping[Said, int],
    sources: Sources,
    answers: Answers,
) -> Iterator[Block]:
    """Yield a section for each priority; words quoted before are named by their number.

    Those of which neither inspectors nor families say anything stand in one list at the end.
    """
    silent = [each for each in content.priorities if _is_silent(content, each, answers)]
    quoted: set[Said] = set()
    tables = count(len(answers.about) + 1)
    spoken = [each for each in content.priorities if each not in silent]
    for place, each in enumerate(spoken, start=FIRST):
        yield Heading(1, _titled(each), number=str(place))
        yield from _words(each, place)
        yield from _families(content, each, place, sources)
        for table in answers.on_priority.get(each.id, ()):
            yield table.as_block(f"Table {next(tables)}")
        yield from _quotes(content, each, place, numbers, quoted)
    if silent:
        place = FIRST + len(spoken)
        yield Heading(1, "Priorities we cannot speak to yet", number=str(place))
        lead = "We hold no words on these yet, neither the inspectors’ nor families’:"
        yield ItemList(tuple(_listed(silent)), number=f"{place}.1", lead=lead)


def how_many(content: Content, answers: Answers) -> int:
    """Return how many sections the priorities take."""
    silent = sum(_is_silent(content, each, answers) for each in content.priorities)
    return len(content.priorities) - silent + bool(silent)


def _is_silent(content: Content, each: Views, answers: Answers) -> bool:
    said = each.words or each.heard.comments or each.id in answers.on_priority
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
    families, least = each.heard.families, content.forum.small_number
    if families == 0:
        when = content.in_period if each.id in content.heard_outside else " yet"
        if content.to_sort:  # somebody may have spoken of it
            return f"No family’s words are linked to this{when}"
        return f"No family has told us about this{when}"
    if not small_numbers.may_show(families, least):
        if content.to_sort:
            return f"Fewer than {least} families’ words are linked to this{content.in_period}"
        return f"Fewer than {least} families have told us about this{content.in_period}"
    said = wording.count(families, "family", "families")
    return f"{said} told us about this{content.in_period}"


def _words(each: Views, place: int) -> Iterator[Block]:
    if each.words:
        title = "In our words" if each.kind == "own_concern" else "In the inspectors’ words"
        yield Callout(title, each.words, each.source or "", number=f"{place}.1")
    else:
        yield Paragraph(
            "The inspectors’ own words are not in the sources that the forum holds.",
            number=f"{place}.1",
        )
    if judged := _judged(each):
        yield Paragraph(judged, number=f"{place}.1.1")


def _judged(each: Views) -> str:
    if each.judgement is None:
        return ""
    at = f" ({each.judged_at})" if each.judged_at else ""
    sentence = f" {each.sentence}" if each.sentence else ""
    source = f" Source: {each.judged_in}." if each.judged_in else ""
    return f"Judged since{at}: {each.judgement}.{sentence}{source}"


def _families(content: Content, each: Views, place: int, sources: Sources) -> Iterator[Block]:
    yield Heading(2, "What families say", number=f"{place}.2")
    heard, least = each.heard, content.forum.small_number
    if heard.families == 0:
        yield Paragraph(f"{told_us(content, each)}.", number=f"{place}.2.1")
        return
    if not small_numbers.may_show(heard.families, least):
        yield Paragraph(
            f"{told_us(content, each)}, too few to count here.",
            number=f"{place}.2.1",
            refs=sources.behind(each.id),
        )
        return
    said = wording.count(heard.families, "family", "families")
    yield Paragraph(
        f"{said} told us about this, in {wording.count(heard.comments, 'comment')}.",
        number=f"{place}.2.1",
        refs=sources.behind(each.id),
    )
    chart = _chart(content, each, place)
    if chart is not None:
        yield chart
    else:
        small = "The numbers are too small to show how they divide."
        yield Paragraph(finding(content, each) or small, number=f"{place}.2.2")


def _chart(content: Content, each: Views, place: int) -> Chart | None:
    shown = content.stances(each)
    if shown is None:
        return None
    rows = [
        Bar(family.label, shown.alone[key], family.tone)
        for key, family in OF_FAMILIES.items()
        if key in shown.alone
    ]
    if shown.together:
        rows.append(Bar(together(shown.together), shown.rest, "mixed"))
    if len(rows) < 2:  # noqa: PLR2004  # one bar compares nothing
        return None
    caption = Caption(
        finding(content, each),
        each.heard.families,
        "families",
        f"What families said, {wording.period(content.from_day, content.to_day)}.",
        number=f"Figure {place - FIRST + 1}",
        about=each.title,
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
