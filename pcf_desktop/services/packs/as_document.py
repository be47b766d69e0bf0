"""An evidence pack as a document free of any format, in the order inspectors read it."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from pcf_desktop import days
from pcf_desktop.exporters.document import (
    Block,
    Document,
    EvidenceIndex,
    Fact,
    Heading,
    ItemList,
    Paragraph,
)
from pcf_desktop.records import Feedback, Inspection
from pcf_desktop.services.counting import counted, wording
from pcf_desktop.services.disclosure.printed import Printed
from pcf_desktop.services.packs import evidence, messages, priority_sections
from pcf_desktop.services.packs.content import Content
from pcf_desktop.services.packs.evidence import Sources
from pcf_desktop.services.packs.quotes import Said
from pcf_desktop.services.priorities.priorities import Views

_COLLECTED = (
    "Feedback was given to the forum in its own surveys and in conversations that volunteers "
    "wrote down. A person made every link to a priority, and said whether the words tell of "
    "things better, worse or unchanged."
)
_STANCES = (
    "Better, no change and worse tell of a change; works well and a concern tell how things are. "
    "A family that says both counts with the change; with good and bad to say it counts as mixed. "
    "What the forum’s own people saw at meetings, and official figures, count as no family’s words "
    "and are not quoted."
)
_ONLY_TICKED = (
    "The tables are about everybody who answered the question in the survey, also who ticked "
    "answers and wrote no comment. They say nothing of families heard in other ways."
)
_NO_SAMPLE = (
    "Families chose to speak to us. They are not a sample of all families. These figures say what "
    "the families we heard from say, no more."
)
_KEPT_BACK = (
    "What a family asked us to keep to ourselves, or no longer agrees to, is neither counted nor "
    "quoted. Who did not want their words shown to inspectors is counted, and not quoted."
)
_TOGETHER = (
    "Small groups are put together, so that nobody can be worked out by subtraction, also not from "
    "the packs that the forum gave out before: where a new figure would differ from an older one "
    "by a few families, the older one is said again with its date."
)
_QUOTED = (
    "Quotes are from families who agreed to be quoted without names: word for word as they were "
    "written, or as a volunteer wrote down what was said. […] marks a cut and [brackets] a change. "
    "Quote numbers are permanent: Q001 is the same words in every version and every pack."
)

SAID, TICKED = "said", "ticked"
_HOW = {SAID: "in their own words", TICKED: "by ticking answers in a survey"}
LINKED = "are linked to a priority"
WAITING = "still wait to be sorted"
NEITHER = "bear on none of the priorities"


def build(
    session: Session,
    content: Content,
    numbers: Mapping[Said, int],
    today: date,
    mark: str = "",
) -> Document:
    """Put a pack into words; `numbers` holds the permanent number of each quote."""
    inspection = session.scalars(select(Inspection).order_by(Inspection.id.desc())).first()
    ledger = content.ledger
    which = counted.feedback(ledger.from_day, ledger.to_day)
    sources = Sources(session, ledger, content.families.said, content.answers.surveys())
    quoted = {key: f"Q{number:03d}" for key, number in numbers.items()}
    place = priority_sections.FIRST + priority_sections.how_many(content)
    blocks: list[Block] = [
        *messages.key_messages(content, quoted),
        *_who(content, sources),
        *priority_sections.sections(content, numbers, sources),
        *_method(content, place),
        *_index(session, sources, numbers, place + 1),
    ]
    facts = [
        Fact("Area", content.forum.area),
        Fact("Inspection", inspection.title if inspection is not None else ""),
        Fact("What families said", _heard_when(session, content, which)),
        Fact("Prepared for", content.prepared_for),
        Fact("Prepared on", days.day(today)),
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


def _heard_when(session: Session, content: Content, which: ColumnElement[bool]) -> str:
    """Return the period that was asked for, else the days from the first to the last."""
    if content.in_period:
        return wording.period(content.ledger.from_day, content.ledger.to_day)
    first, last = session.execute(
        select(func.min(Feedback.said_from), func.max(Feedback.said_from)).where(which)
    ).one()
    return wording.between(first, last) if first and last else ""


def _who(content: Content, sources: Sources) -> Iterator[Block]:
    yield Heading(1, "Who answered", number="2")
    yield Paragraph(_heard(content), number="2.1", refs=tuple(sources.entries))
    about = content.answers.about
    if about:
        yield Paragraph(_ONLY_TICKED, number="2.2")
    for place, table in enumerate(about, start=1):
        yield table.as_block(f"Table {place}", content.counted_when(table.told))


def _heard(content: Content) -> str:
    """Say how many families were heard and how: who only ticked in a survey is a family too."""
    families, when = content.families, content.in_period
    if families.total == 0:
        return f"The forum has heard from no family{when or ' yet'}."
    parts = {SAID: families.said, TICKED: families.only_ticked}
    told = content.ledger.divided("families", families.total, parts)
    if told is None:
        least = content.ledger.rules.breakdown
        return f"The forum has heard from fewer than {least} families{when}."
    said = wording.count(told.base, "family", "families")
    how = f", {_how(told, content)}" if told.alone else ""
    return (
        f"The forum has heard from {said}{content.counted_when(told) or when}{how}. A family "
        "counts once, however often it spoke. A respondent of a survey without names counts as one "
        "family."
    )


def _how(told: Printed, content: Content) -> str:
    """Say how they were heard, where both ways may be told."""
    how = dict(_HOW)
    if not content.counted_when(told):
        how[SAID] += f", in {content.comments.total:,} comments"
    if len(told.alone) == 1:
        return next(how[part] for part in told.alone)
    return wording.listed([f"{n:,} {how[part]}" for part, n in told.alone.items()])


def _method(content: Content, place: int) -> Iterator[Block]:
    rules = content.ledger.rules
    yield Heading(1, "Method and limits", number=str(place))
    small = (
        f"No count below {rules.small} is shown, nothing is broken down on a base below "
        f"{rules.breakdown}, and no percentage stands on a base below {rules.percent}. {_TOGETHER}"
    )
    texts = [
        f"{_COLLECTED} {_linked(content)}".rstrip(),
        _STANCES,
        _NO_SAMPLE,
        _counted(content),
        small,
        f"{_QUOTED} {_voices(content)}".rstrip(),
    ]
    for number, text in enumerate(texts, start=1):
        yield Paragraph(text, number=f"{place}.{number}")
    yield from _left_out(content, f"{place}.{len(texts) + 1}")


def _linked(content: Content) -> str:
    """Say how far the sorting has come: what waits is no silence."""
    found = content.comments
    if not found.to_sort and not found.no_priority:
        return ""
    parts = {LINKED: found.linked, WAITING: found.to_sort, NEITHER: found.no_priority}
    told = content.ledger.divided("comments", found.total, parts)
    if told is None or not told.shown:
        return "Not every comment is linked to a priority. What waits counts nowhere below."
    said = [f"{n:,} {wording.either(list(words))}" for words, n in told.shown.items()]
    when = content.counted_when(told)
    return (
        f"Of {told.base:,} comments{when}, {wording.listed(said)}. What waits counts nowhere below."
    )


def _voices(content: Content) -> str:
    """Say where one family is quoted more than once."""
    found = {quote.key: quote.voice for chosen in content.quotes.values() for quote in chosen}
    families = len(set(found.values()))
    if families == len(found):
        return ""
    said = wording.count(families, "family", "families")
    return f"The {len(found)} quotes are the words of {said}."


def _counted(content: Content) -> str:
    """Return what the pack counts, as `services.counted` decides it."""
    what = "This pack counts what families said, and what they answered in surveys"
    when = ", whatever its date. "
    if content.in_period:
        days = wording.period(content.ledger.from_day, content.ledger.to_day)
        when = f"{content.in_period} ({days}). What has no date is not counted. "
    return f"{what}{when}{_KEPT_BACK}"


def _left_out(content: Content, number: str) -> Iterator[Block]:
    """Yield what the forum did not choose, so that nothing is left out without a word.

    What is under embargo is not named: its very title may not leave the forum yet.
    """
    named = [
        f"{_in_list(each)} is not in this pack. {priority_sections.told_us(content, each)}."
        for each in content.left_out
        if not each.is_embargoed
    ]
    if len(named) < len(content.left_out):
        named.append("What a report says that is not published yet is not in this pack.")
    if content.answers.left_out:
        asked = wording.listed([f"“{words}”" for words in content.answers.left_out])
        named.append(f"Asked in the survey and not shown: {asked}.")
    if named:
        yield ItemList(tuple(named), number=number, lead="What is left out:")


def _in_list(each: Views) -> str:
    kind = priority_sections.kind_of(each)
    return f"{kind}, {each.title}," if kind else each.title


def _index(
    session: Session, sources: Sources, numbers: Mapping[Said, int], place: int
) -> Iterator[Block]:
    entries = [*sources.entries.values(), *evidence.of_quotes(session, numbers)]
    if entries:
        yield Heading(1, "Evidence index", number=str(place))
        yield EvidenceIndex(tuple(entries))
