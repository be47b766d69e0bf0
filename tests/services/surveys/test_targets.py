"""Which question of a file is which question of the survey."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from pcf_desktop.importers.sheet import Kind, Row, Sheet, SheetQuestion
from pcf_desktop.records import Option, Survey
from pcf_desktop.records import Question as Kept
from pcf_desktop.services.surveys import targets
from pcf_desktop.workspace import Session, Workspace


def no_rows(_start: int, _stop: int) -> Iterator[Row]:
    return iter(())


def sheet(*options: str, keep: bool = True) -> Sheet:
    asked = (
        SheetQuestion("id", "ID", Kind.SYSTEM, (0,), keep=False),
        SheetQuestion("age", "How old?", Kind.SINGLE, (1,), options=options, keep=keep),
        SheetQuestion("why", "Why?", Kind.TEXT, (2,)),
        SheetQuestion("may", "May we quote you?", Kind.CONSENT, (3,), options=("Yes", "No")),
    )
    return Sheet(
        tool="any_export",
        title="any",
        confidence=1.0,
        encoding=None,
        delimiter=None,
        header_rows=1,
        date_order=None,
        ambiguous=False,
        rows=0,
        complete_rows=0,
        questions=asked,
        make_rows=no_rows,
    )


def order(session: Session) -> list[str]:
    age = select(Kept.id).where(Kept.key == "age").scalar_subquery()
    return list(
        session.scalars(
            select(Option.words).where(Option.question_id == age).order_by(Option.position)
        )
    )


def test_finding_writes_nothing_and_making_gives_every_part_its_id(workspace: Workspace) -> None:
    with workspace.read() as session:
        found = targets.find(session, sheet("0 to 4"), " Spring ")
    assert found.survey_id is None
    assert [place.question_id for place in (*found.closed, *found.free)] == [None, None, None]
    with workspace.change("make") as session:
        made = targets.make(session, sheet("0 to 4"), " Spring ")
    assert [place.key for place in made.closed] == ["age", "may"]
    assert [place.key for place in made.free] == ["why"]
    assert made.closed[1].part == "quote_words"
    assert [len(place.options) for place in made.closed] == [1, 2]
    assert all(key > 0 for place in made.closed for key in place.options.values())
    with workspace.read() as session:
        assert targets.find(session, sheet("0 to 4"), "Spring") == made
        assert session.scalars(select(Survey.title)).all() == ["Spring"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (("0 to 4", "5 to 10", "11 to 15"), ["0 to 4", "5 to 10", "11 to 15"]),
        (("11 to 15",), ["0 to 4", "5 to 10", "11 to 15"]),
        (("5 to 10", "0 to 4"), ["5 to 10", "0 to 4"]),
    ],
)
def test_a_file_that_holds_all_options_says_their_order(
    workspace: Workspace, second: tuple[str, ...], expected: list[str]
) -> None:
    with workspace.change("make") as session:
        targets.make(session, sheet("0 to 4", "5 to 10"), "Spring")
        targets.make(session, sheet(*second), "Spring")
    with workspace.read() as session:
        assert order(session) == expected


def test_a_question_left_out_has_no_place(workspace: Workspace) -> None:
    with workspace.read() as session:
        found = targets.find(session, sheet("0 to 4", keep=False), "Spring")
    assert [place.key for place in (*found.closed, *found.free)] == ["may", "why"]


def test_the_number_by_which_packs_name_a_survey_is_never_given_again(workspace: Workspace) -> None:
    with workspace.change("make") as session:
        first = targets.make(session, sheet(), "Spring").survey_id
        session.delete(session.get_one(Survey, first))
    with workspace.change("make") as session:
        second = targets.make(session, sheet(), "Summer").survey_id
    workspace.undo()
    with workspace.change("make") as session:
        third = targets.make(session, sheet(), "Autumn").survey_id
    assert len({first, second, third}) == 3
