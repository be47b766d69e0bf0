"""An evidence pack as a document free of any format, in the order inspectors read it."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import (
    Block,
    Document,
    EvidenceIndex,
    Fact,
    Heading,
    Paragraph,
)
from pcf_desktop.records import Feedback, Inspection
from pcf_desktop.services import (
    evidence,
    pack_messages,
    pack_priorities,
    who_answered,
    wording,
)
from pcf_desktop.services.evidence import Sources, base_words
from pcf_desktop.services.pack_content import Content
from pcf_desktop.services.voices import LISTED, VOICE

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
        *pack_messages.key_messages(content, quoted),
        *_who(session, content, sources),
        *pack_priorities.sections(content, numbers, sources),
        *_method(content),
        *_index(session, content, sources, numbers),
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
    for place, table in enumerate(tables, start=1):
        yield table.as_block(f"Table {place}")


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


def _index(
    session: Session, content: Content, sources: Sources, numbers: Mapping[int, int]
) -> Iterator[Block]:
    entries = [*sources.entries.values(), *evidence.of_quotes(session, numbers)]
    if entries:
        yield Heading(1, "Evidence index", number=str(len(content.priorities) + 4))
        yield EvidenceIndex(tuple(entries))
