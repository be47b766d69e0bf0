"""What was said of a survey's columns goes for its next export, unless a person says otherwise."""

import csv
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import ImportBatch
from pcf_desktop.services.surveys import elsewhere, said_before
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import HEADINGS, ROWS, TITLE, bring

OPEN = HEADINGS[8].lower()


def written(path: Path, choices: Choices | None = None, rows: int = 16) -> Sheet:
    """Return an export whose open question looks like one to choose from."""
    words = ("Waits", "Taxis")
    answers = [
        [str(n), *row[1:8], words[n % 2], *row[9:]]
        for n, row in enumerate([*ROWS, *ROWS, *ROWS, *ROWS], start=1)
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *answers[:rows]])
    return read(path, choices)


def kind(sheet: Sheet) -> Kind:
    return next(each.kind for each in sheet.questions if each.key == OPEN)


def before(workspace: Workspace, sheet: Sheet, title: str = TITLE) -> Choices:
    with workspace.read() as session:
        return said_before.said_before(session, sheet, title)


def test_what_was_said_goes_for_the_next_export(workspace: Workspace, tmp_path: Path) -> None:
    said = Choices(kinds={OPEN: Kind.TEXT}, keep={OPEN: True})
    bring(workspace, written(tmp_path / "a.csv", said))
    found = written(tmp_path / "b.csv")
    assert kind(found) is not Kind.TEXT
    assert before(workspace, found) == said
    assert before(workspace, found, "Another") == Choices()
    again = written(tmp_path / "c.csv", before(workspace, found))
    assert before(workspace, again) == said  # and so nothing is to be read a third time
    assert bring(workspace, again).already_here == 16


def test_the_last_word_counts(workspace: Workspace, tmp_path: Path) -> None:
    for chosen in (Kind.TEXT, Kind.SINGLE):
        bring(workspace, written(tmp_path / "a.csv", Choices(kinds={OPEN: chosen})))
    assert before(workspace, written(tmp_path / "b.csv")).kinds == {OPEN: Kind.SINGLE}


def test_what_was_guessed_of_more_answers_stays_and_is_not_said_for_that(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = written(tmp_path / "a.csv", Choices(kinds={OPEN: Kind.TEXT}))
    bring(workspace, replace(sheet, choices=Choices()))
    found = written(tmp_path / "b.csv", rows=12)
    assert kind(found) is not Kind.TEXT
    stays = Choices(kinds={OPEN: Kind.TEXT}, guessed=(OPEN,))
    assert before(workspace, found) == stays
    again = written(tmp_path / "c.csv", before(workspace, found), rows=12)
    assert before(workspace, again) == stays
    assert bring(workspace, again).already_here == 12
    assert before(workspace, written(tmp_path / "d.csv")) == Choices()  # as many, so guessed anew


def test_kinds_that_an_older_program_only_kept_were_said_by_nobody(
    workspace: Workspace, tmp_path: Path
) -> None:
    for said in ({}, {OPEN: "text"}):
        bring(workspace, written(tmp_path / "a.csv", Choices(kinds={OPEN: Kind.TEXT})))
        with workspace.change("as it was kept") as session:
            batch = session.scalars(select(ImportBatch).order_by(ImportBatch.id.desc())).first()
            assert batch is not None
            kept = {key: each for key, each in batch.choices.items() if key != "guessed"}
            batch.choices = {**kept, said_before.SAID: {"kinds": said, "keep": {}}}
    assert before(workspace, written(tmp_path / "b.csv")) == Choices()


def test_the_likely_survey_is_known_also_where_the_kinds_differ(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, written(tmp_path / "a.csv", Choices(kinds={OPEN: Kind.TEXT})))
    with workspace.read() as session:
        assert elsewhere.likely(session, written(tmp_path / "b.csv")) == TITLE


def test_what_is_chosen_now_stands_before_what_was_said(tmp_path: Path) -> None:
    now = Choices(date_order="dmy", kinds={"a": Kind.TEXT}, keep={"a": False})
    then = Choices(kinds={"a": Kind.SINGLE, "b": Kind.DATE}, keep={"a": True, "b": True})
    assert said_before.as_before(now, then) == Choices(
        date_order="dmy",
        kinds={"a": Kind.TEXT, "b": Kind.DATE},
        keep={"a": False, "b": True},
    )
