"""Letters written for these tests, each with what must be found in it.

The files in `tests/files/letters` hold one case after another: a line `##### name`, what is
expected, a line `=====`, and the text. An expected priority is `* kind number judgement words`,
its bodies in square brackets before the words; `-` stands for none. Priorities must be found
exactly; of the other fields those that the case names.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

FILES = Path(__file__).parents[2] / "files" / "letters"
KINDS = {
    "weakness": "significant_weakness",
    "priority": "priority_action",
    "improvement": "improvement",
}
_PRIORITY = re.compile(r"\* (\w+) (\S+) (\S+) (?:\[([^]]*)\] )?(.+)")


@dataclass(frozen=True)
class Expected:
    """A priority that must be found; bodies of None are not looked at."""

    kind: str
    number: int | None
    judgement: str | None
    bodies: tuple[str, ...] | None
    words: str


@dataclass(frozen=True)
class Case:
    """A text and what must be found in it."""

    name: str
    text: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    priorities: tuple[Expected, ...] = ()


def cases(file: str) -> list[Case]:
    """Return the cases in a file."""
    parts = (FILES / f"{file}.txt").read_text(encoding="utf-8").split("##### ")[1:]
    return [_case(part) for part in parts]


def _case(part: str) -> Case:
    head, text = part.split("\n=====\n", 1)
    name, *lines = head.split("\n")
    fields: dict[str, list[str]] = {}
    expected: list[Expected] = []
    for line in lines:
        match = _PRIORITY.match(line)
        if match:
            kind, number, judgement, bodies, words = match.groups()
            expected.append(
                Expected(
                    KINDS[kind],
                    None if number == "-" else int(number),
                    None if judgement == "-" else judgement,
                    tuple(bodies.split("; ")) if bodies else None,
                    words,
                )
            )
        elif line:
            key, value = line.split(": ", 1)
            fields.setdefault(key, []).append(value)
    return Case(name, text, fields, tuple(expected))
