"""An evidence pack as a document free of any format, in the order inspectors read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters import charts
from pcf_desktop.exporters.charts import Bar, Caption, Tone
from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Chart,
    Document,
    EvidenceIndex,
    Fact,
    Heading,
    KeyMessage,
    Paragraph,
    Quote,
)
from pcf_desktop.records import Feedback, Forum, Inspection
from pcf_desktop.services import small_numbers, who_answered, wording
from pcf_desktop.services.evidence import Sources, base_words
from pcf_desktop.services.priorities import SUMMARY, Views
from pcf_desktop.services.quotes import Candidate
from pcf_desktop.services.voices import LISTED, VOICE

MOST_MESSAGES = 5
STANCE_WORDS: Mapping[str, tuple[str, Tone]] = {
    "better": ("Better", "good"),
    "no_change": ("No change", "same"),
    "worse": ("Worse, or a concern", "bad"),
    "mixed": ("Mixed", "mixed"),
}


_COLLECTED = (
    "Feedback was given to the forum in its own surveys and in conversations that volunteers "
    "wrote down. Volunteers linked each piece to the inspectors’ priorities and said whether it "
    "tells of things better, worse or unchanged. A person made every link."
)
_NO_SAMPLE = (
    "Families chose to speak to us. They are not a sample of all families. These figures say what "
    "the families we heard from say, no more."
)
_TOGETHER = "Small groups are put together, so that nobody can be worked out by subtraction."
_QUOTED = (
    "Quotes are word for word, from families who agreed to be quoted without names. […] marks a "
    "cut and [brackets] a change. Quote numbers are permanent: Q001 is the same words in every "
    "version and every pack."
)


@dataclass(frozen=True)
class Content:
    """What goes into a pack, chosen and counted, before it is put into words."""

    forum: Forum
    title: str
    prepared_for: str
    from_day: date | None
    to_day: date | None
    priorities: tuple[Views, ...]
    quotes: Mapping[int, tuple[Candidate, ...]]


def build(
    session: Session,
    content: Content,
    numbers: Mapping[int, int],
    today: date,
    mark: str = "",
) -> Document:
    """Put a pack into words; `numbers` holds the permanent number of each quoted feedback."""
    inspection = session.scalars(select(Inspection).order_by(Inspection.id.desc())).first()
    sources = Sources(session, content.forum.small_number)
    quoted = {key: f"Q{number:03d}" for key, number in numbers.items()}
    blocks: list[Block] = [
        *_key_messages(content, quoted),
        *_who(session, content, sources),
        *_priorities(content, quoted, sources),
        *_method(content),
        *_index(content, sources),
    ]
    facts = [
        Fact("Area", content.forum.area),
        Fact("Inspection", inspection.title if inspection is not None else ""),
        Fact("What families said", wording.period(content.from_day, content.to_day)),
        Fact("Prepared for", content.prepared_for),
        Fact("Prepared on", wording.day(today)),
    ]
    return Document(
        title=content.title,
        subtitle="Evidence from families of children with SEND",
        forum=content.forum.name,
        made_on=today,
        facts=tuple(fact for fact in facts if fact.value),
        mark=mark,
        sample="Made-up families: a sample, not evidence" if content.forum.sample else "",
        blocks=tuple(blocks),
    )


def _key_messages(content: Content, quoted: Mapping[int, str]) -> Iterator[Block]:
    yield Heading(1, "Key messages", number="1")
    least = content.forum.small_number
    loud = sorted(
        (each for each in content.priorities if each.heard.families >= least),
        key=lambda each: -each.heard.families,
    )
    if not loud:
        yield Paragraph(
            f"On no priority have {least} or more families been heard yet. The pages that follow "
            "show what is there.",
            number="1.1",
        )
    for place, each in enumerate(loud[:MOST_MESSAGES], start=1):
        refs = tuple(quoted[q.feedback_id] for q in content.quotes[each.id][:2])
        yield KeyMessage(
            _message(content, each),
            f"n = {wording.count(each.heard.families, 'family', 'families')}",
            number=f"1.{place}",
            refs=refs,
        )


def _message(content: Content, each: Views) -> str:
    heard, forum = each.heard, content.forum
    shown = small_numbers.merged(heard.by_stance, forum.small_number)
    worse, better = heard.by_stance["worse"], heard.by_stance["better"]
    title = each.title
    if shown is None or "worse" not in shown:
        families = wording.count(heard.families, "family", "families")
        return f"{title}: {families} told us about it."
    percent = small_numbers.percent(worse, heard.families, forum.percent_base)
    share = f" ({percent}%)" if percent is not None else ""
    said = f"{title}: {worse} of {heard.families} families{share} say it is worse or a concern"
    return f"{said}, {better} that it is better." if "better" in shown else f"{said}."


def _who(session: Session, content: Content, sources: Sources) -> Iterator[Block]:
    yield Heading(1, "Who answered", number="2")
    heard = session.scalar(select(func.count(VOICE.distinct())).select_from(Feedback).where(LISTED))
    comments = session.scalar(select(func.count()).select_from(Feedback).where(LISTED))
    least = content.forum.small_number
    yield Paragraph(
        f"The forum has heard from {base_words(heard or 0, least)}, in "
        f"{wording.count(comments or 0, 'comment')}. A family counts once, however often it "
        "spoke. A respondent of a survey without names counts as one family.",
        number="2.1",
        refs=tuple(sources.entries),
    )
    tables = who_answered.tables(session, content.forum)
    for place, table in enumerate(tables, start=2):
        yield Heading(2, table.title, number=f"2.{place}")
        yield table.as_block(f"Table {place - 1}")


def _priorities(content: Content, quoted: Mapping[int, str], sources: Sources) -> Iterator[Block]:
    used: set[int] = set()
    for place, each in enumerate(content.priorities, start=3):
        printed = f"Priority {each.number}: " if each.kind != "own_concern" and each.number else ""
        own = "Our own concern: " if each.kind == "own_concern" else ""
        yield Heading(1, f"{printed}{own}{each.title}", number=str(place))
        yield from _words(each, place)
        yield from _families(content, each, place, sources)
        yield from _quotes(content, each, place, quoted, sources, used)


def _words(each: Views, place: int) -> Iterator[Block]:
    if each.words:
        title = "In our words" if each.kind == "own_concern" else "In the inspectors’ words"
        yield Callout(title, each.words, each.source or "", number=f"{place}.1")
    else:
        yield Paragraph(
            "The inspectors’ own words are not in the sources that the forum holds.",
            number=f"{place}.1",
        )
    if each.judgement is not None:
        on = f" ({wording.day(each.judged_on)})" if each.judged_on is not None else ""
        sentence = f" {each.sentence}" if each.sentence else ""
        yield Paragraph(f"What inspectors judged since: {each.judgement}{on}.{sentence}")


def _families(content: Content, each: Views, place: int, sources: Sources) -> Iterator[Block]:
    yield Heading(2, "What families say", number=f"{place}.2")
    heard, least = each.heard, content.forum.small_number
    if heard.families == 0:
        yield Paragraph("No family has told us about this yet.", number=f"{place}.2.1")
        return
    if not small_numbers.may_show(heard.families, least):
        yield Paragraph(
            f"Fewer than {least} families have told us about this, too few to count here.",
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
        yield Paragraph("The numbers are too small to show how they divide.")


def _chart(content: Content, each: Views, place: int) -> Chart | None:
    forum = content.forum
    shown = small_numbers.merged(each.heard.by_stance, forum.small_number)
    if shown is None or len(shown) < 2:  # noqa: PLR2004  # one bar compares nothing
        return None
    rows = [
        Bar(STANCE_WORDS[key][0], shown[key], STANCE_WORDS[key][1])
        for key in SUMMARY
        if key in shown
    ]
    if small_numbers.REST in shown:
        rows.append(Bar(small_numbers.REST, shown[small_numbers.REST], "mixed"))
    most = max(rows, key=lambda row: row.count or 0)
    finding = (
        f"Most often families say: {most.label.lower()} ({most.count} of {each.heard.families})"
    )
    caption = Caption(
        finding,
        each.heard.families,
        "families",
        f"What families said, {wording.period(content.from_day, content.to_day)}.",
        number=f"Figure {place - 2}",
    )
    return charts.bars(caption, rows, "What they say")


def _quotes(
    content: Content,
    each: Views,
    place: int,
    quoted: Mapping[int, str],
    sources: Sources,
    used: set[int],
) -> Iterator[Block]:
    chosen = [q for q in content.quotes[each.id] if q.feedback_id not in used]
    again = [quoted[q.feedback_id] for q in content.quotes[each.id] if q.feedback_id in used]
    if not chosen and not again:
        yield Paragraph(
            "No words are quoted here: nobody who spoke of it has agreed to be quoted.",
            number=f"{place}.2.2",
        )
        return
    yield Heading(2, "In families’ words", number=f"{place}.3")
    if again:
        yield Paragraph(
            f"See also {wording.listed(again)}.", number=f"{place}.3.1", refs=tuple(again)
        )
    for candidate in chosen:
        used.add(candidate.feedback_id)
        yield Quote(
            quoted[candidate.feedback_id],
            candidate.words,
            who=("Parent carer",),
            when=wording.month(candidate.said),
            stance=STANCE_WORDS.get(candidate.stance, (candidate.stance.capitalize(), ""))[0],
            refs=sources.of(candidate.feedback_id),
        )


def _method(content: Content) -> Iterator[Block]:
    place, least = len(content.priorities) + 3, content.forum.small_number
    yield Heading(1, "Method and limits", number=str(place))
    texts = [
        _COLLECTED,
        _NO_SAMPLE,
        f"Families and comments are counted apart. Counts below {least} are not shown, and no "
        f"percentage stands on a base below {content.forum.percent_base}. " + _TOGETHER,
        _QUOTED,
    ]
    for number, text in enumerate(texts, start=1):
        yield Paragraph(text, number=f"{place}.{number}")


def _index(content: Content, sources: Sources) -> Iterator[Block]:
    if sources.entries:
        yield Heading(1, "Evidence index", number=str(len(content.priorities) + 4))
        yield EvidenceIndex(tuple(sources.entries.values()))
