"""The privacy check: what somebody should know of a pack before it leaves the house."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Pack, PackIssue
from pcf_desktop.services.counting import wording
from pcf_desktop.services.disclosure.attacker import Statement
from pcf_desktop.services.disclosure.finding import FoundOut, found_in, unknown
from pcf_desktop.services.packs import messages
from pcf_desktop.services.packs.content import Content


@dataclass(frozen=True)
class PrivacyFinding:
    """One thing that was found, in plain words, and why it matters.

    What `blocks` keeps the pack in the house. What `asks` goes out once somebody has given a
    reason, which is kept with the pack. The rest is to be known.
    """

    what: str
    why: str
    blocks: bool = False
    asks: bool = False


def check(session: Session, content: Content) -> list[PrivacyFinding]:
    """Return all that is found in a pack whose figures have been told, the worst first."""
    found = [
        *_worked_out(content),
        *_open_quotes(content),
        *_own_words(content),
        *_of_one_mind(content),
        *_said_again(content),
        *_unknown_packs(session),
    ]
    return sorted(found, key=lambda each: (not each.blocks, not each.asks))


def require(findings: Sequence[PrivacyFinding], reason: str) -> None:
    """Refuse a pack that may not leave the house.

    Raises:
        UserError: something blocks, or asks for a reason and none was given.
    """
    if found := refusal(findings, reason):
        raise found


def refusal(findings: Sequence[PrivacyFinding], reason: str) -> UserError | None:
    """Return why a pack may not leave the house, None where it may."""
    for each in findings:
        if each.blocks:
            return UserError(each.what, "Nothing was made.", each.why)
    asking = next((each for each in findings if each.asks), None)
    if asking is None or reason.strip():
        return None
    return UserError(
        asking.what, "Nothing was made.", "Say why it may go out, or take it out of the pack."
    )


def _worked_out(content: Content) -> Iterator[PrivacyFinding]:
    """Yield whom the attacker finds in all figures of the pack and of those before it."""
    book = content.ledger
    told = [each for each in book.told.values() if each is not None and not book.is_older(each)]
    for each in found_in(told, book.earlier, book.rules, list(_known(content))):
        yield PrivacyFinding(
            f"{_named(content, each.key)}: a few families could be worked out.",
            _beside(each),
            blocks=True,
        )


def _beside(found: FoundOut) -> str:
    if found.before is None:
        return "It follows from the other figures of this pack. Leave out this priority."
    return "It follows from this pack beside an earlier one. Choose the period of that pack."


def _known(content: Content) -> Iterator[Statement]:
    """Yield how the message of what works hangs together with the priorities it speaks of."""
    works = content.ledger.told.get("good news")
    if works is None:
        return
    least: dict[str, int] = {}
    for each in content.priorities:
        told = content.told(each)
        if told is None:
            return  # some of what works may lie where nothing is told
        good = [unknown(told.key, part) for part in ("better", "strength") if part in told.parts]
        mixed = [unknown(told.key, "mixed")] if "mixed" in told.parts else []
        whole = unknown(works.key, "good")
        if good:
            yield Statement({whole: 1, **dict.fromkeys(good, -1)}, 0, float("inf"))
        least |= dict.fromkeys([*good, *mixed], 1)
    yield Statement({**least, unknown(works.key, "good"): -1}, 0, float("inf"))


def _open_quotes(content: Content) -> Iterator[PrivacyFinding]:
    for each in content.priorities:
        open_ = sum(bool(quote.details) for quote in content.quotes[each.id])
        if open_:
            quotes = wording.count(open_, "quote")
            yield PrivacyFinding(
                f"{each.title}: {quotes} may point to a person.",
                "Look at the words marked in it. Who knows the family would know them.",
                asks=True,
            )


def _own_words(content: Content) -> Iterator[PrivacyFinding]:
    """Yield what is to be known of the figures in the forum's own messages."""
    for message in messages.proposed(content):
        own = message.own
        if own is None:
            continue
        for figure in own.outdated(message.words):
            yield PrivacyFinding(
                f"{message.title}: your message says {figure}, which was right when you wrote it.",
                "It stands in no figure of this pack any more. Look at the message again.",
                asks=True,
            )
        for figure in own.unheard_of(message.words):
            yield PrivacyFinding(
                f"{message.title}: your message says {figure}, which stands in no figure here.",
                "Inspectors will look for it, and a small number may point to a family.",
                asks=True,
            )


def _of_one_mind(content: Content) -> Iterator[PrivacyFinding]:
    """Yield where everybody says the same, so that it is known of each who is known to be heard."""
    rules = content.ledger.rules
    for told in content.ledger.told.values():
        if told is not None and len(told.shown) == 1 and told.base < rules.percent:
            ((_, count),) = told.shown.items()
            if count == told.base and told.key.startswith(("priority", "question")):
                yield PrivacyFinding(
                    f"{_named(content, told.key)}: all {told.base} say the same.",
                    "Whoever knows that a family was heard then knows what it said.",
                    asks=True,
                )


def _said_again(content: Content) -> Iterator[PrivacyFinding]:
    for told in content.ledger.told.values():
        if told is not None and content.ledger.is_older(told):
            yield PrivacyFinding(
                f"{_named(content, told.key)}: the figures of an earlier pack are said again"
                f"{content.counted_when(told)}.",
                "Counted anew they would differ by a few families, and the two packs side by side "
                "would show what those said.",
            )


def _unknown_packs(session: Session) -> Iterator[PrivacyFinding]:
    issued = select(PackIssue.pack_id)
    which = Pack.id.in_(issued), Pack.figures.is_(None)
    packs = session.scalar(select(func.count()).select_from(Pack).where(*which)) or 0
    if packs:
        yield PrivacyFinding(
            f"{wording.count(packs, 'pack')} went out before this program kept their figures.",
            "Nobody can check the new figures against theirs: look at them side by side.",
        )


def _named(content: Content, key: str) -> str:
    """Return what a group is called where a person reads of it."""
    titles = {f"priority {each.id}": each.title for each in content.priorities}
    titles |= {
        table.told.key: f"“{table.title}”"
        for tables in (content.answers.about, *content.answers.on_priority.values())
        for table in tables
    }
    titles |= _OTHERS
    return titles.get(key, "A figure of this pack")


_OTHERS = {
    "families": "How many families were heard",
    "comments": "How far the comments are sorted",
    "sources": "The families behind each source",
    "good news": "What works",
}
