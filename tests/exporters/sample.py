"""A made-up pack that reads like a real one: six priorities, forty quotes, charts and an index."""

from datetime import date

from pcf_desktop.exporters.charts import Bar, Caption, Part, Stack, bars, stacks
from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Cell,
    Chart,
    Document,
    Evidence,
    EvidenceIndex,
    Fact,
    Heading,
    ItemList,
    KeyMessage,
    PageBreak,
    Paragraph,
    QuotedWords,
    Table,
)

PRIORITIES = (
    ("Joint leadership", "The area does not plan and pay for services together.", (9, 24, 13, 31)),
    ("Therapy waits", "Children wait too long for speech and language therapy.", (6, 12, 9, 61)),
    ("Autism and ADHD assessment", "The wait for an assessment is too long.", (5, 14, 8, 77)),
    ("Quality of EHC plans", "Plans do not say clearly what will be done.", (11, 20, 16, 58)),
    ("Exclusions", "Too many pupils with SEND miss time in school.", (7, 19, 6, 33)),
    ("Finding help", "Parents do not know what help there is.", (28, 17, 12, 14)),
)
WORDS = (
    "We waited 19 months and nobody rang once. I found out from another mum.",
    "Whole sections were copied from an old report. It has another child’s name in [our plan].",
    "[The caseworker] rang me herself to say sorry, which nobody has done before.",
    """I gave up £40 an hour for a private therapist because the NHS list was closed. We cannot \
keep paying that. My eldest goes without things so that her brother can talk, and she has never \
once complained, but I see it. When I asked how long, the answer was “we don’t hold that”.""",
    "School are brilliant. They read the plan and they do what it says.",
    "He is on a timetable of two hours a day […] and they call it a phased return. For a year.",
    "=SUM of all promises: nothing changed",
)
WHO = (
    ("parent of a primary-age child", "north of the county"),
    ("parent of a secondary-age child",),
    ("carer", "south of the county"),
    ("parent of a young adult", "has an EHC plan"),
)
WHEN = ("June 2026", "March 2026")
STANCES = ("worse", "worse", "better", "no change")
PARTS = (
    Part("Better", "good"),
    Part("No change", "same"),
    Part("Better in some ways", "mixed"),
    Part("Worse", "bad"),
)


def sample_document(quotes: int = 40) -> Document:
    """Return a whole made-up pack with about so many quotes."""
    blocks: list[Block] = [*_key_messages(), PageBreak(), *_who_answered()]
    ends = [quotes * at // len(PRIORITIES) for at in range(len(PRIORITIES) + 1)]
    for at in range(len(PRIORITIES)):
        blocks += [PageBreak(), *_priority(at, range(ends[at] + 1, ends[at + 1] + 1))]
    blocks += [PageBreak(), *_closing()]
    return Document(
        title="Re-visit evidence pack",
        subtitle="What families say about the six priorities of the inspection",
        forum="Larchshire Parent Carer Forum",
        made_on=date(2026, 11, 20),
        facts=(
            Fact("Area", "Larchshire"),
            Fact("Inspection", "Joint area SEND inspection, letter of 6 May 2025"),
            Fact("Period", "1 September 2025 to 31 August 2026"),
            Fact("Prepared for", "The inspectors of Ofsted and the Care Quality Commission"),
            Fact("Version", "Version 2, 20 November 2026"),
        ),
        mark="Version 2",
        sample="Made-up data. Every family, figure and quote in this pack is invented.",
        blocks=tuple(blocks),
    )


def _key_messages() -> list[Block]:
    return [
        Heading(1, "Key messages"),
        KeyMessage(
            "Waiting for an autism or ADHD assessment is getting worse: 77 of 104 families say so.",
            "n = 104 families",
            "K1",
            ("Q013", "Q014", "E001"),
        ),
        KeyMessage(
            "Plans arrive faster but say less. 58 of 105 families call their plan worse "
            "than the last.",
            "n = 105 families",
            "K2",
            ("Q019", "E001", "E002"),
        ),
        KeyMessage(
            "Finding help is easier than a year ago, and families credit the new helpline for it.",
            "n = 71 families",
            "K3",
            ("E001", "E003"),
        ),
        Heading(2, "How to read this pack"),
        Paragraph(
            "Paragraphs, quotes (Q) and evidence (E) carry numbers that never change, in "
            "this version or "
            "a later one. Families and comments are counted apart: one family may have told"
            " us several things.",
            "0.1",
        ),
    ]


def _who_answered() -> list[Block]:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (part.label, *counts) for part, counts in zip(PARTS, _by_part(), strict=True)
    )
    return [
        Heading(1, "Who answered", "1"),
        Paragraph(
            "214 families gave 1,204 comments by survey, at events and by telephone.",
            "1.1",
            ("E001",),
        ),
        Table(
            "Families who answered, against all children with SEND in the area",
            ("Phase", "Families", "Share of answers", "Share of the area"),
            (
                ("Early years", 23, "11%", "9%"),
                ("Primary", 96, "45%", "42%"),
                ("Secondary", 71, "33%", "38%"),
                ("Post-16", 24, "11%", "11%"),
            ),
            ("left", "right", "right", "right"),
            "Source: parent survey 2026 and the school census. Families with children in "
            "two phases are counted once.",
            "Table 1",
            "Who answered",
        ),
        Paragraph(
            "Missing: fathers (12 of 214), families of young people in custody, and "
            "families who do not read English.",
            "1.2",
        ),
        stacks(
            Caption(
                "Most families see assessment and therapy waits getting worse.",
                214,
                "families",
                "Parent survey, summer 2026, questions 4 to 9.",
                "Figure 1",
                ("E001",),
            ),
            PARTS,
            [Stack(name, counts) for name, _, counts in PRIORITIES],
            "Priority",
        ),
        Table(
            "All answers, by priority",
            ("Answer", *(name for name, _, _ in PRIORITIES)),
            rows,
            ("left", "right", "right", "right", "right", "right", "right"),
            number="Table 2",
            short="All answers",
        ),
    ]


def _by_part() -> list[tuple[int, ...]]:
    return [tuple(counts[at] for _, _, counts in PRIORITIES) for at in range(len(PARTS))]


def _priority(at: int, quotes: range) -> list[Block]:
    name, words, counts = PRIORITIES[at]
    section = str(at + 2)
    base = sum(counts)
    return [
        Heading(1, name, section),
        Callout(
            "In the inspectors’ words",
            words,
            "Inspection letter, 6 May 2025, priority " + str(at + 1),
        ),
        Heading(2, "What families say"),
        Paragraph(
            f"{base} families answered about this; they made {base * 3} comments. "
            f"{counts[3]} say it is "
            f"worse than a year ago, {counts[0]} say it is better.",
            f"{section}.1",
            ("E001", "E002") if at == 3 else ("E001",),
        ),
        _stances(at, counts, base),
        *(
            QuotedWords(
                f"Q{n:03}",
                WORDS[n % 7],
                WHO[n % 4],
                "June 2026" if n % 2 else "March 2026",
                STANCES[n % 4],
            )
            for n in quotes
        ),
        Heading(2, "What has improved"),
        Paragraph(
            "Families told us about a named contact and a shorter form.",
            f"{section}.2",
            (f"Q{quotes[0]:03}",),
        ),
        Heading(2, "What we ask"),
        ItemList(
            (
                "A named person checks every draft before it is sent.",
                "Waiting times are published each term.",
            ),
            is_ordered=at == 2,
            number=f"{section}.3",
            lead="We ask the area to make sure that:",
        ),
    ]


def _stances(at: int, counts: tuple[int, ...], base: int) -> Chart:
    rows = [Bar(part.label, count, part.tone) for part, count in zip(PARTS, counts, strict=True)]
    finding = (
        f"More families say it is worse than better: {counts[3]} of {base}."
        if counts[3] > counts[0]
        else f"More families say it is better than worse: {counts[0]} of {base}."
    )
    caption = Caption(
        finding,
        base,
        "families",
        f"Parent survey, summer 2026, question {at + 4}.",
        f"Figure {at + 2}",
        ("E001",),
    )
    return bars(caption, rows, "Answer")


def _closing() -> list[Block]:
    return [
        Heading(1, "Method and limits", "8"),
        Paragraph(
            "The survey was open from 1 June to 15 July 2026 and was sent to the 412 "
            "families on our list, "
            "to schools and to the local offer. Nobody was chosen at random, so the figures"
            " describe those who "
            "answered and not all families. Counts under 5 are not shown.",
            "8.1",
        ),
        Paragraph("Quotes are word for word; cuts are […] and changes stand in [brackets].", "8.2"),
        Heading(1, "Evidence index", "9"),
        EvidenceIndex(
            (
                Evidence("E001", "Parent survey, summer 2026", "214 families, 1,204 comments"),
                Evidence("E002", "Plan reading group, May 2026", "18 plans"),
                Evidence("E003", "Helpline log, April to August 2026", "341 calls"),
                Evidence("E004", "Coffee mornings, spring 2026", "62 families"),
            )
        ),
    ]
