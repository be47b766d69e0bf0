"""Evidence packs: what the person chose, what it comes to, and the register of what was made."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import chain

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.exporters.document import Document
from pcf_desktop.records import (
    Forum,
    Inspection,
    Pack,
    PackEvidence,
    PackIssue,
    PackItem,
    PackSection,
    Quote,
)
from pcf_desktop.services.counting import counted
from pcf_desktop.services.forum import series
from pcf_desktop.services.packs import (
    as_document,
    ledger,
    messages,
    privacy,
    quotes,
    quotes_left_out,
    who_answered,
)
from pcf_desktop.services.packs.content import Content
from pcf_desktop.services.packs.messages import Message
from pcf_desktop.services.packs.privacy import PrivacyFinding
from pcf_desktop.services.packs.quotes import Candidate, Said
from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.workspace import audit

QUOTES_EACH = 4
"""How many quotes a priority gets unless the person chooses them: 3 to 6 read well."""

KIND = "inspector"


@dataclass(frozen=True)
class PackPlan:
    """What a pack is to hold. Empty `priority_ids` means every priority of the inspection.

    `quotes` names, for a priority, the feedback to quote in its order; where a priority is not
    named, the program picks. `from_day` and `to_day` bound what is counted and quoted.
    """

    title: str = "What families told us"
    prepared_for: str = "Ofsted and the Care Quality Commission"
    priority_ids: tuple[int, ...] = ()
    from_day: date | None = None
    to_day: date | None = None
    quotes: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    quotes_each: int = QUOTES_EACH
    reason: str = ""
    """Why it goes out in spite of what the privacy check asks about."""


@dataclass(frozen=True)
class Issued:
    """One file of the register: what was made, when, and the code that proves its contents.

    `version` counts the packs of one title, the first being 1; the files of a pack share it.
    """

    pack_id: int
    title: str
    version: int
    at: datetime
    recipient: str | None
    file_name: str
    head_code: str


@dataclass(frozen=True)
class Drafted:
    """A pack as it would be made of what the file held at one point of its history, `head`."""

    plan: PackPlan
    head: tuple[int, str]
    content: Content
    numbers: Mapping[Said, int]
    document: Document
    messages: tuple[Message, ...]
    findings: tuple[PrivacyFinding, ...]
    """What the privacy check found, the worst first."""


def draft(session: Session, plan: PackPlan, today: date, mark: str = "Draft") -> Document:
    """Return the pack as it would be made now; nothing is kept.

    Raises:
        UserError: there is no priority, or none is chosen that may leave the forum.
    """
    return drafted(session, plan, today, mark).document


def drafted(session: Session, plan: PackPlan, today: date, mark: str = "") -> Drafted:
    """Return what `draft` does, with all that `make` needs of it.

    Quotes that have no permanent number yet show the ones they would get.
    """
    head = audit.head(session.connection())
    content = _gather(session, plan, today)
    last = series.peek(session, "quote")
    numbers: dict[Said, int] = {}
    for each in chain.from_iterable(content.quotes.values()):
        if each.key not in numbers:
            last += each.number is None
            numbers[each.key] = each.number or last
    document = as_document.build(session, content, numbers, today, mark)
    found = tuple(privacy.check(session, content))
    said = tuple(messages.proposed(content))
    return Drafted(plan, head, content, numbers, document, said, found)


def make(
    session: Session, plan: PackPlan, today: date, before: Drafted | None = None
) -> tuple[int, Document]:
    """Keep the pack with its sections and quotes; return its id and the document to write.

    What was drafted before is kept as it is, unless somebody changed something meanwhile.

    Raises:
        UserError: there is no priority, none is chosen that may leave the forum, or the privacy
            check keeps it in the house.
    """
    if before is None or before.head != audit.head(session.connection()):
        before = drafted(session, plan, today)
    privacy.require(before.findings, plan.reason)
    content = before.content
    numbers = quotes.numbered(session, chain.from_iterable(content.quotes.values()))
    pack = Pack(
        inspection_id=session.scalar(select(Inspection.id).order_by(Inspection.id.desc())),
        kind=KIND,
        title=plan.title,
        prepared_for=plan.prepared_for,
        from_day=plan.from_day,
        to_day=plan.to_day,
        figures={"told": content.ledger.frozen()},
        reason=plan.reason or None,
    )
    session.add(pack)
    session.flush()
    _keep_sections(session, pack.id, content, numbers)
    return pack.id, before.document


def note_issue(session: Session, pack_id: int, file_name: str, data: bytes, head_code: str) -> None:
    """Note that a pack was written to a file, and which quotes it holds."""
    files = select(func.max(PackIssue.file_number)).where(PackIssue.pack_id == pack_id)
    issue = PackIssue(
        pack_id=pack_id,
        file_number=(session.scalar(files) or 0) + 1,
        at=datetime.now(UTC),
        recipient=session.get_one(Pack, pack_id).prepared_for,
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        head_code=head_code,
    )
    session.add(issue)
    session.flush()
    held = session.execute(
        select(Quote.id, Quote.number)
        .join(PackItem, PackItem.quote_id == Quote.id)
        .join(PackSection, PackSection.id == PackItem.section_id)
        .where(PackSection.pack_id == pack_id)
        .distinct()
    )
    session.add_all(
        PackEvidence(issue_id=issue.id, quote_id=key, number=number) for key, number in held
    )


def issued(session: Session) -> list[Issued]:
    """Return the register, the latest first."""
    made = select(PackIssue.pack_id).distinct().subquery()
    versions = (
        select(
            Pack.id,
            func.row_number().over(partition_by=Pack.title, order_by=Pack.id).label("version"),
        )
        .join(made, made.c.pack_id == Pack.id)
        .subquery()
    )
    rows = session.execute(
        select(
            Pack.id,
            Pack.title,
            versions.c.version,
            PackIssue.at,
            PackIssue.recipient,
            PackIssue.file_name,
            PackIssue.head_code,
        )
        .join(PackIssue, PackIssue.pack_id == Pack.id)
        .join(versions, versions.c.id == Pack.id)
        .order_by(PackIssue.at.desc(), PackIssue.id.desc())
    )
    return [Issued(*row) for row in rows]


def version(session: Session, pack_id: int) -> int:
    """Return which pack of its title one is, or will be once it is written; the first is 1."""
    title = select(Pack.title).where(Pack.id == pack_id).scalar_subquery()
    earlier = (
        select(func.count(PackIssue.pack_id.distinct()))
        .join(Pack, Pack.id == PackIssue.pack_id)
        .where(Pack.title == title, Pack.id < pack_id)
    )
    return (session.scalar(earlier) or 0) + 1


def left_out(session: Session, plan: PackPlan) -> tuple[str, ...]:
    """Return a sentence for each quote that the plan names and that may not be in the pack now."""
    return tuple(
        sentence
        for priority_id, chosen in plan.quotes.items()
        if not plan.priority_ids or priority_id in plan.priority_ids
        for sentence in quotes_left_out.sentences(
            session, priority_id, chosen, plan.from_day, plan.to_day
        )
    )


def _gather(session: Session, plan: PackPlan, today: date) -> Content:
    period = plan.from_day, plan.to_day
    found = priorities.every(session, *period, for_pack=True)
    wanted = set(plan.priority_ids) or {each.id for each in found}
    chosen = [each for each in found if each.id in wanted]
    _require(found, chosen)
    forum = session.scalars(select(Forum)).one()
    figures = ledger.begin(session, forum, today, *period)
    return Content(
        forum=forum,
        title=plan.title,
        prepared_for=plan.prepared_for,
        ledger=figures,
        priorities=tuple(chosen),
        quotes={each.id: _quotes(session, plan, each.id) for each in chosen},
        answers=who_answered.answers(session, figures),
        families=counted.families(session, *period),
        comments=counted.comments(session, *period),
        glad=priorities.glad(session, [each.id for each in chosen], *period),
        spoke=priorities.spoke(session, [each.id for each in chosen], *period),
        left_out=tuple(each for each in found if each.id not in wanted),
        heard_outside=_heard_only_outside(session, plan, found),
    )


def _require(found: Sequence[Views], chosen: Sequence[Views]) -> None:
    if not found:
        raise UserError(
            "This forum has no priorities yet.",
            "Nothing was made.",
            "A pack needs the priorities of an inspection, and feedback linked to them.",
        )
    if not chosen:
        raise UserError(
            "Choose at least one priority.", "Nothing was made.", "Tick a priority in the list."
        )
    held = [each.title for each in chosen if each.is_embargoed]
    if held:
        raise UserError(
            "This pack holds words of a report that is not published yet.",
            "Nothing was made.",
            f"Leave out {held[0]}, or wait until the report is published.",
        )


def _heard_only_outside(session: Session, plan: PackPlan, found: Sequence[Views]) -> frozenset[int]:
    silent = {each.id for each in found if not each.heard.families}
    if not silent or (plan.from_day is None and plan.to_day is None):
        return frozenset()
    return frozenset(silent & priorities.heard(session, for_pack=True).keys())


def _quotes(session: Session, plan: PackPlan, priority_id: int) -> tuple[Candidate, ...]:
    if not plan.quotes.get(priority_id, plan.quotes_each):
        return ()  # none are wanted, and looking for them is what takes long
    found = quotes.candidates(session, priority_id, plan.from_day, plan.to_day)
    if priority_id not in plan.quotes:
        return tuple(quotes.pick(found, plan.quotes_each))
    by_id = {each.feedback_id: each for each in found}
    return tuple(by_id[key] for key in plan.quotes[priority_id] if key in by_id)


def _keep_sections(
    session: Session, pack_id: int, content: Content, numbers: Mapping[Said, int]
) -> None:
    quote_ids = dict(session.execute(select(Quote.number, Quote.id)).all())
    for place, priority in enumerate(content.priorities, start=1):
        section = PackSection(
            pack_id=pack_id,
            priority_id=priority.id,
            position=place,
            kind="priority",
            title=priority.title,
        )
        session.add(section)
        session.flush()
        session.add_all(
            PackItem(
                section_id=section.id,
                quote_id=quote_ids[numbers[each.key]],
                position=position,
                kind="quote",
            )
            for position, each in enumerate(content.quotes[priority.id], start=1)
        )
