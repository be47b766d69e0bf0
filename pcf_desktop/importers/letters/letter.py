"""What was read from a letter, as plain values."""

from dataclasses import asdict, dataclass

from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement

JOINT, AREA_SEND = "Joint local area SEND inspection", "Area SEND"
OUTCOME_LETTER, REVISIT_LETTER = "outcome letter", "revisit letter"
REPORT, MONITORING, APP_LETTER = "area SEND report", "monitoring letter", "APP letter"
ABOUT_ONE, NONE_OF_THESE = "text about one", "none of these"


@dataclass(frozen=True)
class Visit:
    """When inspectors came: days as 2020-01-27, or 2020-01 where only the month is named."""

    start: str
    end: str


@dataclass(frozen=True)
class Deadline:
    """A time limit in the letter's words: a day, or a span that counts from something."""

    words: str
    about: str
    due: str | None = None
    amount: int | None = None
    unit: str | None = None


@dataclass(frozen=True)
class LetterPriority:
    """One thing inspectors want put right; `start` and `end` are code points in the text."""

    kind: PriorityKind
    number: int | None
    words: str
    title: str
    bodies: tuple[str, ...]
    judgement: ReturnJudgement | None
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Letter:
    """A letter, a report, or a text about one, as far as it could be read.

    `plan_required` is None where the text does not say; `received` and `published` are days as
    2020-05-06 or months as 2020-05; `warnings` are sentences for the volunteer.
    """

    document: str
    framework: str | None
    area: str | None
    visit: Visit | None
    received: str | None
    published: str | None
    plan_required: bool | None
    outcome: str | None
    stated_count: int | None
    sufficient_count: int | None
    deadlines: tuple[Deadline, ...]
    priorities: tuple[LetterPriority, ...]
    warnings: tuple[str, ...]
    text: str


def describe(letter: Letter) -> dict[str, object]:
    """Return the letter as values that JSON can hold, under the names of its fields."""
    described = asdict(letter)
    return {
        **described,
        "visit": described["visit"] or {"start": None, "end": None},
        "deadlines": list(described["deadlines"]),
        "priorities": [
            {
                **each,
                "kind": str(each["kind"]),
                "bodies": list(each["bodies"]),
                "judgement": str(each["judgement"]) if each["judgement"] else None,
            }
            for each in described["priorities"]
        ],
        "warnings": list(letter.warnings),
    }
