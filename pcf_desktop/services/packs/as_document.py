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
from pcf_desktop.services.counting import counted, small_numbers, wording
from pcf_desktop.services.counting.voices import VOICE
from pcf_desktop.services.packs import evidence, messages, priority_sections, who_answered
from pcf_desktop.services.packs.content import Content
from pcf_desktop.services.packs.evidence import Sources, base_words
from pcf_desktop.services.packs.quotes import Said
from pcf_desktop.services.packs.who_answered import Answers
from pcf_desktop.services.priorities.priorities import Views

_COLLECTED = (
    "Feedback was given to the forum in its own surveys and in conversations that volunteers "
    "wrote down. A person made every link to a priority, and said whether the words tell of "
    "things better, worse or unchanged."
)
_STANCES = (
    "Worse includes what families call a concern, better includes what works well. A family with "
    "both to say counts as mixed. What the forum’s own people saw at meetings, and official "
    "figures, count as no family’s words and are not quoted."
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
_TOGETHER = "Small groups are put together, so that nobody can be worked out by subtraction."
_QUOTED = (
    "Quotes are from families who agreed to be quoted without names: word for word as they were "
    "written, or as a volunteer wrote down what was said. […] marks a cut and [brackets] a change. "
    "Quote numbers are permanent: Q001 is the same words in every version and every pack."
)


def build(
    session: Session,
    content: Content,
    numbers: Mapping[Said, int],
    today: date,
    mark: str = "",
) -> Document:
    """Put a pack into words; `numbers` holds the permanent number of each quote."""
    inspection = session.scalars(select(Inspection).order_by(Inspection.id.desc())).first()
    which = counted.feedback(content.from_day, content.to_day)
    sources = Sources(session, content.forum.small_number, which)
    quoted = {key: f"Q{number:03d}" for key, number in numbers.items()}
    answers = who_answered.answers(session, content.forum, content.from_day, content.to_day)
    place = priority_sections.FIRST + priority_sections.how_many(content, answers)
    blocks: list[Block] = [
        *messages.key_messages(content, quoted),
        *_who(session, content, sources, which, answers),
        *priority_sections.sections(content, numbers, sources, answers),
        *_method(content, place, answers),
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
        return wording.period(content.from_day, content.to_day)
    first, last = session.execute(
        select(func.min(Feedback.said_from), func.max(Feedback.said_from)).where(which)
    ).one()
    return wording.between(first, last) if first and last else ""


def _who(
    session: Session,
    content: Content,
    sources: Sources,
    which: ColumnElement[bool],
    answers: Answers,
) -> Iterator[Block]:
    yield Heading(1, "Who answered", number="2")
    families, comments = session.execute(
        select(func.count(VOICE.distinct()), func.count(VOICE)).where(which)
    ).one()
    yield Paragraph(_heard(content, families, comments), number="2.1", refs=tuple(sources.entries))
    if answers.about:
        yield Paragraph(_ONLY_TICKED, number="2.2")
    for place, table in enumerate(answers.about, start=1):
        yield table.as_block(f"Table {place}")


def _heard(content: Content, families: int, comments: int) -> str:
    least, when = content.forum.small_number, content.in_period
    if families == 0:
        return f"The forum has no comments from families{when or ' yet'}."
    if not small_numbers.may_show(families, least):
        said = base_words(families, least)
        return f"The forum has heard from {said}{when}, too few to count here."
    said = wording.count(families, "family", "families")
    return (
        f"The forum has heard from {said}{when}, in {wording.count(comments, 'comment')}. A family "
        "counts once, however often it spoke. A respondent of a survey without names counts as one "
        "family."
    )


def _method(content: Content, place: int, answers: Answers) -> Iterator[Block]:
    least = content.forum.small_number
    yield Heading(1, "Method and limits", number=str(place))
    texts = [
        f"{_COLLECTED} {_linked(content)}".rstrip(),
        _STANCES,
        _NO_SAMPLE,
        _counted(content),
        f"Families and comments are counted apart. Counts below {least} are not shown, and no "
        f"percentage stands on a base below {content.forum.percent_base}. " + _TOGETHER,
        f"{_QUOTED} {_voices(content)}".rstrip(),
    ]
    for number, text in enumerate(texts, start=1):
        yield Paragraph(text, number=f"{place}.{number}")
    yield from _left_out(content, f"{place}.{len(texts) + 1}", answers)


def _linked(content: Content) -> str:
    """Say how far the sorting has come: what waits is no silence."""
    if not content.to_sort:
        return ""
    linked = wording.count(content.linked, "comment is", "comments are")
    waiting = wording.count(content.to_sort, "comment is", "comments are")
    return f"So far {linked} linked; {waiting} still to be sorted. What waits counts nowhere below."


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
        days = wording.period(content.from_day, content.to_day)
        when = f"{content.in_period} ({days}). What has no date is not counted. "
    return f"{what}{when}{_KEPT_BACK}"


def _left_out(content: Content, number: str, answers: Answers) -> Iterator[Block]:
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
    if answers.left_out:
        asked = wording.listed([f"“{words}”" for words in answers.left_out])
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
