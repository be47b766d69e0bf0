"""A made-up survey that asks who families are, and nothing else."""

import csv
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import Question
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace

TITLE, NEED = "Who we are", "What is your child's main need?"
SOURCE = Source("who.csv", "1" * 64)
HEADINGS = ("Response ID", "How old is your child?", NEED, "Where do you live?")
NEEDS = ("Autism", "ADHD", "My son has autism", "Something else")


def answers(count: int) -> list[list[str]]:
    """Return the rows of so many families."""
    return [
        [str(n), str(n % 14 + 3), NEEDS[n % 4], ("Northvale", "Southmere")[n % 2]]
        for n in range(count)
    ]


def read_rows(folder: Path, rows: Sequence[Sequence[str]]) -> Sheet:
    """Write these rows as an export and read it, with the kinds that a person would choose."""
    path = folder / "who.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    kinds = {HEADINGS[1]: Kind.NUMBER, NEED: Kind.SINGLE, HEADINGS[3]: Kind.SINGLE}
    keys = {each.text: each.key for each in read(path).questions}
    return read(path, Choices(kinds={keys[text]: kind for text, kind in kinds.items()}))


def key_of(workspace: Workspace, words: str) -> int:
    """Return the id of the first question of these words."""
    with workspace.read() as session:
        found = select(Question.id).where(Question.words == words).order_by(Question.id)
        return session.scalars(found).first() or 0
