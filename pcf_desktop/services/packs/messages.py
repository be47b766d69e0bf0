"""The key messages of a pack, and the sentence in which the families' answers are stated."""

from collections.abc import Iterator, Mapping, Sequence

from pcf_desktop.exporters.document import Block, Heading, KeyMessage, Paragraph
from pcf_desktop.services.counting import small_numbers, wording
from pcf_desktop.services.counting.stances import GOOD, OF_FAMILIES
from pcf_desktop.services.packs.content import Content
from pcf_desktop.services.packs.quotes import Candidate, Said
from pcf_desktop.services.priorities.priorities import Views

MOST = 5
QUOTES_EACH = 2


def key_messages(content: Content, quoted: Mapping[Said, str]) -> Iterator[Block]:
    """Yield the first page: at most five messages, each with its base and quotes.

    What went well stands among them where enough families said so.
    """
    yield Heading(1, "Key messages", number="1")
    chosen = _chosen(content)
    if not chosen:
        least = content.forum.small_number
        when = content.in_period or " so far"
        yield Paragraph(
            f"Fewer than {least} families have been heard on each priority{when}. The pages that "
            "follow show what is there.",
            number="1.1",
        )
    messages = [
        (
            f"{each.title}: {finding(content, each) or _heard(each)}",
            each.heard.families,
            _behind(content.quotes[each.id]),
        )
        for each in chosen
    ]
    if content.glad >= content.forum.small_number and not _any_good(content, chosen):
        messages = [*messages[: MOST - 1], _what_works(content)]
    for place, (words, base, behind) in enumerate(messages, start=1 if chosen else 2):
        yield KeyMessage(
            words,
            f"n = {wording.count(base, 'family', 'families')}",
            number=f"1.{place}",
            refs=tuple(quoted[quote.key] for quote in behind),
        )


def finding(content: Content, each: Views) -> str:
    """Return what most families say, and what the others say; empty when nothing may be told.

    What is too small to stand alone is told together, as the chart shows it.
    """
    shown = content.stances(each)
    if shown is None:
        return ""
    base = each.heard.families
    first, *others = sorted(shown.alone, key=lambda key: -shown.alone[key])
    percent = small_numbers.percent(shown.alone[first], base, content.forum.percent_base)
    share = f" ({percent}%)" if percent is not None else ""
    said = f"{shown.alone[first]} of {base} families{share} say {OF_FAMILIES[first].said}"
    rest = [f"{shown.alone[key]} that {OF_FAMILIES[key].said}" for key in others]
    if shown.together:
        either = wording.either([OF_FAMILIES[key].short for key in shown.together])
        rest.append(f"{shown.rest} that it is {either}")
    return f"{said}; {wording.listed(rest)}." if rest else f"{said}."


def _what_works(content: Content) -> tuple[str, int, list[Candidate]]:
    """Return the message of what went well on any priority, its base and its quotes."""
    said = "told us of something that is better or works well."
    if content.spoke - content.glad >= content.forum.small_number:
        words = f"{content.glad} of the {content.spoke} families whose words are linked here {said}"
        return f"What works: {words}", content.spoke, _good_quotes(content)
    words = f"{wording.count(content.glad, 'family', 'families')} {said}"
    return f"What works: {words}", content.glad, _good_quotes(content)


def _heard(each: Views) -> str:
    return f"{wording.count(each.heard.families, 'family', 'families')} told us about it."


def _chosen(content: Content) -> list[Views]:
    """Return the priorities most families spoke of, one with good news for certain."""
    heard = sorted(
        (
            each
            for each in content.priorities
            if small_numbers.may_show(each.heard.families, content.forum.small_number)
        ),
        key=lambda each: -each.heard.families,
    )
    chosen, rest = heard[:MOST], heard[MOST:]
    if not _any_good(content, chosen):
        good = [each for each in rest if _any_good(content, [each])]
        chosen = [*chosen[: MOST - 1], *good[:1]] if good else chosen
    return chosen


def _any_good(content: Content, among: Sequence[Views]) -> bool:
    found = (content.stances(each) for each in among)
    return any(shown is not None and "better" in shown.alone for shown in found)


def _good_quotes(content: Content) -> list[Candidate]:
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
